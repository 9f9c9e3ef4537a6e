import { placeInEnglish } from '../cite/behind-title.ts';
import { headlineCase } from '../cite/headline-case.ts';
import { entryName, entryNameElsewhere, type EditionRecord } from '../exchange/edition-record.ts';
import { isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { sayDate } from '../i18n/phrases.ts';
import { translationsFor, type Translations } from '../i18n/translations.ts';
import { exhibitWords } from '../release/entities.ts';
import { sayQuantity } from './amounts.ts';
import { quantitiesIn } from './backlinks.ts';
import { lowered, nameOfPage, type OwnPage } from './own-record.ts';
import { nestedMarks } from './page-place.ts';
import { nameOf } from './queries.ts';
import { caseOf, chapterIn, exhibitOf } from '../read/text-in.ts';

/** What a citation calls an entry of an overview, by edition. */
type EntryNames = Record<string, string>;

/** The names of an entry of the timeline, the data, the argument or a case, in each public edition, by its HTML id. */
export function entryOf(dossier: Dossier, { id: page }: Pick<OwnPage, 'id'>, id: string): EntryNames {
  const kind = page.split('/').at(-2);
  const development = caseOf(dossier, page)?.value.developments[developmentIn(id)];
  const found = quantitiesIn(dossier).find((one) => one.id === id);
  return Object.fromEntries(
    publicEditions(dossier.settings.value).map((edition) => {
      const { entry } = translationsFor(edition.lang).cite;
      const section = id.replace(/^section-|-.*$/g, '');
      const name = found ? sayQuantity(found.record, edition) : section;
      const isAmbiguous =
        found &&
        quantitiesIn(dossier).some((one) => one.id !== id && sayQuantity(one.record, edition) === name);
      const paragraph = found && paragraphOf(dossier, edition, found.record.passage.segment);
      const [open, close] = isWrittenInHan(edition.lang) ? ['（', '）'] : [' (', ')'];
      if (id === editorsAccount)
        return [edition.id, entry.under({ name: translationsFor(edition.lang).cases.account })];
      if (development)
        return [edition.id, entry.later({ date: sayDate(translationsFor(edition.lang), development.date) })];
      if (dossier.works.some((work) => work.id === id))
        return [edition.id, entry.under({ name: nameOf(dossier, 'work', id, edition) })];
      if (id === argumentInBrief) return [edition.id, entry.brief];
      // The introduction has no number.
      const head = dossier.settings.value.chapters.find((chapter) => chapter.section === 0);
      if (section === '0' && head) return [edition.id, lowered(localised(head.title, edition))];
      return [
        edition.id,
        (kind === 'timeline' ? entry.date({ name }) : found ? entry.row({ name }) : entry.section({ name })) +
          (isAmbiguous ? open + paragraph + close : ''),
      ];
    }),
  );
}

/** The passage of an entry. */
function paragraphOf(dossier: Dossier, edition: Edition, id: string): string {
  const t = translationsFor(edition.lang);
  if (/^\d/.test(id) && primaryLanguage(edition.lang) === 'en')
    return placeInEnglish('chicago', 'paragraph', id);
  return lowered(
    nameOfPage(dossier, edition, { kind: /^(?:\d|abstract$)/.test(id) ? 'segment' : 'exhibit', id }) ??
      t.abstract,
  );
}

/** The HTML id of the whole argument in a sentence, above its sections. */
export const argumentInBrief = 'in-brief';

/** The ids of the parts of a case that are cited as such: the editors’ text, and what happened later. */
export const editorsAccount = 'account';
export const developmentId = (index: number): string => `later-${index + 1}`;
const developmentIn = (id: string): number => Number(/^later-(\d+)$/.exec(id)?.[1] ?? 0) - 1;

/** Placeholders for these names, in a citation of any entry. */
export const anyEntry = (dossier: Dossier, own: Edition): EntryNames =>
  Object.fromEntries(
    publicEditions(dossier.settings.value).map(({ id }) => [
      id,
      id === own.id ? entryName : entryNameElsewhere,
    ]),
  );

/** The headings of a chapter, by number, or the rows and columns of a table, in an edition. */
interface PlaceNames {
  headings?: [number: string, title: string][];
  rows?: string[];
  columns?: string[];
}

/** A heading as references give titles: English ones in headline style, within quotation marks. */
const asTitle = (heading: string, lang: string): string =>
  primaryLanguage(lang) === 'en' ? nestedMarks(headlineCase(heading)) : heading;

/** What references call these places in a language, by number: `2.1`, `2` for a row, `.3` for a column. */
function sayPlaces(
  { cite, lang }: Translations,
  { headings = [], rows = [], columns = [] }: PlaceNames,
): EntryNames {
  const { heading, rowOf, columnOf } = cite.entry;
  return Object.fromEntries([
    ...headings.map(([number, title]) => [number, heading({ number, title: asTitle(title, lang) })]),
    ...rows.map((name, i) => [String(i + 1), rowOf({ name })]),
    ...columns.map((name, i) => [`.${i + 1}`, columnOf({ name })]),
  ]);
}

/**
 * What references call the headings of a chapter, or the rows and columns of a table, in an edition; and in English if
 * an English edition has the same page. `namesIn` gives the names in an edition that has the page.
 */
export function placesOf(
  editions: Edition[],
  own: Edition,
  namesIn: (edition: Edition) => PlaceNames | undefined,
): Pick<EditionRecord, 'places'> {
  const names = sayPlaces(translationsFor(own.lang), namesIn(own) ?? {});
  const english = isWrittenInHan(own.lang)
    ? editions.find(({ lang }) => primaryLanguage(lang) === 'en')
    : undefined;
  const elsewhere = english ? sayPlaces(translationsFor(english.lang), namesIn(english) ?? {}) : {};
  const places: NonNullable<EditionRecord['places']> = {};
  for (const [place, name] of Object.entries(names)) {
    const other = elsewhere[place];
    places[place] = other === undefined ? [name] : [name, other];
  }
  return Object.keys(places).length > 0 ? { places } : {};
}

/** The headings of a chapter, or the rows and columns of a table, as they are. */
export function placeNamesOf(
  dossier: Dossier,
  { kind, id }: Pick<OwnPage, 'kind' | 'id'>,
  edition: Edition,
): PlaceNames | undefined {
  if (kind === 'chapter') {
    const headings = chapterIn(dossier, edition.id, id)?.segments.filter(({ type }) => type === 'heading');
    return { headings: headings?.map((one) => [one.id, one.text]) ?? [] };
  }
  const exhibit = kind === 'exhibit' ? exhibitOf(dossier, id) : undefined;
  if (exhibit?.type !== 'table') return undefined;
  const [columns = [], ...rows] = exhibitWords(exhibit, edition.id).rows;
  return { columns, rows: rows.map(([head = '']) => head) };
}

/** The attributes by which a script knows what to call an entry. */
export function entryData(
  dossier: Dossier,
  edition: Edition,
  page: string,
  id: string,
): { 'data-entry': string; 'data-entry-elsewhere': string } {
  const names = entryOf(dossier, { id: page }, id);
  const [elsewhere = names[edition.id] ?? ''] = Object.entries(names).flatMap(([one, name]) =>
    one === edition.id ? [] : [name],
  );
  return { 'data-entry': names[edition.id] ?? '', 'data-entry-elsewhere': elsewhere };
}

/** Whether a page may be cited by a heading of it. */
export const hasHeadings = ({ kind }: Pick<OwnPage, 'kind'>): boolean =>
  kind === 'actor' || kind === 'overview';

/**
 * What references call the words under a heading: `under`, with a placeholder `{}` for it, and under each heading that
 * is the same on all pages of its kind; and several sections of the argument, whose first and last numbers replace
 * placeholders.
 */
export function underHeading(
  dossier: Dossier,
  page: OwnPage,
  own: Edition,
): NonNullable<EditionRecord['places']> {
  const english = isWrittenInHan(own.lang)
    ? publicEditions(dossier.settings.value).find(({ lang }) => primaryLanguage(lang) === 'en')
    : undefined;
  const [here, there] = [own, english].map((one) => one && translationsFor(one.lang).cite.entry);
  const inBoth = (name: (entry: Translations['cite']['entry'], of: Edition) => string): [string, string?] =>
    there && english ? [name(here!, own), name(there, english)] : [name(here!, own)];
  const headings = headingsOf(dossier, page, own);
  return {
    under: inBoth((entry) => entry.under({ name: '{}' })),
    sections: inBoth((entry) => entry.sections({ first: '{}', last: '{}' })),
    ...Object.fromEntries(
      headings.map((heading, i) => [
        heading,
        inBoth((entry, of) => entry.under({ name: asTitle(headingsOf(dossier, page, of)[i]!, of.lang) })),
      ]),
    ),
  };
}

/** The headings of pages of actors and of overviews without entries, in the same order in every edition. */
function headingsOf({ settings }: Dossier, { kind, id }: OwnPage, edition: Edition): string[] {
  const { about, actors, checks, terms } = translationsFor(edition.lang);
  const caseKinds = settings.value.caseKinds.map(({ name }) => localised(name, edition));
  const headings: Record<string, string[]> = {
    about: [about.whose, about.rights, about.rules, about.figures, about.reading, about.correcting],
    actors: [actors.matrix.heading, actors.matrix.others, ...Object.values(actors.groups)],
    cases: caseKinds,
    terms: Object.values(terms.groups),
  };
  return kind === 'actor'
    ? [actors.cases, checks.heading, ...caseKinds]
    : (headings[id.split('/').at(-2) ?? ''] ?? []);
}
