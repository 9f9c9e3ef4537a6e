import { toNote } from '../../text/gather-notes.ts';
import type { PrintedList } from '../../text/lists.ts';
import type { PrintedNote } from '../../text/note-areas.ts';
import type { SourceDocument, SourceEntry } from '../../source-document.ts';
import type { PaperPages } from '../parts/keep-paper.ts';
import type { PlacedLine } from '../lines/place-lines.ts';
import type { Reading } from '../reading.ts';

/** A note at the foot of the page with the index `sheet`. */
export type FootEntry = SourceDocument['notes'][number] & { sheet: number };

/** The texts of the notes at the feet of pages; lines there that belong to no note are left out. */
export function footEntries({ notes, strays }: PaperPages, reading: Reading): FootEntry[] {
  reading.omit('editorial', reading.at(strays));
  return notes.map(({ lines, sheet, label, isDoubtful, ...note }) => {
    const entry = entryOf({ ...note, label, lines: reading.at(lines) }, reading);
    if (isDoubtful)
      reading.warn(entry.start, `a line that begins with ${label} is taken for a note; it may be text`, {
        is: 'goes on',
      });
    return { ...entry, also: note.also, sheet, scope: `page ${sheet}` };
  });
}

/** A list of notes or works with the texts of its entries. */
export interface ListEntries {
  id: PrintedList['id'];
  entries: SourceEntry[];
}

/** The texts of the entries of lists. */
export const listEntries = (lists: PrintedList<PlacedLine>[], reading: Reading): ListEntries[] =>
  lists.map(({ id, heading, parts, unlabelled, entries }) => {
    reading.omit('opening word', [heading, ...parts]);
    reading.omit('editorial', unlabelled);
    return { id, entries: entries.map((entry) => entryOf(entry, reading)) };
  });

function entryOf(note: PrintedNote<PlacedLine>, { unwrapLines, omit }: Reading): SourceEntry {
  const entry = toNote(note, unwrapLines);
  const end = entry.content.offsets[0] ?? note.lines.at(-1)!.end;
  if (end > entry.start) omit('note label', [{ start: entry.start, end }]);
  return entry;
}
