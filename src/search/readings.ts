import { beginningOf, lettersOf } from './pinyin-letters.ts';
import type { Pinyin } from './record.ts';

/**
 * A string that letters may stand for, the number of its characters that are rarely read so, the number of mistakes in
 * the letters, and, if it is listed under them, whether as a word or name.
 */
interface Reading {
  text: string;
  rarely: number;
  mistakes: number;
  isWord?: boolean;
}

/** A syllable that letters may stand for, the offset where its letters end, and the mistakes up to there. */
type Step = [syllable: string, end: number, mistakes: number];

type Syllables = Pinyin['syllables'];

/** Reads the files of pinyin by beginning. */
export type PinyinFiles = { [File in keyof Pinyin]: (beginning: string) => Promise<Pinyin[File]> };

/**
 * How letters may differ from the syllables that are meant: what counts as a mistake, at most how many, in strings how
 * long; and at most how many readings are looked up in the texts.
 */
interface Tolerance {
  mistakesIn: (typed: string, syllable: string) => number;
  maxMistakes: number;
  minCharacters: number;
  most: number;
}
const exactly: Tolerance[] = [{ mistakesIn: lettersApart, maxMistakes: 0, minCharacters: 1, most: 64 }];
const perhapsMisspelt: Tolerance[] = [
  {
    mistakesIn: (typed, syllable) =>
      typed === syllable ? 0 : soundOf(typed) === soundOf(syllable) ? 1 : Infinity,
    maxMistakes: 2,
    minCharacters: 2,
    most: 6,
  },
  // In a short string, another letter would make it anything.
  { mistakesIn: lettersApart, maxMistakes: 1, minCharacters: 3, most: 6 },
];

/** How many letters differ: none, one (another, one more or one fewer), or too many to count. */
function lettersApart(typed: string, syllable: string): number {
  if (typed === syllable) return 0;
  const at = [...typed].findIndex((letter, i) => letter !== syllable[i]);
  const [from, rest] = at < 0 ? [typed.length, ''] : [at, typed.slice(at)];
  const left = syllable.slice(from);
  const isOne = rest.slice(1) === left.slice(1) || rest.slice(1) === left || rest === left.slice(1);
  return isOne ? 1 : Infinity;
}

/** A syllable without the differences that many speakers do not hear. */
const soundOf = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^f/, 'h')
    .replace(/ng$/, 'n');

/**
 * The strings that a query may be pinyin for, fewest mistakes and usual readings first; apostrophes and spaces separate
 * syllables. If `isMisspelt`, initials or finals that sound alike may differ, or else one letter after the first two.
 */
export async function readingsFor(query: string, files: PinyinFiles, isMisspelt = false): Promise<Reading[]> {
  const letters = lettersOf(query).replaceAll('ü', 'v');
  const [initial = '', second = ''] = letters;
  // A name or word is listed with all strings of that reading.
  const listed = isMisspelt
    ? []
    : ((await files.words(beginningOf(letters)))[letters.replace(/[' ]/g, '')] ?? []);
  const words = listed.flatMap((list, i) =>
    (list.match(/\S+/g) ?? []).map((text): Reading => ({
      text,
      rarely: 0,
      mistakes: 0,
      isWord: i === 0,
    })),
  );
  if (words.length > 0) return words;
  const other = isMisspelt ? { l: 'n', n: 'l', f: 'h', h: 'f' }[initial] : undefined;
  // A single vowel may be a syllable.
  const beginnings = [initial, beginningOf(letters), ...(other === undefined ? [] : [other + second])];
  const first: Syllables = Object.assign({}, ...(await Promise.all(beginnings.map(files.syllables))));
  for (const tolerance of isMisspelt ? perhapsMisspelt : exactly) {
    const readings = (await readSyllables(letters, first, files, tolerance)).filter(
      ({ text }) => [...text].length >= tolerance.minCharacters,
    );
    if (readings.length > 0) return readings.slice(0, tolerance.most);
  }
  return [];
}

async function readSyllables(
  letters: string,
  first: Syllables,
  files: PinyinFiles,
  { mistakesIn, maxMistakes }: Tolerance,
): Promise<Reading[]> {
  /** The syllables that may follow those up to an offset. */
  const stepsAt = (syllables: object, at: number, mistakes: number): Step[] =>
    Object.keys(syllables).flatMap((syllable) =>
      [1, 0, -1].flatMap((more): Step[] => {
        const typed = letters.slice(at, at + syllable.length + more);
        if (typed.length !== syllable.length + more || !/^[a-z]+$/.test(typed)) return [];
        const all = mistakes + mistakesIn(typed, syllable);
        return syllable !== '' && all <= maxMistakes ? [[syllable, at + typed.length, all]] : [];
      }),
    );
  /** Extends strings, whose last character is read as a syllable that ends at `end`, by the remaining letters. */
  const extend = async (strings: Reading[], [syllable, end, mistakes]: Step): Promise<Reading[]> => {
    const at = end + letters.slice(end).search(/[^' ]|$/);
    if (at === letters.length || strings.length === 0)
      return strings.map((reading) => ({ ...reading, mistakes }));
    const following = (await files.syllables(beginningOf(syllable)))[syllable] ?? {};
    const longer = stepsAt(following, at, mistakes).map((step) => {
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
  const found = stepsAt(first, 0, 0).map((step) => extend(stringsIn(first[step[0]]?.[''], 1), step));
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
