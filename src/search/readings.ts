import type { Pinyin } from './record.ts';

/**
 * A string that letters may stand for, the number of its characters that are rarely read so, the number of mistakes in
 * the letters, and whether it is a word or name.
 */
export interface Reading {
  text: string;
  rarely: number;
  mistakes: number;
  isWord?: boolean;
}

/** A syllable that letters may stand for, the offset where its letters end, and the mistakes up to there. */
export type Step = [syllable: string, end: number, mistakes: number];

type ReadPinyin = (beginning: string) => Promise<Pinyin>;

/** The maximum number of strings whose frequency in the texts is looked up. */
const MAX_READINGS = 64;

/** Whether a query may be pinyin: at least three letters, which apostrophes or spaces may separate. */
export const mayBePinyin = (query: string): boolean => /^[a-zü][a-zü' ]{2,}$/i.test(query.trim());

/** Whether all words of a query can be divided into syllables. */
export const isPinyin = (query: string): boolean =>
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]?h?[aeiouvü]{1,3}(?:ng?|r)?)[' ]*)+$/i.test(query);

/** The letters of a query in pinyin, as in the files. */
export const lettersOf = (query: string): string => query.trim().toLowerCase().replaceAll('ü', 'v');

/**
 * The initial letters of a syllable, which name its file. Without the h of zh, ch and sh, since many speakers do not
 * hear it, and as many syllables begin with zh as with several other letters.
 */
export const beginningOf = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').slice(0, 2);

/** The strings that a query may be pinyin for, usual readings first; apostrophes and spaces separate syllables. */
export async function readingsFor(query: string, read: ReadPinyin): Promise<Reading[]> {
  const letters = lettersOf(query);
  // A single vowel may be a syllable.
  const first = { ...(await read(letters.charAt(0))), ...(await read(beginningOf(letters))) };
  const words = (first['']?.[letters.replace(/[' ]/g, '')] ?? []).flatMap((list, i) =>
    (list.match(/\S+/g) ?? []).map((text): Reading => ({ text, rarely: 0, mistakes: 0, isWord: i === 0 })),
  );
  // An entry for a name or word lists all strings with that reading.
  if (words.length > 0) return words;
  const readings = await readSyllables(letters, first, read, (syllables, at) =>
    syllables
      .filter((syllable) => letters.startsWith(syllable, at))
      .sort((a, b) => b.length - a.length)
      .map((syllable): Step => [syllable, at + syllable.length, 0]),
  );
  return readings.slice(0, MAX_READINGS);
}

/**
 * The strings that letters may stand for, fewest mistakes and usual readings first. `stepsAt` chooses among the
 * syllables that may follow those up to an offset, given the mistakes so far.
 */
export async function readSyllables(
  letters: string,
  first: Pinyin,
  read: ReadPinyin,
  stepsAt: (syllables: string[], at: number, mistakes: number) => Step[],
): Promise<Reading[]> {
  const syllablesIn = (pinyin: object): string[] => Object.keys(pinyin).filter(Boolean);
  /** Extends strings, whose last character is read as a syllable that ends at `end`, by the remaining letters. */
  const extend = async (strings: Reading[], [syllable, end, mistakes]: Step): Promise<Reading[]> => {
    const at = end + letters.slice(end).search(/[^' ]|$/);
    if (at === letters.length || strings.length === 0)
      return strings.map((reading) => ({ ...reading, mistakes }));
    const following = (await read(beginningOf(syllable)))[syllable] ?? {};
    const longer = stepsAt(syllablesIn(following), at, mistakes).map((step) => {
      const pairs = stringsIn(following[step[0]], 2);
      const extended = strings.flatMap((reading) =>
        pairs.flatMap(({ text, rarely }): Reading[] => {
          const [before = '', after = ''] = [...text];
          return reading.text.endsWith(before)
            ? [{ text: reading.text + after, rarely: reading.rarely + rarely, mistakes }]
            : [];
        }),
      );
      return extend(extended, step);
    });
    return (await Promise.all(longer)).flat();
  };
  const found = stepsAt(syllablesIn(first), 0, 0).map((step) =>
    extend(stringsIn(first[step[0]]?.[''], 1), step),
  );
  const sorted = (await Promise.all(found))
    .flat()
    .sort((a, b) => a.mistakes - b.mistakes || a.rarely - b.rarely);
  return sorted.filter(({ text }, i) => sorted.findIndex((reading) => reading.text === text) === i);
}

/** Splits lists into strings of `length` characters. */
const stringsIn = (lists: [string, string] = ['', ''], length: number): Reading[] =>
  lists.flatMap((list, rarely) =>
    (list.match(new RegExp(`.{${length}}`, 'gu')) ?? []).map((text) => ({ text, rarely, mistakes: 0 })),
  );
