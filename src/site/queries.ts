import type { PlacedCitation, Chapter, Mark, Note, Segment } from '../read/dossier.ts';
import { inEdition, type Localised } from '../model/localised.ts';
import type { Permalink } from '../model/permalink.ts';
import { compareSegmentIds, hasOwnPage } from '../model/segment-id.ts';
import type { ChapterHead, Edition } from '../model/settings.ts';
import { collections, urls, type EntryKind } from '../model/urls.ts';
import { dossier, editions, link, settings } from './dossier.ts';
import { authorsOfPaper, referenceToPaper } from '../render/label.ts';
import { entryAddress } from '../render/page-form.ts';
import { wordsFor } from '../i18n/words-for.ts';
import type { Words } from '../i18n/words.ts';

export const wordsOf = (edition: Edition): Words => wordsFor(edition.lang);

/** The chapter as that edition has it, or undefined where it is not written yet. */
export const chapterIn = (edition: string, id: string): Chapter | undefined =>
  dossier.chapters.find((chapter) => chapter.edition === edition && chapter.id === id);

export const chapterHead = (id: string): ChapterHead => {
  const head = settings.chapters.find((chapter) => chapter.id === id);
  if (!head) throw new Error(`No chapter “${id}” in dossier.yaml`);
  return head;
};

const segmentsByEdition = new Map(
  editions.map(({ id }) => [
    id,
    new Map(
      dossier.chapters
        .filter(({ edition }) => edition === id)
        .flatMap(({ segments }) => segments.map((s) => [s.id, s] as const)),
    ),
  ]),
);

/** The segment in that edition, or undefined where the translation has not reached it. */
export const segmentIn = (edition: string, id: string): Segment | undefined =>
  segmentsByEdition.get(edition)?.get(id);

/** Ids of the segments that have a page of their own, in the order of the paper. */
export const pagedSegments: string[] = [
  ...new Set(dossier.chapters.flatMap(({ segments }) => segments.map(({ id }) => id)).filter(hasOwnPage)),
].sort(compareSegmentIds);

const notesIn = (edition: string): Note[] =>
  dossier.chapters.filter((chapter) => chapter.edition === edition).flatMap(({ notes }) => notes);

export const noteIn = (edition: string, number: number): Note | undefined =>
  notesIn(edition).find((note) => note.number === number);

/** Where a note is marked in that edition. */
export const markOf = (edition: string, number: number): Mark | undefined =>
  dossier.chapters
    .filter((chapter) => chapter.edition === edition)
    .flatMap(({ marks }) => marks)
    .find((mark) => mark.number === number);

export const noteNumbers: number[] = [
  ...new Set(
    dossier.chapters.flatMap(({ notes }) =>
      notes.flatMap(({ number }) => (number === undefined ? [] : [number])),
    ),
  ),
].sort((a, b) => a - b);

/** Every note of an edition that cites the work. */
export function citationsOf(edition: string, key: string): { note: Note; citation: PlacedCitation }[] {
  return notesIn(edition).flatMap((note) =>
    note.citations.filter((citation) => citation.key === key).map((citation) => ({ note, citation })),
  );
}

export const entryKinds = Object.keys(collections) as EntryKind[];

/** Names by id; a work's is its title in every edition. */
const namesByKind: Record<EntryKind, Map<string, Localised | string>> = {
  case: new Map(dossier.cases.map(({ id, value }) => [id, value.title])),
  term: new Map(dossier.terms.map(({ id, value }) => [id, value.name])),
  actor: new Map(dossier.actors.map(({ id, value }) => [id, value.name])),
  work: new Map(dossier.works.map(({ id, value }) => [id, value.title])),
};

export function nameOf(kind: EntryKind, id: string, edition: Edition): string {
  const name = namesByKind[kind].get(id) ?? id;
  return typeof name === 'string' ? name : inEdition(name, edition.id);
}

/** Where an edition has the entry, as a link of this build. */
export const entryLink = (edition: Edition, kind: EntryKind, id: string): string =>
  link(entryAddress(dossier, kind, id, edition.id));

/** A case without prose is only an entry in the index of cases. */
export const hasEntryPage = (kind: EntryKind, id: string): boolean =>
  kind !== 'case' || dossier.cases.some((one) => one.id === id && one.prose.length > 0);

/** The entries of a collection with the names that an edition gives them, in that edition's order. */
export function entriesOf(kind: EntryKind, edition: Edition): { id: string; name: string }[] {
  const named = [...namesByKind[kind].keys()].map((id) => ({ id, name: nameOf(kind, id, edition) }));
  const collator = new Intl.Collator(edition.lang);
  return named.sort((a, b) => (kind === 'work' ? (a.id < b.id ? -1 : 1) : collator.compare(a.name, b.name)));
}

/** The pages that look over the whole paper, of which there is something to show. */
export function overviews(edition: Edition): { address: string; name: string }[] {
  const words = wordsOf(edition);
  const records = dossier.quantities.value;
  return [
    ...(Object.keys(dossier.argument.value).length > 0
      ? [{ address: urls.argument(edition.id), name: words.argument.heading }]
      : []),
    ...(records.some(({ type }) => type === 'date')
      ? [{ address: urls.timeline(edition.id), name: words.timeline.heading }]
      : []),
    ...(records.length > 0 ? [{ address: urls.data(edition.id), name: words.quantities.heading }] : []),
  ];
}

/** The reference to the paper in an edition's language. */
export const paperReference = (edition: Edition): string => referenceToPaper(settings, edition);

/** The authors as that edition writes them. */
export const paperAuthors = (edition: Edition): string[] => authorsOfPaper(settings, edition);

/** Why something was withdrawn, in the words of an edition, or of all of them where there is none. */
export const reasonsOf = ({ gone }: Permalink, edition: Edition | undefined): string[] =>
  gone === undefined
    ? []
    : [...new Set((edition ? [edition] : editions).map(({ id }) => inEdition(gone, id)))];

export const localised = (text: Localised, edition: Edition): string => inEdition(text, edition.id);
