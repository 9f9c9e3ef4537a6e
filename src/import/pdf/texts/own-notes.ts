import { isNames } from '../../words/bylines.ts';
import type { SourceBlock, SourceDocument, SourceEntry } from '../../source-document.ts';
import { citedByMarks } from './cited-by-marks.ts';
import type { Reading } from '../reading.ts';
import type { FootEntry, ListEntries } from './note-texts.ts';

/** A paper with this many marks for each note cites by numbers. */
const MARKS_A_NOTE = 4;

/**
 * Decides which notes are the paper’s: those on its authors are not, and in a paper that cites by number none are.
 * `firstSheet` is the index of its first page.
 */
export function ownNotes(
  blocks: SourceBlock[],
  atFeet: FootEntry[],
  lists: ListEntries[],
  firstSheet: number,
  { starts, omitted }: Reading,
): Pick<SourceDocument, 'blocks' | 'notes' | 'references' | 'citations'> {
  const leaveOut = (some: SourceEntry[]): void => {
    for (const { content } of some) omitted.push({ kind: 'editorial', content });
  };
  const isOnAuthor = findNotesOnAuthors(blocks, firstSheet, starts[firstSheet + 1] ?? Infinity);
  leaveOut(atFeet.filter(isOnAuthor));
  const inLists = lists.filter(({ id }) => id === 'notes');
  const notes: SourceDocument['notes'] = [
    ...atFeet.filter((note) => !isOnAuthor(note)),
    ...inLists.flatMap(({ entries }, i) => entries.map((entry) => ({ ...entry, scope: `list ${i}` }))),
  ];
  const references = lists.filter(({ id }) => id === 'references').flatMap(({ entries }) => entries);
  // A paper that cites by number may have a few notes, such as its authors’ affiliations.
  const marks = blocks.reduce((sum, block) => sum + block.marks.length, 0);
  const haveFew = marks >= notes.length * MARKS_A_NOTE && references.length >= notes.length * 2;
  const citations = haveFew ? citedByMarks(blocks, references) : undefined;
  if (!citations) return { blocks, notes, references };
  leaveOut(notes);
  return { blocks: blocks.map((block) => ({ ...block, marks: [] })), notes: [], references, citations };
}

/** Authors’ affiliations and thanks may be notes to their names, on the first page and nowhere else. */
function findNotesOnAuthors(
  blocks: SourceBlock[],
  firstSheet: number,
  endOfFirst: number,
): (note: FootEntry) => boolean {
  const labelsOnFirst = (some: SourceBlock[]): Set<number> =>
    new Set(
      some.flatMap(({ content, marks }) =>
        marks.flatMap(({ start, note }) =>
          'label' in note && (content.offsets[start] ?? 0) < endOfFirst ? [note.label] : [],
        ),
      ),
    );
  const isByline = ({ raw = '', marks }: SourceBlock): boolean => marks.length > 0 && isNames(raw);
  const onNames = labelsOnFirst(blocks.filter(isByline));
  const inText = labelsOnFirst(blocks.filter((block) => !isByline(block)));
  return ({ sheet, label }) => sheet === firstSheet && onNames.has(label) && !inText.has(label);
}
