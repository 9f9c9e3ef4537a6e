import type { Pinyin } from './record.ts';

const MAX_SPELLINGS = 32;

/** The spellings of a folded string, given the characters that each of its characters may stand for. */
export function spellings(folded: string, standsFor: (character: string) => string): string[] {
  let found = [''];
  for (const character of folded)
    found = found
      .flatMap((before) => Array.from(standsFor(character), (one) => before + one))
      .slice(0, MAX_SPELLINGS);
  return found;
}

/**
 * The edition’s characters that a character may stand for: simplified for traditional or vice versa. A character that
 * the edition itself contains stands for others only if `withOwn`.
 */
export const standingFor =
  (variants: string, withOwn: boolean) =>
  (character: string): string => {
    const words = variants.split(' ');
    const isOwn = words.some((word) => word.startsWith(character));
    const others = words.flatMap((word) => (word.indexOf(character) > 0 ? [...word].slice(0, 1) : []));
    const all = isOwn && !withOwn ? '' : others.join('');
    return isOwn || all === '' ? character + all : all;
  };

/** Whether a query may be pinyin: at least three letters, which apostrophes or spaces may separate. */
export const mayBePinyin = (query: string): boolean => /^[a-zü][a-zü' ]{2,}$/i.test(query.trim());

/** The initial letters of a syllable, which name its file. */
export const beginningOf = (syllable: string): string => syllable.slice(0, 2);

/** The maximum number of strings whose frequency in the texts is looked up. */
const MAX_READINGS = 64;

/**
 * A string that letters may stand for, the number of its characters that are rarely read so, and whether it is a word
 * or name.
 */
export interface Reading {
  text: string;
  rarely: number;
  isWord?: boolean;
}

/** The strings that a query may be pinyin for, usual readings first; apostrophes and spaces separate syllables. */
export async function readingsFor(
  query: string,
  read: (beginning: string) => Promise<Pinyin>,
): Promise<Reading[]> {
  const letters = query.trim().toLowerCase().replaceAll('ü', 'v');
  /** Those of the syllables that the letters have at an offset, longest first. */
  const among = (syllables: object, at: number): string[] =>
    Object.keys(syllables)
      .filter((one) => one !== '' && letters.startsWith(one, at))
      .sort((a, b) => b.length - a.length);
  /**
   * Extends strings, whose last character is read as a syllable that ends at `end`, by the syllables of the remaining
   * letters.
   */
  const continued = async (strings: Reading[], syllable: string, end: number): Promise<Reading[]> => {
    const at = end + letters.slice(end).search(/[^' ]|$/);
    if (at === letters.length || strings.length === 0) return strings;
    const behind = (await read(beginningOf(syllable)))[syllable] ?? {};
    const longer = among(behind, at).map((next) => {
      const pairs = stringsIn(behind[next], 2);
      const all = strings.flatMap(({ text, rarely }) =>
        pairs.flatMap((pair): Reading[] => {
          const [first = '', second = ''] = [...pair.text];
          return text.endsWith(first) ? [{ text: text + second, rarely: rarely + pair.rarely }] : [];
        }),
      );
      return continued(all, next, at + next.length);
    });
    return (await Promise.all(longer)).flat();
  };
  // A single vowel may be a syllable.
  const first = { ...(await read(letters.charAt(0))), ...(await read(beginningOf(letters))) };
  const known = (first['']?.[letters.replace(/[' ]/g, '')] ?? []).flatMap((list, i) =>
    (list.match(/\S+/g) ?? []).map((text): Reading => ({ text, rarely: 0, isWord: i === 0 })),
  );
  // An entry for a name or word lists all strings with that reading.
  if (known.length > 0) return known;
  const found = among(first, 0).map((one) => continued(stringsIn(first[one]?.[''], 1), one, one.length));
  const sorted = (await Promise.all(found)).flat().sort((a, b) => a.rarely - b.rarely);
  return sorted
    .filter(({ text }, i) => sorted.findIndex((one) => one.text === text) === i)
    .slice(0, MAX_READINGS);
}

/** Splits lists into strings of `length` characters. */
const stringsIn = (lists: [string, string] = ['', ''], length: number): Reading[] =>
  lists.flatMap((list, rarely) =>
    (list.match(new RegExp(`.{${length}}`, 'gu')) ?? []).map((text) => ({ text, rarely })),
  );
