import { dayOfCopying } from '../model/edition-record.ts';

/** A reference in which script fills in the day on which the page is opened; without it, none is printed. */
export const undated = (html: string): string =>
  html.replace(`[${dayOfCopying}]`, '<span class="opened" hidden></span>');
