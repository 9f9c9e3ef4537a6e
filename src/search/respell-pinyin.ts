import { distance } from 'fastest-levenshtein';
import type { Pinyin } from './record.ts';
import { beginningOf, type Reading } from './spell.ts';

/** The maximum number of strings whose frequency in the texts is looked up. */
const MAX_READINGS = 6;

/** How letters may be misspelt: what counts as a mistake in a syllable, at most how many, in strings how long. */
interface Misspelling {
  mistakes: (typed: string, syllable: string) => number;
  most: number;
  least: number;
}
const misspellings: Misspelling[] = [
  {
    mistakes: (typed, syllable) =>
      typed === syllable ? 0 : soundOf(typed) === soundOf(syllable) ? 1 : Infinity,
    most: 2,
    least: 2,
  },
  // In a short string, another letter would make it anything.
  { mistakes: distance, most: 1, least: 3 },
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
  const letters = query.trim().toLowerCase().replaceAll('ü', 'v');
  const first: Pinyin = Object.assign({}, ...(await Promise.all(beginningsNear(letters).map(read))));
  for (const misspelling of misspellings) {
    const found = await readingsWith(misspelling, letters, first, read);
    if (found.length > 0) return found;
  }
  return [];
}

interface Misread extends Reading {
  mistakes: number;
}

async function readingsWith(
  { mistakes, most, least }: Misspelling,
  letters: string,
  first: Pinyin,
  read: (beginning: string) => Promise<Pinyin>,
): Promise<Reading[]> {
  /** The syllables that the letters at an offset may mean, where each ends, and its mistakes. */
  const among = (
    syllables: object,
    at: number,
    left: number,
  ): [syllable: string, end: number, own: number][] =>
    Object.keys(syllables).flatMap((one) =>
      [-1, 0, 1].flatMap((more): [string, number, number][] => {
        const typed = letters.slice(at, at + one.length + more);
        if (one === '' || typed.length !== one.length + more || !/^[a-z]+$/.test(typed)) return [];
        const own = mistakes(typed, one);
        return own <= left ? [[one, at + typed.length, own]] : [];
      }),
    );
  const continued = async (strings: Misread[], syllable: string, end: number): Promise<Misread[]> => {
    const at = end + letters.slice(end).search(/[^' ]|$/);
    const [best] = strings;
    if (!best) return [];
    if (at === letters.length) return strings;
    const behind = (await read(beginningOf(syllable)))[syllable] ?? {};
    const longer = among(behind, at, most - best.mistakes).map(([next, to, own]) => {
      const pairs = (behind[next] ?? []).flatMap((list, rarely) =>
        (list.match(/../gu) ?? []).map((pair) => ({ pair, rarely })),
      );
      const all = strings.flatMap((string) =>
        pairs.flatMap(({ pair, rarely }): Misread[] => {
          const [before = '', after = ''] = [...pair];
          return string.text.endsWith(before)
            ? [
                {
                  text: string.text + after,
                  rarely: string.rarely + rarely,
                  mistakes: string.mistakes + own,
                },
              ]
            : [];
        }),
      );
      return continued(all, next, to);
    });
    return (await Promise.all(longer)).flat();
  };
  const begun = among(first, 0, most).map(([syllable, end, own]) => {
    const [usual = ''] = first[syllable]?.[''] ?? [];
    const strings = Array.from(usual, (text): Misread => ({ text, rarely: 0, mistakes: own }));
    return continued(strings, syllable, end);
  });
  const sorted = (await Promise.all(begun))
    .flat()
    .filter(({ text }) => [...text].length >= least)
    .sort((a, b) => a.mistakes - b.mistakes || a.rarely - b.rarely);
  return sorted
    .filter(({ text }, i) => sorted.findIndex((one) => one.text === text) === i)
    .slice(0, MAX_READINGS);
}

/** The files of the syllables that letters may begin with: as typed, and with an initial that sounds alike. */
function beginningsNear(letters: string): string[] {
  const [initial = '', second = '', third = ''] = letters;
  const other = { l: 'n', n: 'l', f: 'h', h: 'f' }[initial];
  const flat = second === 'h' ? third : 'h';
  return [
    initial,
    beginningOf(letters),
    ...('zcs'.includes(initial) ? [initial + flat] : []),
    ...(other === undefined ? [] : [other + second]),
  ];
}
