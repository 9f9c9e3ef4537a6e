import { countedEditions } from '../model/alignment.ts';
import type { Chapter, Dossier, Mark, Note, Segment } from './dossier.ts';

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
