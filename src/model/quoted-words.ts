/** The outermost stretches in quotation marks within a text, without their marks. */
export const quotationsWithin = (text: string, quotes: string[] = []): string[] =>
  quotedIn(text, quotes).closed;

/** The text after the outermost quotation mark that a text opens but does not close; undefined if there is none. */
export const openedIn = (text: string, quotes: string[]): string | undefined => quotedIn(text, quotes).open;

function quotedIn(text: string, [open = '“', close = '”']: string[]) {
  const closed: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === open && depth++ === 0) start = at + 1;
    else if (sign === close && depth > 0 && --depth === 0) closed.push(text.slice(start, at));
  }
  return { closed, open: depth > 0 ? text.slice(start) : undefined };
}

/** Whether quoted words begin like a record’s; a record that names no words in an edition means none there. */
export const beginsWith = (words: string, beginning: string | undefined): boolean =>
  beginning !== undefined && bare(words).startsWith(bare(beginning));

/** Words without the marks, spaces and punctuation by which two quotations of the same words may differ. */
export const bare = (words: string): string => words.replace(/[\s\p{P}]+/gu, '').toLowerCase();

/** Whether words are long enough to be known again as a quotation, not only as a word that many texts have. */
export function isTelling(text: string): boolean {
  const { han, words } = countWords(text);
  return han >= 6 || words >= 3;
}

/** The Han characters in a text, and the words and numbers in Latin script. */
export const countWords = (text: string): { han: number; words: number } => ({
  han: text.match(/\p{Script=Han}/gu)?.length ?? 0,
  words: text.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}’'-]*/gu)?.length ?? 0,
});
