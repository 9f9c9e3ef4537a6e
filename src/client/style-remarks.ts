import sheet from '../styles/remarks.css?url';
import { loadStyle } from './load-style.ts';

/** The style of remarks that are folded, or placed by a script, and thus not seen at first. */
export const remarksStyled = document.querySelector('details.remarks') ? loadStyle(sheet) : undefined;
