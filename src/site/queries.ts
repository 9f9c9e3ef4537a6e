import { sayPages, segmentName } from '../i18n/phrases.ts';
import { nodesOf } from '../markdown/nodes-of.ts';
import type { PlacedCitation, Chapter, Dossier, Note, Segment, SegmentUnit } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { chapterIn, exhibitOf, notesIn, segmentIn, segmentsIn, termOf } from '../read/text-in.ts';
import { localised, type Localised } from '../model/localised.ts';
import type { Permalink } from '../model/permalink.ts';
import { compareSegmentIds, hasOwnPage } from '../model/segment-id.ts';
import type { ChapterHead, Edition } from '../model/settings.ts';
import { entryKinds, type EntryKind } from '../model/urls.ts';
import { translationsFor } from '../i18n/translations.ts';
import { byName } from './letter-of.ts';

export function chapterHead({ settings }: Dossier, id: string): ChapterHead {
  const head = settings.value.chapters.find((chapter) => chapter.id === id);
  if (!head) throw new Error(`No chapter “${id}” in dossier.yaml`);
  return head;
}

/** The name of a chapter: its number, if it has one, and its title. */
export function chapterName(dossier: Dossier, id: string, edition: Edition): string {
  const { section, title } = chapterHead(dossier, id);
  return `${section > 0 ? `${section} ` : ''}${localised(title, edition)}`;
}

/** Whether the text of a chapter contains a table that is not an exhibit. */
export const hasTable = ({ segments }: Chapter): boolean =>
  segments.some(({ blocks }) => nodesOf(blocks, 'table').length > 0);

/** The first and last printed page of something, if they are known. */
export type Pages = [number, number] | undefined;

