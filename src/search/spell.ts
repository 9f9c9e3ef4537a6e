import type { Readings, Variants } from './record.ts';

const MAX_SPELLINGS = 32;

/**
 * Other spellings of a folded string, in characters that the edition has: simplified for traditional or the other way round.
 * `own` also exchanges characters that it has for others that it has; without it, such a character stands for itself.
 */
export function spellings(folded: string, { foreign, own }: Variants, withOwn: boolean): string[] {
  let found = [''];
  for (const character of folded) {
    const others = foreign[character] ?? (withOwn ? character + (own[character] ?? '') : character);
    found = found.flatMap((before) => [...others].map((one) => before + one)).slice(0, MAX_SPELLINGS);
  }
  return found;
}

/** What may be pinyin: a run of letters that syllables fill, long enough to mean something. */
export const mayBePinyin = (query: string): boolean => /^[a-zü][a-zü' ]{2,}$/i.test(query.trim());

/** With which letter a syllable begins. */
export const initialOf = (syllable: string): string => syllable.charAt(0);

/** Of so many strings it is looked up how often they stand in the texts. */
const MAX_READINGS = 64;

/** A string that letters may be read as, and how many of its characters are rarely read so. */
interface Reading {
  text: string;
  rarely: number;
}

/**
 * The strings that are read as a query says, those of usual readings first. `behind` tells which characters stand behind
 * one somewhere, the most frequent first.
 */
export async function readingsFor(
  query: string,
  { syllables, rare }: Readings,
  behind: (character: string, syllable: string) => Promise<string>,
): Promise<Reading[]> {
  const found: Reading[] = [];
  for (const cut of cuts(query.trim().toLowerCase().replaceAll('ü', 'v'), syllables)) {
    let strings: Reading[] = [{ text: '', rarely: 0 }];
    for (const [i, syllable] of cut.entries()) {
      const among = syllables[syllable] ?? '';
      const longer = strings.map(async ({ text, rarely }) => {
        const next = i === 0 ? among : await behind([...text].at(-1) ?? '', cut[i - 1] ?? '');
        return [...next]
          .filter((character) => among.includes(character))
          .map((character): Reading => ({
            text: text + character,
            rarely: rarely + Number(rare[syllable]?.includes(character) ?? false),
          }));
      });
      strings = (await Promise.all(longer)).flat();
    }
    found.push(...strings);
  }
  found.sort((a, b) => a.rarely - b.rarely);
  return found
    .filter(({ text }, i) => found.findIndex((one) => one.text === text) === i)
    .slice(0, MAX_READINGS);
}

/** The ways of cutting letters into syllables that the edition has; an apostrophe or a space is a cut. */
function cuts(letters: string, syllables: Record<string, string>): string[][] {
  // By where the rest begins: the ways of cutting it.
  const from: string[][][] = [];
  from[letters.length] = [[]];
  for (let at = letters.length - 1; at >= 0; at--)
    from[at] = /[' ]/.test(letters.charAt(at))
      ? (from[at + 1] ?? [])
      : [6, 5, 4, 3, 2, 1]
          .map((length) => letters.slice(at, at + length))
          .filter((syllable, i, all) => Object.hasOwn(syllables, syllable) && all.indexOf(syllable) === i)
          .flatMap((syllable) => (from[at + syllable.length] ?? []).map((rest) => [syllable, ...rest]))
          .slice(0, MAX_SPELLINGS);
  return from[0] ?? [];
}
