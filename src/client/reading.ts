/** What a text does for whoever reads it, beyond HTML. */

import './follow.ts';
import './one-column.ts';
import './peek.ts';
import './side-notes.ts';