/** The pages of a chapter, without the abstract before it. */
export function pagesOf({ segments }: Chapter): Pages {
  const text = segments.filter(({ type }) => type !== 'abstract');
  const [first, last] = [text[0]?.pages?.[0], text.at(-1)?.pages?.[1]];
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** The printed pages of what is on a chapter’s page, which may begin with the abstract. */
export function pagesShown(chapter: Chapter): Pages {
  const own = pagesOf(chapter);
  const abstract = chapter.segments.find(({ type }) => type === 'abstract');
  return own && [Math.min(abstract?.pages?.[0] ?? own[0], own[0]), own[1]];
}

/** The pages of consecutive units. */
export function pagesOfUnits(units: SegmentUnit[]): Pages {
  const [from, to] = [units[0]?.page, units.at(-1)?.lastPage];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The pages of words within a unit. */
export function pagesOfWords(unit: SegmentUnit, words: string): Pages {
  const from = unit.text.indexOf(words);
  if (unit.page === undefined || from < 0) return pagesOfUnits([unit]);
  const pageAt = (offset: number): number =>
    unit.pageBreaks.findLast(({ at }) => at <= offset)?.page ?? unit.page!;
  return [pageAt(from), pageAt(from + words.length - 1)];
}

/** Where the paper defines a term, and whose definition it is; undefined if it is the editors’. */
export function definitionIn(
  dossier: Dossier,
  edition: Edition,
  id: string,
): { pages: Pages; definedBy: 'authors' | 'source' } | undefined {
  const { definedBy = 'editors', definedIn } = termOf(dossier, id)?.value ?? {};
  if (definedBy === 'editors') return undefined;
  const place = definedIn === undefined ? undefined : segmentIn(dossier, edition.id, definedIn);
  return { pages: place?.pages, definedBy };
}

/** The printed pages of an exhibit: of its place in the text and of a table’s rows, if they state theirs. */
export function pagesOfExhibit(dossier: Dossier, edition: string, id: string): Pages {
  const exhibit = exhibitOf(dossier, id);
  const ofRows = exhibit?.type === 'table' ? exhibit.rows.flatMap(({ pages = [] }) => pages) : [];
  const pages = [...(segmentIn(dossier, edition, id)?.pages ?? []), ...ofRows];
  return pages.length === 0 ? undefined : [Math.min(...pages), Math.max(...pages)];
}

/** The heading above a segment of an edition, if there is one. */
export function headingOf(dossier: Dossier, edition: string, id: string): Segment | undefined {
  const segment = segmentIn(dossier, edition, id);
  const all = segment ? (chapterIn(dossier, edition, segment.chapter)?.segments ?? []) : [];
  return all.slice(0, segment && all.indexOf(segment)).findLast(({ type }) => type === 'heading');
}

/** A short description of a passage’s place: its number, its heading, and its printed pages if known. */
export function sayPlace(dossier: Dossier, edition: Edition, id: string): string {
  const t = translationsFor(edition.lang);
  const pages = segmentIn(dossier, edition.id, id)?.pages;
  const parts = [segmentName(t, id), headingOf(dossier, edition.id, id)?.text, pages && sayPages(t, pages)];
  return parts.filter(Boolean).join(' · ');
}

/** The ids of the segments that have their own page, in the order of the paper. */
export const pagedSegments = memoize((dossier: Dossier): string[] =>
  [...new Set(segmentsIn(dossier).map(({ id }) => id))].filter(hasOwnPage).sort(compareSegmentIds),
);

/** The numbers of all notes, in any edition. */
export const noteNumbers = (dossier: Dossier): number[] =>
  [...new Set(notesIn(dossier).flatMap(({ number }) => number ?? []))].sort((a, b) => a - b);

/** Every citation of a work in an edition’s notes. */
export const citationsOf = (
  dossier: Dossier,
  edition: string,
  key: string,
): { note: Note; citation: PlacedCitation }[] =>
  notesIn(dossier, edition).flatMap((note) =>
    note.citations.filter((citation) => citation.key === key).map((citation) => ({ note, citation })),
  );

/** The kinds of entries that a dossier has. */
export const kindsOf = (dossier: Dossier): EntryKind[] =>
  entryKinds.filter((kind) => namesByKind(dossier)[kind].size > 0);

/** Names by id; the name of a work is its title in every edition. */
const namesByKind = memoize(
  ({ cases, terms, actors, works }: Dossier): Record<EntryKind, Map<string, Localised | string>> => ({
    case: new Map(cases.map(({ id, value }) => [id, value.title])),
    term: new Map(terms.map(({ id, value }) => [id, value.name])),
    actor: new Map(actors.map(({ id, value }) => [id, value.name])),
    work: new Map(works.map(({ id, value }) => [id, value.title])),
  }),
);

export function nameOf(dossier: Dossier, kind: EntryKind, id: string, edition: Edition): string {
  const name = namesByKind(dossier)[kind].get(id) ?? id;
  return typeof name === 'string' ? name : localised(name, edition);
}

/** An entry with its name in an edition, and the form under which readers look for it: `Doe, Jane`. */
interface NamedEntry {
  id: string;
  name: string;
  filedAs: string;
}

/** The entries of a collection, sorted for an edition. */
export function listEntries(dossier: Dossier, kind: EntryKind, edition: Edition): NamedEntry[] {
  const actors = new Map(dossier.actors.map(({ id, value }) => [id, value.filedAs?.[edition.id]]));
  const named = [...namesByKind(dossier)[kind].keys()].map((id) => {
    const name = nameOf(dossier, kind, id, edition);
    return { id, name, filedAs: (kind === 'actor' ? actors.get(id) : undefined) ?? name };
  });
  const compare = byName(edition.lang);
  return named.sort((a, b) => (kind === 'work' ? (a.id < b.id ? -1 : 1) : compare(a.filedAs, b.filedAs)));
}

/** The reasons for a withdrawal in these editions. */
export const reasonsOf = ({ gone }: Permalink, editions: Edition[]): string[] =>
  gone === undefined ? [] : [...new Set(editions.map((edition) => localised(gone, edition)))];
