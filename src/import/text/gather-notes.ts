import type { Line } from '../lines.ts';
import { sliceMapped } from '../mapped-text.ts';
import type { NoteArea, PrintedNote } from './note-areas.ts';
import type { SourceEntry } from '../source-document.ts';
import type { UnwrapLines } from './unwrap.ts';
import type { Warn } from '../warning.ts';

/** The notes at the feet of pages, each with its continuation on later pages; `strays` are continuations of no note. */
export function joinAreas(areas: NoteArea[]): { notes: PrintedNote[]; strays: Line[] } {
  const notes: PrintedNote[] = [];
  const strays: Line[] = [];
  for (const area of areas) {
    (notes.at(-1)?.lines ?? strays).push(...area.continuation);
    notes.push(...area.notes.map((note) => ({ ...note, lines: [...note.lines] })));
  }
  return { notes, strays };
}

export function longNotes(notes: PrintedNote[], warn: Warn): void {
  for (const { lines } of notes)
    if (lines.length > MAX_LINES)
      warn(lines[0]!.start, `a note of ${lines.length} lines; it may contain running text or other notes`);
}

/** Longer notes are doubtful. */
const MAX_LINES = 40;

export function toNote(note: PrintedNote, unwrapLines: UnwrapLines): SourceEntry {
  const { start } = note.lines[0]!;
  const whole = unwrapLines(note.lines);
  const from = whole.offsets.findIndex((offset) => offset >= start + note.labelLength);
  return {
    label: note.label,
    ...(note.also && note.also.length > 0 ? { also: note.also } : {}),
    content: from < 0 ? { text: '', offsets: [] } : sliceMapped(whole, from),
    start,
  };
}
