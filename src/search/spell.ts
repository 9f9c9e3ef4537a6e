import type { Variants } from './record.ts';

const MAX_SPELLINGS = 32;

/**
 * Other spellings of a folded string, in characters that the edition has: simplified for traditional or the other way round.
 * `own` also exchanges characters that it has for others that it has; without it, such a character stands for itself.
 */
export function spellings(
  folded: string,
  { foreign, own }: Pick<Variants, 'foreign' | 'own'>,
  withOwn: boolean,
): string[] {
  let found = [''];
  for (const character of folded) {
    const others = foreign[character] ?? (withOwn ? character + (own[character] ?? '') : character);
    found = found.flatMap((before) => [...others].map((one) => before + one));
    if (found.length > MAX_SPELLINGS) found = found.slice(0, MAX_SPELLINGS);
  }
  return found;
}

/** What may be pinyin: a run of letters that syllables fill, long enough to mean something. */
export const mayBePinyin = (query: string): boolean => /^[a-zü][a-zü' ]{2,}$/i.test(query.trim());

/**
 * The strings of the folded texts that are read as the query says: those whose characters are mostly read so before
 * those that rarely are, then the most frequent, then the first. Where some are made of whole words, as `isWord` tells of a
 * place in a text, only those.
 */
export function readAs(
  query: string,
  texts: Iterable<string>,
  { syllables, rare }: Variants,
  isWord: (text: string, start: number, end: number) => boolean = () => true,
): string[] {
  const patterns = cuts(query.trim().toLowerCase().replaceAll('ü', 'v'), syllables);
  if (patterns.length === 0) return [];
  const pattern = new RegExp(
    `(?=(${patterns.map((cut) => cut.map((syllable) => `[${syllables[syllable] ?? ''}]`).join('')).join('|')}))`,
    'gu',
  );
  const counts = new Map<string, { whole: number; all: number }>();
  for (const text of texts) {
    for (const match of text.matchAll(pattern)) {
      const found = match[1] ?? '';
      const count = counts.get(found) ?? { whole: 0, all: 0 };
      count.all++;
      if (isWord(text, match.index, match.index + found.length)) count.whole++;
      counts.set(found, count);
    }
  }
  const anyWhole = [...counts.values()].some(({ whole }) => whole > 0);
  const isAmong = (list: Record<string, string>, syllable: string | undefined, character: string): boolean =>
    list[syllable ?? '']?.includes(character) === true;
  const rarely = (found: string): number => {
    const characters = [...found];
    const readings = patterns.filter(
      (cut) =>
        cut.length === characters.length && characters.every((one, i) => isAmong(syllables, cut[i], one)),
    );
    return Math.min(
      ...readings.map((cut) => characters.filter((one, i) => isAmong(rare, cut[i], one)).length),
    );
  };
  return [...counts]
    .filter(([, { whole }]) => whole > 0 || !anyWhole)
    .map(([found, count]) => ({ found, ...count, rarely: rarely(found) }))
    .sort((a, b) => a.rarely - b.rarely || b.whole - a.whole || b.all - a.all)
    .map(({ found }) => found);
}

/** The ways of cutting letters into syllables that the edition has; an apostrophe or a space is a cut. */
function cuts(letters: string, syllables: Record<string, string>): string[][] {
  const MAX_SYLLABLE_LETTERS = 6;
  const from = new Map<number, string[][]>();
  const cutFrom = (at: number): string[][] => {
    if (at === letters.length) return [[]];
    const known = from.get(at);
    if (known) return known;
    const found: string[][] = [];
    if (/[' ]/.test(letters.charAt(at))) found.push(...cutFrom(at + 1));
    else
      for (let end = Math.min(letters.length, at + MAX_SYLLABLE_LETTERS); end > at; end--) {
        const syllable = letters.slice(at, end);
        if (Object.hasOwn(syllables, syllable) && found.length < MAX_SPELLINGS)
          found.push(...cutFrom(end).map((rest) => [syllable, ...rest]));
      }
    from.set(at, found.slice(0, MAX_SPELLINGS));
    return found.slice(0, MAX_SPELLINGS);
  };
  return cutFrom(0);
}
