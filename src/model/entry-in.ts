import { isChicago, isEnglish, isInText, type CitationStyle } from './citation-style.ts';

/**
 * The name of an entry with its paragraph, as in “April 2021 (para. 4.0.2)”, within the parentheses of a style that
 * cites in the text: in brackets or, in GB/T, after a comma.
 */
export function entryIn(style: CitationStyle, name: string): string {
  const said = placeIn(style, bracketed(style, datedIn(style, name)));
  // GB/T 7714—2025 has full-width colons.
  return style === 'gbt' ? said.replaceAll(': ', '：') : said;
}

/** English dates as a style has them: MLA has the day first, as the pages do. */
export const datedIn = (style: CitationStyle, text: string): string =>
  style === 'mla' ? text : text.replace(/\b(\d{1,2}) (\p{Lu}\p{Ll}+) (\d{4})\b/gu, '$2 $1, $3');

/**
 * The names of places that MLA (Handbook, 9th ed., appendix 1) and Chicago abbreviate before a number. MLA’s “n” for
 * notes is only for those behind a page: 56n3.
 */
const abbreviations = {
  mla: { para: 'par', section: 'sec', article: 'art', chapter: 'ch', chap: 'ch', figure: 'fig' },
  chicago: { section: 'sec', article: 'art', chapter: 'chap', figure: 'fig' },
};
/** In APA, such names have capitals, except those of pages and paragraphs, and numbered sections need no title. */
const CAPITALISED = 'section|article|chapter|note|figure|table|part|source check';
/** Before a number or a placeholder for one. */
const beforeNumber = (names: string): RegExp =>
  new RegExp(String.raw`\b(${names})(s?)\.?(?= (?:[A-Z]?\d|[\uE00C-\uE00F]))`, 'g');

/** A place in a work, such as “section 2, para. 3”, as an English style gives it; in other styles, it is unchanged. */
export function placeIn(style: CitationStyle, place: string): string {
  if (style === 'apa')
    return place
      .replace(/^(section [\d.]+), “.*”$/, '$1')
      .replace(/^abstract$/, 'Abstract')
      .replace(beforeNumber(CAPITALISED), (name) =>
        name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
      );
  const short: Record<string, string> =
    style === 'mla' ? abbreviations.mla : isChicago(style) ? abbreviations.chicago : {};
  const names = Object.keys(short).join('|');
  return names === ''
    ? place
    : place.replace(beforeNumber(names), (_, name: string, plural: string) => `${short[name]}${plural}.`);
}

function bracketed(style: CitationStyle, name: string): string {
  const [, before = '', paragraph = '', close] = /^(.*?) ?[(（]([^()（）]*)([)）])$/su.exec(name) ?? [];
  if (close === undefined) return name;
  if (style === 'gbt-author-date') return before + (close === '）' ? '，' : ', ') + paragraph;
  return isEnglish(style) && isInText(style) ? `${before} [${paragraph}]` : name;
}
