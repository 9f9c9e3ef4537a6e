import { distance } from 'fastest-levenshtein';
import { beginningOf, lettersOf, readSyllables, type Reading, type Step } from './readings.ts';
import type { Pinyin } from './record.ts';

/** The maximum number of strings whose frequency in the texts is looked up. */
const MAX_READINGS = 6;

/** How letters may be misspelt: what counts as a mistake in a syllable, at most how many, in strings how long. */
const misspellings: {
  mistakesIn: (typed: string, syllable: string) => number;
  maxMistakes: number;
  minCharacters: number;
}[] = [
  {
    mistakesIn: (typed, syllable) =>
      typed === syllable ? 0 : soundOf(typed) === soundOf(syllable) ? 1 : Infinity,
    maxMistakes: 2,
    minCharacters: 2,
  },
  // In a short string, another letter would make it anything.
  { mistakesIn: distance, maxMistakes: 1, minCharacters: 3 },
];

/** A syllable without the differences that many speakers do not hear. */
const soundOf = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^f/, 'h')
    .replace(/ng$/, 'n');

/**
 * The strings that a query may be misspelt pinyin for, fewest mistakes first: with initials or finals that sound alike,
 * or else with one wrong, missing or superfluous letter after the first two.
 */
export async function misspeltReadings(
  query: string,
  read: (beginning: string) => Promise<Pinyin>,
): Promise<Reading[]> {
  const letters = lettersOf(query);
  const first: Pinyin = Object.assign({}, ...(await Promise.all(beginningsNear(letters).map(read))));
  for (const { mistakesIn, maxMistakes, minCharacters } of misspellings) {
    const readings = await readSyllables(letters, first, read, (syllables, at, mistakes) =>
      syllables.flatMap((syllable) =>
        [-1, 0, 1].flatMap((more): Step[] => {
          const typed = letters.slice(at, at + syllable.length + more);
          if (typed.length !== syllable.length + more || !/^[a-z]+$/.test(typed)) return [];
          const all = mistakes + mistakesIn(typed, syllable);
          return all <= maxMistakes ? [[syllable, at + typed.length, all]] : [];
        }),
      ),
    );
    const long = readings.filter(({ text }) => [...text].length >= minCharacters);
    if (long.length > 0) return long.slice(0, MAX_READINGS);
  }
  return [];
}

/** The files of the syllables that letters may begin with: as typed, and with an initial that sounds alike. */
function beginningsNear(letters: string): string[] {
  const [initial = '', second = ''] = letters;
  const other = { l: 'n', n: 'l', f: 'h', h: 'f' }[initial];
  return [initial, beginningOf(letters), ...(other === undefined ? [] : [other + second])];
}
