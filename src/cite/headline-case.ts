/** Articles, conjunctions and prepositions of up to four letters, as far as they are nothing else. */
const SMALL = words('an and as at but by for from in into nor of on onto or per the to upon via with');
/** What stands before a family name and belongs to it: President von der Leyen. */
const PARTICLES = words('da de del della dem der di dos du el ibn la le van von zu zur');
/** First elements that are no words: what follows one keeps the case that it is written in. */
const PREFIXES = words(
  'anti auto bio co counter cyber de eco electro geo hyper infra inter intra macro mega meta micro mini mono ' +
    'multi neo non pan poly post pre pro proto pseudo psycho quasi re semi socio sub super supra techno trans ultra un',
);

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/**
 * An English title with the capitals of Chicago’s headline style (Manual of Style, 18th ed., 8.160–62). Capitals that it has
 * are kept, but for those of small words in the middle.
 */
export function headlineCase(title: string): string {
  return title.replace(/\p{L}[\p{L}\p{M}\p{N}’']*/gu, (word, at: number) => {
    const before = title.slice(0, at);
    const isFirst = !/[\p{L}\p{N}]/u.test(before) || /[:?!—–] ?[“‘(]?$/.test(before);
    const isLast = !/[\p{L}\p{N}]/u.test(title.slice(at + word.length));
    const isInAddress = /\p{L}\.$/u.test(before) || /^\.\p{L}/u.test(title.slice(at + word.length));
    if (isInAddress || /(?:\p{N}|’)$/u.test(before) || /\p{Lu}/u.test(word.slice(1))) return word;
    const stem = /(\p{L}+)-$/u.exec(before)?.[1]?.toLowerCase();
    if (stem !== undefined && PREFIXES.has(stem)) return word;
    if (isFirst || isLast) return capitalised(word);
    if (SMALL.has(word.toLowerCase())) return word.toLowerCase();
    return PARTICLES.has(word) || word === 'a' ? word : capitalised(word);
  });
}

/** A title in sentence style, as Chicago gives those in other languages and translations: its subtitle has a capital (8.159). */
export const sentenceCase = (title: string): string =>
  title.replace(/(?<=[:?!] [“‘(]?)\p{Ll}/gu, (letter) => letter.toUpperCase());

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
