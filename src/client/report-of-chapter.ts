import sheet from '../styles/cite.css?url';
import './copy-text.ts';
import { loadStyle } from './load-style.ts';
import './local-address.ts';

/** The style and scripts that a report at the foot of a chapter needs when it is open. */
void loadStyle(sheet);
