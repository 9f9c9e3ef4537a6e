/**
 * Pagefind cuts its index with one word list and its queries with another, which for Chinese disagree. Both sides are
 * therefore cut here, into single Han characters and runs of letters or digits: the index by the mark that Pagefind
 * itself takes for a word boundary, the query by spaces. A quoted phrase then finds the strings that occur.
 */
const BOUNDARY = '\u200b';

const token = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;

export const cutText = (text: string): string => uncutText(text).replace(token, (word) => BOUNDARY + word);

/** Takes the boundaries out of what Pagefind gives back. */
export const uncutText = (text: string): string => text.replaceAll(BOUNDARY, '');

/** The runs between a query's punctuation, each as a phrase for Pagefind. */
export const phrasesOf = (query: string): string[] =>
  query
    .split(/[\p{P}\p{S}\s]+/u)
    .filter(Boolean)
    .map((run) => `"${(run.match(token) ?? [run]).join(' ')}"`);
