import { citationStyles, type CitationStyle } from '../cite/citation-style.ts';
import type { DateRecord, Exhibit } from '../model/entries.ts';
import { isWrittenInHan } from '../model/language.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import { outcomeOf, type SourceCheck } from '../model/source-check.ts';
import { translationsFor, type Translations } from './translations.ts';

/** Printed pages, the first and the last: p. 7, pp. 7–9. */
export const sayPages = ({ page }: Translations, [first, last]: readonly [number, number]): string =>
  first === last ? page.one({ page: first }) : page.range({ first, last });

/** What a figure or table is called by its number: Table 1. */
export function exhibitName({ exhibits }: Translations, id: string): string {
  const parts = parseSegmentId(id);
  return parts?.type === 'exhibit' ? exhibits[parts.kind]({ number: parts.number }) : id;
}

/** What the editors of a paraphrase did with a figure or table. */
export function sayOrigin(t: Translations, exhibit: Exhibit): string | undefined {
  if (exhibit.type === 'picture') return undefined;
  if (exhibit.type !== 'diagram') return t.exhibits.restated;
  const { reconstructedFrom: from } = exhibit;
  return from ? t.exhibits.reconstructed({ places: sayNames(t, from) }) : t.exhibits.redrawn;
}

/** A date such as 2020-09-22, 2020-09, 2020, 19XX, or an interval of two with a slash; of a century perhaps which part. */
export function sayDate(t: Translations, date: string, part?: DateRecord['part']): string {
  const [from = '', to] = date.split('/').map((one) => sayOneDate(t, one));
  const said = to === undefined ? from : t.dates.interval({ from, to });
  return part === undefined ? said : t.dates.part[part]({ date: said });
}

function sayOneDate({ dates, language }: Translations, date: string): string {
  const century = /^(\d\d)XX$/.exec(date)?.[1];
  if (century !== undefined) return dates.century({ number: Number(century) + 1 });
  const [, month, day] = date.split('-');
  return new Intl.DateTimeFormat(language.dates, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(new Date(date));
}

/** How the source stands to the paper; where its passage could not be read, what was read in its place. */
export const sayVerdict = (
  { checks }: Translations,
  check: Pick<SourceCheck, 'verdict' | 'detail' | 'read'>,
): string => {
  const { verdict, read } = check;
  if (verdict !== 'not-to-be-had') return checks.verdict[outcomeOf(check)];
  return read === 'nothing' ? checks.nothingRead : checks.onlyRead({ read: checks.read[read] });
};

/** Names in a row: Jane Doe, Li Si and Juan Pérez. */
export const sayNames = ({ lang, typography }: Translations, names: string[]): string =>
  isWrittenInHan(lang)
    ? names.join(typography.listSeparator)
    : new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

/** A name that begins with an English article, as it stands within a sentence. */
export const midSentence = (name: string): string => name.replace(/^The /, 'the ');

/** What the language of an edition is called in the language in which its pages speak. */
export const languageOf = ({ lang }: { lang: string }): string =>
  new Intl.DisplayNames(translationsFor(lang).lang, { type: 'language' }).of(
    new Intl.Locale(lang).language,
  ) ?? lang;

/** The style in which an edition in this language prints references. */
export const citationStyleOf = ({ language }: Translations): CitationStyle =>
  citationStyles.find((style) => style === language.citationStyle) ?? 'chicago';

/** All styles, the one that an edition in this language prints first. */
export const citationStylesOf = (t: Translations): CitationStyle[] => [
  ...new Set([citationStyleOf(t), ...citationStyles]),
];

/** What a style is called where it prints entries of a list. */
export const entryStyleName = ({ cite }: Translations, style: CitationStyle): string =>
  style === 'chicago' ? cite.chicagoEntry : cite.forms[style];
