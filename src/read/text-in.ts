import { countedEditions } from '../model/alignment.ts';
import type { Actor, Exhibit, Term } from '../model/entries.ts';
import { memoize } from '../model/memoize.ts';
import type { Work } from '../model/work.ts';
import type { CaseEntry, Chapter, Dossier, Entry, Mark, Note, Segment } from './dossier.ts';

type Text = Pick<Dossier, 'chapters'>;

// The parts of an edition’s text, or of all editions if none is named, in the order of the paper.

export const chaptersIn = ({ chapters }: Text, edition?: string): Chapter[] =>
  edition === undefined ? chapters : chapters.filter((chapter) => chapter.edition === edition);

export const segmentsIn = (text: Text, edition?: string): Segment[] =>
  chaptersIn(text, edition).flatMap(({ segments }) => segments);

export const notesIn = (text: Text, edition?: string): Note[] =>
  chaptersIn(text, edition).flatMap(({ notes }) => notes);

export const marksIn = (text: Text, edition?: string): Mark[] =>
  chaptersIn(text, edition).flatMap(({ marks }) => marks);

/** Whether all chapters could be read; otherwise counts and searches in them mean nothing. */
export const isTextWhole = ({ unread }: Pick<Dossier, 'unread'>, edition?: string): boolean => {
  const folder = edition === undefined ? 'chapters/' : `chapters/${edition}/`;
  return ![...unread].some((file) => file.startsWith(folder));
};

/** Whether unit numbers such as 2.1.2-9 apply to an edition. */
export const hasCountedUnits = ({ settings }: Dossier, edition: string): boolean =>
  countedEditions(settings.value.editions).some(({ id }) => id === edition);

/** A chapter in an edition, or undefined if it has not been written. */
export const chapterIn = ({ chapters }: Dossier, edition: string, id: string): Chapter | undefined =>
  chapters.find((chapter) => chapter.edition === edition && chapter.id === id);

const segmentsByEdition = memoize(
  (dossier: Dossier) => new Map(segmentsIn(dossier).map((one) => [`${one.edition} ${one.id}`, one])),
);

/** A segment in an edition, or undefined if it has not been translated. */
export const segmentIn = (dossier: Dossier, edition: string, id: string): Segment | undefined =>
  segmentsByEdition(dossier).get(`${edition} ${id}`);

export const noteIn = (dossier: Dossier, edition: string, number: number): Note | undefined =>
  notesIn(dossier, edition).find((note) => note.number === number);

/** The place of a note’s mark in an edition. */
export const markOf = (dossier: Dossier, edition: string, number: number): Mark | undefined =>
  marksIn(dossier, edition).find((mark) => mark.number === number);

export const exhibitOf = ({ exhibits }: Dossier, id: string): Exhibit | undefined =>
  exhibits.find((one) => one.id === id)?.value;

export const caseOf = ({ cases }: Dossier, id: string | undefined): CaseEntry | undefined =>
  cases.find((one) => one.id === id);

export const termOf = ({ terms }: Dossier, id: string | undefined): Entry<Term> | undefined =>
  terms.find((one) => one.id === id);

export const actorOf = ({ actors }: Dossier, id: string | undefined): Entry<Actor> | undefined =>
  actors.find((one) => one.id === id);

export const workOf = ({ works }: Dossier, id: string | undefined): Entry<Work> | undefined =>
  works.find((one) => one.id === id);
