import { regionForms, regionNames } from '../language/regions.ts';

/** Articles, conjunctions and prepositions of up to four letters that have no other meaning. */
const SMALL = words('an and as at but by for from in into nor of on onto or over per the to upon via with');
/** Particles that belong to a family name: President von der Leyen. */
const PARTICLES = words('da de del della dem der di dos du el ibn la le van von zu zur');
/** Prefixes that are not words: the word after one keeps its case. */
const PREFIXES = words(
  'anti auto bio co counter cyber de eco electro geo hyper infra inter intra macro mega meta micro mini mono ' +
    'multi neo non pan poly post pre pro proto pseudo psycho quasi re semi socio sub super supra techno trans ultra un',
);

/** Words in the names of states that are also ordinary words. */
const GENERIC = words(
  'North South East West Central New Island Islands Republic Kingdom United State States Union Democratic Territory ' +
    'Territories Ocean Bank City World Great Outer Southern Northern Western Eastern Nations Man Special Region Coast Saint',
);

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** Prepositions of five or more letters that MLA, unlike Chicago, does not capitalise. */
const LONG_PREPOSITIONS = words(
  'about above across against along among around behind below beneath beside between beyond during except inside ' +
    'outside through throughout toward towards under underneath until upon versus within without',
);

/**
 * Capitalises an English title in Chicago’s headline style (Manual of Style, 18th ed., 8.160–62). Existing capitals are
 * kept, except on small words in the middle. MLA’s style capitalises no prepositions (MLA Handbook, 9th ed., 2.90).
 */
export function headlineCase(title: string, style: 'chicago' | 'mla' = 'chicago'): string {
  return title.replace(/\p{L}[\p{L}\p{M}\p{N}’']*/gu, (word, at: number) => {
    const before = title.slice(0, at);
    const isFirst = !/[\p{L}\p{N}]/u.test(before) || /[:?!—–] ?[“‘(]?$/.test(before);
    const isLast = !/[\p{L}\p{N}]/u.test(title.slice(at + word.length));
    const isInAddress = /\p{L}\.$/u.test(before) || /^\.\p{L}/u.test(title.slice(at + word.length));
    if (isInAddress || /(?:\p{N}|’)$/u.test(before) || /\p{Lu}/u.test(word.slice(1))) return word;
    const stem = before.endsWith('-') ? /(\p{L}+)-$/u.exec(before)?.[1]?.toLowerCase() : undefined;
    if (stem !== undefined && PREFIXES.has(stem) && style === 'chicago') return word;
    if (isFirst || isLast) return capitalised(word);
    if (SMALL.has(word.toLowerCase())) return word.toLowerCase();
    const isPreposition =
      LONG_PREPOSITIONS.has(word.toLowerCase()) ||
      (/^(?:after|before|since)$/i.test(word) &&
        /^ (?:\p{N}|(?:(?:the|an?) )?[\p{L}’-]+(?:[?!:.,;]|$))/u.test(title.slice(at + word.length)));
    if (style === 'mla' && isPreposition) return word.toLowerCase();
    return PARTICLES.has(word) || word === 'a' ? word : capitalised(word);
  });
}

/** A title of which most words have capitals, with those that it lacks in headline style; others are unchanged. */
export function evenCase(title: string): string {
  const whole = headlineCase(title);
  if (headlineCase(title, 'mla') === title) return title;
  const capitals = (text: string): number =>
    text.split(/\s+/).filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length - 1;
  // A few capitals may be those of names.
  if (capitals(title) < Math.max(4, (capitals(whole) * 2) / 3)) return title;
  return title.replace(/\p{Ll}/gu, (_, at: number) => whole.charAt(at));
}

/**
 * A title in sentence style, which Chicago uses for other languages and translations: the subtitle begins with a
 * capital (8.159).
 */
export const sentenceCase = (title: string): string =>
  title.replace(/(?<=[:?!] [“‘(]?)\p{Ll}/gu, (letter) => letter.toUpperCase());

/**
 * Converts an English title to sentence style: lower case except at its beginning, at that of its subtitle, and in
 * known names.
 */
export const loweredCase = (title: string): string =>
  title.replace(/[\p{L}][\p{L}\p{M}\p{N}’']*/gu, (word, at: number) => {
    const before = title.slice(0, at);
    const isFirst = !/[\p{L}\p{N}]/u.test(before) || /[:?!—–] ?[“‘(]?$/.test(before);
    const isMarked = /[\p{Lu}\p{N}]/u.test(word.slice(1)) || word === 'I' || /[\p{N}’°]$/u.test(before);
    const isNamed = NAMES.has(word.replace(/[’']s?$/, ''));
    return isFirst || isMarked || isNamed ? word : word.charAt(0).toLowerCase() + word.slice(1);
  });

/** Words from the names of states and continents, their adjectives and demonyms, and other proper names. */
const NAMES = new Set([
  ...[...regionNames('en').values(), ...Object.values(regionForms['en'] ?? {}).flat()].flatMap((name) =>
    name.split(/[^\p{L}\p{M}]+/u).filter((word) => /^\p{Lu}/u.test(word) && !GENERIC.has(word)),
  ),
  ...words(
    'English Latin Arabic Arab Hebrew Hindi Persian Pacific Atlantic Mediterranean Baltic Arctic Antarctic Amazon Caribbean ' +
      'Balkan Eurasian Sahara Sahel Caucasus Holocene Pleistocene Paris London Brussels Beijing Washington ' +
      'Moscow Berlin Tokyo Geneva Marx Marxist Christian Muslim Jewish Buddhist Confucian Monday Tuesday Wednesday Thursday ' +
      'Friday Saturday Sunday January February April June July August September October November December',
  ),
]);

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
