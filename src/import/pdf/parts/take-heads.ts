import type { TypeLine } from '../lines/page-lines.ts';
import type { Reading } from '../reading.ts';

/** Leaves out the running heads and page numbers. */
export function takeHeads(heads: TypeLine[][], { at, omit }: Reading): void {
  for (const line of at(heads.flat())) omit(isPageNumber(line.text) ? 'page number' : 'running head', [line]);
}

/** True for a text with a number and no letter. */
const isPageNumber = (text: string): boolean =>
  /^[^\p{L}_]*$/u.test(text) && /\d/.test(text) && !ISSUE.test(text.trim());

/** A year and the number of an issue in it. */
const ISSUE = /^(?:19|20)\d\d[.] ?\d{1,2}$/;
