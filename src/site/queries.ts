import type {
  PlacedCitation,
  PlacedTarget,
  Chapter,
  Mark,
  Note,
  Segment,
  SegmentUnit,
} from '../read/dossier.ts';
import type { Scheme } from '../markdown/nodes.ts';
import { inEdition, type Localised } from '../model/localised.ts';
import { compareSegmentIds, hasOwnPage } from '../model/segment-id.ts';
import type { ChapterHead, Edition } from '../model/settings.ts';
import { collections, type EntryKind } from '../model/urls.ts';
import { dossier, editions, settings } from './dossier.ts';
import { wordsFor } from './words/words-for.ts';
import type { Words } from './words/words.ts';

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

/** A passage that leads to something, with the sentences that do. */
export interface Use {
  segment: Segment;
  units: SegmentUnit[];
}

/** Every segment of an edition that refers to it, in the order of the text: its backlinks. */
export function usesOf(edition: string, scheme: Scheme, id: string): Use[] {
  const carried = scheme === 'case' ? (dossier.cases.find((one) => one.id === id)?.value.segments ?? []) : [];
  const points = (target: PlacedTarget): boolean => target.scheme === scheme && target.id === id;
  return [...(segmentsByEdition.get(edition)?.values() ?? [])]
    .filter((segment) => segment.targets.some(points) || carried.includes(segment.id))
    .map((segment) => {
      const indices = segment.targets.filter(points).map(({ unit }) => unit);
      return { segment, units: segment.units.filter(({ index }) => indices.includes(index)) };
    });
}

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

/** The entries of a collection with the names that an edition gives them, in that edition's order. */
export function entriesOf(kind: EntryKind, edition: Edition): { id: string; name: string }[] {
  const named = [...namesByKind[kind].keys()].map((id) => ({ id, name: nameOf(kind, id, edition) }));
  const collator = new Intl.Collator(edition.lang);
  return named.sort((a, b) => (kind === 'work' ? (a.id < b.id ? -1 : 1) : collator.compare(a.name, b.name)));
}

/** The reference to the paper in an edition's language. */
export function paperReference(edition: Edition): string {
  const { paper } = settings;
  return wordsOf(edition).paper.reference({
    authors: paperAuthors(edition),
    title: inEdition(paper.title, edition.id),
    journal: inEdition(paper.journal, edition.id),
    year: paper.year,
    pages: paper.pages,
    ...(paper.volume === undefined ? {} : { volume: paper.volume }),
    ...(paper.issue === undefined ? {} : { issue: paper.issue }),
    ...(paper.DOI === undefined ? {} : { DOI: paper.DOI }),
  });
}

/** The authors as that edition writes them, in the order of names that the paper's own language has. */
export function paperAuthors(edition: Edition): string[] {
  const familyFirst = /^(?:zh|ja|ko|vi|hu)\b/.test(settings.paper.language);
  return settings.paper.authors.flatMap((author) => {
    const name = author[edition.id] ?? Object.values(author)[0];
    if (!name) return [];
    const parts = familyFirst ? [name.family, name.given] : [name.given, name.family];
    return [parts.join(/\p{Script=Han}$/u.test(name.family) ? '' : ' ')];
  });
}

export const localised = (text: Localised, edition: Edition): string => inEdition(text, edition.id);
