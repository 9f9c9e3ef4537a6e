import { citationStyles, type CitationStyle } from '../model/citation-style.ts';
import type { DateRecord, Exhibit } from '../model/entries.ts';
import { isWrittenInHan, writtenLanguage } from '../model/language.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import type { Sentences } from '../model/sentences.ts';
import { outcomeOf, type SourceCheck } from '../model/source-check.ts';
import { memoizeData } from '../model/memoize.ts';
import { translationsFor, type Translations } from './translations.ts';

/** A range of printed pages: p. 7, pp. 7–9. */
export const sayPages = ({ page }: Translations, [first, last]: readonly [number, number]): string =>
  first === last ? page.one({ page: first }) : page.range({ first, last });

/** A locator such as pp. 7-9 as a text in a language has it: outside Chinese, with the dash of a range. */
export const sayLocator = ({ lang }: Translations, locator: string): string =>
  isWrittenInHan(lang) ? locator : locator.replace(/(?<=\d)[-—](?=\d)/g, '–');

/** A segment as a place in the paper: 2.1.3, Abstract, Table 1. */
export const segmentName = (t: Translations, id: string): string =>
  id === 'abstract' ? t.abstract : exhibitName(t, id);

/** A passage: a segment, or some of its sentences, as counted in the edition: 2.1.3, sentences 5–7. */
export function sayPassage(t: Translations, id: string, sentences: Sentences | undefined): string {
  const { segment } = t;
  const name = segmentName(t, id);
  if (sentences === undefined) return name;
  const [first, last] = sentences;
  return first === last
    ? segment.sentence({ id: name, first })
    : segment.sentences({ id: name, first, last });
}

/** Several ranges of printed pages, in ascending order and without overlap: pp. 7, 9–11. */
export function sayPageRanges(t: Translations, ranges: readonly (readonly [number, number])[]): string {
  const [first] = ranges;
  if (first && ranges.length === 1) return sayPages(t, first);
  const [before, dash, after] = t.page.range.template.split('{}');
  const each = ranges.map((range) => [...new Set(range)].join(dash));
  return [before, each.join(t.typography.listSeparator), after].join('');
}

/** The name of a figure or table with its number: Table 1. */
export function exhibitName({ exhibits }: Translations, id: string): string {
  const parts = parseSegmentId(id);
  return parts?.type === 'exhibit' ? exhibits[parts.kind]({ number: parts.number }) : id;
}

/** How the editors of a paraphrase reworked a figure or table. */
export function sayOrigin(t: Translations, exhibit: Exhibit): string | undefined {
  if (exhibit.type === 'picture') return undefined;
  if (exhibit.type !== 'diagram') return t.exhibits.restated;
  const places = exhibit.reconstructedFrom?.map((id) => segmentName(t, id));
  return places ? t.exhibits.reconstructed({ places: sayNames(t, places) }) : t.exhibits.redrawn;
}

/**
 * A date such as 2020-09-22, 2020-09, 2020 or 19XX, or an interval of two dates with a slash; `part` is a part of a
 * century.
 */
export function sayDate(t: Translations, date: string, part?: DateRecord['part']): string {
  const [from = '', to] = date.split('/').map((one) => sayOneDate(t, one));
  const said = to === undefined ? from : t.dates.interval({ from, to });
  return part === undefined ? said : t.dates.part[part]({ date: said });
}

function sayOneDate({ dates, language }: Translations, date: string): string {
  const century = /^(\d\d)XX$/.exec(date)?.[1];
  if (century !== undefined) return dates.century({ number: Number(century) + 1 });
  const { length } = date.split('-');
  return dateFormat(language.dates, length).format(new Date(date));
}

// Creating one takes far longer than using it, and an overview names every date many times.
const dateFormat = memoizeData(
  (locale: string, parts: number) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts < 2 ? {} : { month: 'long' }),
      ...(parts < 3 ? {} : { day: 'numeric' }),
    }),
);

/** The verdict of a check; if it is undecided, also what was read in place of the passage. */
export function sayVerdict(t: Translations, check: Pick<SourceCheck, 'verdict' | 'detail' | 'read'>): string {
  const name = t.checks.verdict[outcomeOf(check)];
  return check.verdict === 'not-to-be-had' ? t.typography.colon({ name, text: sayReading(t, check) }) : name;
}

/** Why a check is undecided: what was read in place of the passage. */
export const sayReading = ({ checks }: Translations, { read }: Pick<SourceCheck, 'read'>): string =>
  read === 'nothing' ? checks.nothingRead : checks.onlyRead({ read: checks.read[read] });

/** The outer and inner quotation marks of a language, each opening and closing. */
export const quotesIn = ({ typography }: Translations): string[] => typography.quotes.split(' ');

/** A list of names: Jane Doe, Li Si and Juan Pérez. */
export const sayNames = ({ lang, typography }: Translations, names: string[]): string =>
  isWrittenInHan(lang)
    ? names.join(typography.listSeparator)
    : new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

/** A name with an English article in lower case, for use within a sentence. */
export const midSentence = (name: string): string => name.replace(/^The /, 'the ');

/** The name of a language, without its script and region, in the interface language of pages in another. */
export const languageIn = memoizeData((lang: string, of: string): string =>
  writtenLanguage(languageNames(translationsFor(lang).lang), of),
);

// Each of these takes a millisecond, and each name a tenth of one.
const languageNames = memoizeData((lang: string) => new Intl.DisplayNames(lang, { type: 'language' }));

/** The reference style of editions in this language. */
export const citationStyleOf = ({ language }: Translations): CitationStyle =>
  citationStyles.find((style) => style === language.citationStyle) ?? 'chicago';

/** All styles, starting with the default of this language. */
export const citationStylesOf = (t: Translations): CitationStyle[] => [
  ...new Set([citationStyleOf(t), ...citationStyles]),
];

/** The name of a style for entries in a list. */
export const entryStyleName = ({ cite }: Translations, style: CitationStyle): string =>
  style === 'chicago' ? cite.chicagoEntry : cite.forms[style];
