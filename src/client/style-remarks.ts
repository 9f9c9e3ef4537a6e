import sheet from '../styles/remarks.css?url';
import { loadStyle } from './load-style.ts';

/** Remarks that are folded, or placed by a script. */
const remarks = document.querySelector<HTMLElement>('details.remarks');
const { holder } = remarks?.dataset ?? {};
// Also for what shows one of them elsewhere.
if (holder) document.documentElement.style.setProperty('--holder', JSON.stringify(holder));

/** The style of these remarks, which are not seen at first. */
export const remarksStyled = remarks ? loadStyle(sheet) : undefined;
