import type { Inline } from '../document/bind-notes.ts';
import type { Line } from './lines.ts';
import { sliceMapped } from '../mapped-text.ts';
import { isEnded, type NoteArea, type PrintedNote } from './note-areas.ts';
import type { TextBlock } from '../document/outline.ts';
import type { PaperNote } from '../paper.ts';
import type { SourceEntry } from '../source-document.ts';
import type { UnwrapLines } from './unwrap.ts';
import type { Warn } from '../warning.ts';

export interface ScopedNote extends PaperNote {
  /** Its offset in the source. */
  offset: number;
  /** Additional numbers printed before it. */
  also?: number[];
}

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

/** Warns if the text or a note ends without a full stop, which few others do: it may be cut off. */
export function endsCutOff(marked: ReadonlyMap<TextBlock, Inline[]>, notes: ScopedNote[], warn: Warn): void {
  const [last, inlines = []] = [...marked].findLast(([{ type }]) => type === 'paragraph') ?? [];
  const text = inlines.flatMap(({ type, content }) => (/mark|repeat/.test(type) ? [] : [content.text]));
  if (last && !isEnded(text.join('').trimEnd()))
    warn(last.content.offsets.at(-1) ?? 0, 'the text ends within a sentence; it may be incomplete');
  const open = notes.filter(({ content }) => !isEnded(content.text));
  if (open.length > notes.length * MAX_OPEN_SHARE) return;
  for (const { number, content, offset } of open)
    warn(
      content.offsets.at(-1) ?? offset,
      `note ${number} ends without a full stop, unlike most; something may be missing`,
    );
}

/** If more notes than this lack a full stop, the paper does not end notes with one. */
const MAX_OPEN_SHARE = 1 / 5;
