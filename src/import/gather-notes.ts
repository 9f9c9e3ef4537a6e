import type { Account } from './account.ts';
import { bindNotes, type NoteToBind, type Run } from './bind-notes.ts';
import type { Doubt } from './doubt.ts';
import { enterLabels, enterLines } from './enter-account.ts';
import type { Line } from './lines.ts';
import type { PrintedList } from './lists.ts';
import { isEnded, type NoteArea, type PrintedNote } from './note-areas.ts';
import type { NoteFamily } from './note-families.ts';
import type { OutlinedBlock } from './outline.ts';
import type { PaperNote } from './read-paper.ts';
import { sliceTraced, type Traced } from './traced.ts';

export interface ScopedNote extends PaperNote {
  label: number;
  scope: string;
  offset: number;
}

/** The notes at the feet of pages, each with what of it stands on the pages after. */
export function footNotes(
  areas: NoteArea[],
  content: (lines: Line[]) => Traced,
  account: Account,
  doubts: Doubt[],
): ScopedNote[] {
  const notes: PrintedNote[] = [];
  for (const area of areas) {
    enterLines(account, 'rule', area.rules);
    const last = notes.at(-1);
    if (last) last.lines.push(...area.continuation);
    else if (area.continuation.length > 0) enterLines(account, 'editorial', area.continuation);
    notes.push(...area.notes.map((note) => ({ ...note, lines: [...note.lines] })));
  }
  enterLabels(account, notes);
  doubts.push(...longNotes(notes));
  return notes.map((note) => ({ ...entry(note, content), scope: `page ${note.page}`, label: note.label }));
}

export const longNotes = (notes: PrintedNote[]): Doubt[] =>
  notes
    .filter(({ lines }) => lines.length > MANY_LINES)
    .map(({ lines }) => ({
      offset: lines[0]!.start,
      reason: `a note of ${lines.length} lines; it may hold running text or other notes`,
    }));

const MANY_LINES = 40;

export const listEntries = (
  list: PrintedList,
  content: (lines: Line[]) => Traced,
): Omit<ScopedNote, 'scope'>[] =>
  list.entries.map((note) => ({ ...entry(note, content), label: note.label }));

function entry(note: PrintedNote, content: (lines: Line[]) => Traced): Omit<ScopedNote, 'scope' | 'label'> {
  const { start } = note.lines[0]!;
  const whole = content(note.lines);
  const from = whole.origins.findIndex((origin) => origin >= start + note.labelLength);
  return {
    number: 0,
    content: from < 0 ? { text: '', origins: [] } : sliceTraced(whole, from),
    page: note.page,
    offset: start,
  };
}

export function bindIn(
  texts: OutlinedBlock[],
  notes: ScopedNote[],
  family: NoteFamily,
  scopeAt: (offset: number) => string,
  doubts: Doubt[],
): ReturnType<typeof bindNotes> {
  const contents = texts.map(({ type, content }) => (type === 'exhibit' || !content ? NOTHING : content));
  return bindNotes(contents, notes, family, scopeAt, doubts);
}

const NOTHING: Traced = { text: '', origins: [] };

/** The places of the works in their list by the numbers that the text cites them with. */
export function referenceNumbers(lists: PrintedList[], family: NoteFamily | undefined): Map<number, number> {
  const numbers = new Map<number, number>();
  if (family?.id === 'square') return numbers;
  let place = 0;
  for (const { id, entries, family: own } of lists) {
    if (id !== 'references') continue;
    for (const { label } of entries) {
      if (own?.id === 'square') numbers.set(label, place);
      place++;
    }
  }
  return numbers;
}

/** A note without a mark is marked behind the last text of its page, but before the mark of any later note. */
export function markAtEnd(
  note: NoteToBind,
  texts: OutlinedBlock[],
  pageAt: (offset: number) => number,
  doubts: Doubt[],
): void {
  const paragraphs = texts.filter(({ type }) => type === 'paragraph');
  const page = pageAt(note.offset);
  const home =
    paragraphs.findLast(
      ({ content }) => content!.origins[0]! < note.offset && pageAt(content!.origins[0]!) <= page,
    ) ?? paragraphs[0];
  const mark: Run = { type: 'mark', note: note.number, content: NOTHING };
  const marksLater = (run: Run): boolean => run.type === 'mark' && run.note > note.number;
  const upToHome = paragraphs.slice(0, home ? paragraphs.indexOf(home) + 1 : 0);
  const later = upToHome.find(({ runs }) => runs?.some(marksLater));
  if (later?.runs) later.runs.splice(later.runs.findIndex(marksLater), 0, mark);
  else home?.runs?.push(mark);
  doubts.push({
    offset: note.offset,
    reason: later
      ? `no mark answers to the note ${note.label}; it is marked before the next note, in ${later.id}`
      : `no mark answers to the note ${note.label}; it is marked at the end of ${home?.id ?? 'nothing'}`,
  });
}

/** Where the text or a note seems to be cut off: it ends without a full stop, as few others do. */
export function endsCutOff(texts: OutlinedBlock[], notes: ScopedNote[]): Doubt[] {
  const last = texts.findLast(({ type }) => type === 'paragraph')?.content;
  const open = notes.filter(({ content }) => !isEnded(content.text));
  return [
    ...(last && !isEnded(last.text.replace(TRAILING_MARKS, ''))
      ? [{ offset: last.origins.at(-1) ?? 0, reason: 'the text ends within a sentence; it may be cut off' }]
      : []),
    ...(open.length * FEW <= notes.length
      ? open.map(({ number, content, offset }) => ({
          offset: content.origins.at(-1) ?? offset,
          reason: `note ${number} ends without a full stop, as few do; something may be missing`,
        }))
      : []),
  ];
}

const FEW = 5;
const TRAILING_MARKS = /(?:[①-⒇¹²³⁰-⁹]|[〔[]\d+[〕\]])+$/;
