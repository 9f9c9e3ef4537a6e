import sheet from '../styles/cite.css?url';
import './copy-text.ts';
import { loadStyle } from './load-style.ts';
import './local-address.ts';

/** What a report at the foot of a chapter needs once it is open. */
void loadStyle(sheet);
