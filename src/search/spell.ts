import type { Pinyin } from './record.ts';

const MAX_SPELLINGS = 32;

/** The spellings of a folded string of which each character may stand for several. */
export function spellings(folded: string, standsFor: (character: string) => string): string[] {
  let found = [''];
  for (const character of folded)
    found = found
      .flatMap((before) => Array.from(standsFor(character), (one) => before + one))
      .slice(0, MAX_SPELLINGS);
  return found;
}

/**
 * What a character may stand for among those that an edition has: simplified for traditional or the other way round. One
 * that the edition has itself may do so only `withOwn`.
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

/** What may be pinyin: a run of letters that syllables fill, long enough to mean something. */
export const mayBePinyin = (query: string): boolean => /^[a-zü][a-zü' ]{2,}$/i.test(query.trim());

/** With which letters a syllable begins, that say in which file it is. */
export const beginningOf = (syllable: string): string => syllable.slice(0, 2);

/** Of so many strings it is looked up how often they stand in the texts. */
const MAX_READINGS = 64;

/** A string that letters may be read as, how many of its characters are rarely read so, and whether it is a word or name. */
interface Reading {
  text: string;
  rarely: number;
  isWord?: boolean;
}

/** The strings that are read as a query says, those of usual readings first; an apostrophe or a space divides syllables. */
export async function readingsFor(
  query: string,
  read: (beginning: string) => Promise<Pinyin>,
): Promise<Reading[]> {
  const letters = query.trim().toLowerCase().replaceAll('ü', 'v');
  /** Of syllables those that the letters have there, the longest first. */
  const among = (syllables: object, at: number): string[] =>
    Object.keys(syllables)
      .filter((one) => one !== '' && letters.startsWith(one, at))
      .sort((a, b) => b.length - a.length);
  /** What strings whose last character is read as a syllable go on as, where the letters do behind it. */
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
  // A vowel is a syllable too.
  const first = { ...(await read(letters.charAt(0))), ...(await read(beginningOf(letters))) };
  const known = (first['']?.[letters.replace(/[' ]/g, '')] ?? []).flatMap((list, i) =>
    (list.match(/\S+/g) ?? []).map((text): Reading => ({ text, rarely: 0, isWord: i === 0 })),
  );
  // What is told beside a name or word is all that is read so.
  if (known.length > 0) return known;
  const found = among(first, 0).map((one) => continued(stringsIn(first[one]?.[''], 1), one, one.length));
  const sorted = (await Promise.all(found)).flat().sort((a, b) => a.rarely - b.rarely);
  return sorted
    .filter(({ text }, i) => sorted.findIndex((one) => one.text === text) === i)
    .slice(0, MAX_READINGS);
}

/** The strings of so many characters that lists have one after the other. */
const stringsIn = (lists: [string, string] = ['', ''], length: number): Reading[] =>
  lists.flatMap((list, rarely) =>
    (list.match(new RegExp(`.{${length}}`, 'gu')) ?? []).map((text) => ({ text, rarely })),
  );
