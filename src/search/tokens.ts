import { fold, withoutPunctuation } from './fold.ts';

/**
 * What an index counts as one word: a Han character, a run of letters, a run of digits, or a sign. Texts and queries
 * are cut in the same way, so that a phrase of these is found wherever the string stands.
 */
export const tokensOf = (folded: string): string[] => folded.match(token) ?? [];

const token = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}+|(?!")[\p{P}\p{S}]/gu;

/**
 * Two words as an index keeps them that only signs divide: in letters and digits, which no browser cuts apart whatever
 * the language of its page, and which no query has side by side in one word.
 */
export const joined = (before: string, after: string): string => `${plain(before)}x0x${plain(after)}`;

const plain = (word: string): string =>
  word.replace(/[^a-z0-9]/gu, (letter) => `u${letter.codePointAt(0)?.toString(16) ?? ''}`);

/** What of a paragraph an index keeps besides its words, so that a phrase is found with signs between its words or in them. */
export const joinsOf = (paragraph: string): string[] =>
  signsIn(paragraph).map(([before, after]) => joined(before, after));

/** The words of a paragraph that have an apostrophe, without it. */
export const contractedIn = (paragraph: string): string[] =>
  signsIn(paragraph).flatMap(([before, word]) => (before === '' ? [word] : []));

/** Each pair of words that only signs divide; each word that has a sign in it, after nothing. */
function signsIn(paragraph: string): [string, string][] {
  const folded = fold(paragraph);
  const loose = withoutPunctuation(folded);
  const signs = folded.starts.filter((_, i) => SIGN.test(folded.text.charAt(i)));
  let next = 0;
  const hasSign = (start: number, end: number): boolean => {
    while ((signs[next] ?? Infinity) < start) next++;
    return (signs[next] ?? Infinity) < end;
  };
  const found: [string, string][] = [];
  let before: { word: string; end: number } | undefined;
  for (const { 0: word, index } of loose.text.matchAll(token)) {
    const start = loose.starts[index] ?? 0;
    const end = loose.ends[index + word.length - 1] ?? 0;
    if (before && hasSign(before.end, start)) found.push([before.word, word]);
    if (isWord(word) && hasSign(start, end)) found.push(['', word]);
    before = { word, end };
  }
  return found;
}

const SIGN = /[\p{P}\p{S}]/u;

export const isWord = (text: string): boolean => /^(?!\p{Script=Han})[\p{L}\p{M}]/u.test(text);
export const isSign = (text: string): boolean => /^[\p{P}\p{S}]$/u.test(text);
