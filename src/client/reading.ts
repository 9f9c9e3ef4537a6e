/** What a text does for whoever reads it, beyond HTML. */

import './scroll-spy.ts';
import './column-selection.ts';
import './preview.ts';
import './side-notes.ts';
