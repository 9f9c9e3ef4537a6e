import { inlinesOf, type BoundMark, type ScopedNote } from './bind-notes.ts';
import type { CitedInText } from '../citations/cite-in-text.ts';
import type { Inline } from '../paper.ts';
import type { MappedText } from '../mapped-text.ts';
import type { TextBlock } from './outline.ts';
import { placePages } from '../place-pages.ts';
import type { Warn } from '../warning.ts';

/** The marks of every text, by its index, and the notes without marks. */
export interface Binding {
  marks: BoundMark[][];
  unmarked: ScopedNote[];
}

/** A mark that is printed on the title of a chapter, with its number unless the format binds it. */
export interface TitleMark {
  content: MappedText;
  label?: number;
}

/** Divides every text at its note marks, its citations and, if pages are known, at the beginnings of printed pages. */
export function markTexts(
  texts: TextBlock[],
  bindings: Binding[],
  findCitations: (content: MappedText) => CitedInText[],
  { areKnown, pageAt }: { areKnown: boolean; pageAt: (offset: number) => number },
  inTitles: TitleMark[],
  warn: Warn,
): Map<TextBlock, Inline[]> {
  const pageStarts = areKnown
    ? placePages(
        texts.map(({ content }) => content),
        pageAt,
      )
    : [];
  const seen = new Set<number>();
  const marked = new Map(
    texts.map((block, i) => {
      const marks = bindings.flatMap((binding) => binding.marks[i] ?? []).sort((a, b) => a.start - b.start);
      const citations = findCitations(block.content).filter(
        ({ start, end }) => !marks.some((mark) => mark.start < end && mark.end > start),
      );
      return [block, inlinesOf(block.content, marks, citations, pageStarts[i] ?? [], seen)];
    }),
  );
  for (const note of bindings.flatMap(({ unmarked }) => unmarked)) {
    const isOnTitle = inTitles.some(
      ({ content, label }) => label === note.label && pageAt(content.offsets[0]!) === pageAt(note.offset),
    );
    markAtEnd(note, isOnTitle, marked, pageAt, warn);
  }
  return marked;
}

/** Numbers notes in the order of their marks, if the page prints the notes in another order. */
export function numberByMarks(
  notes: ScopedNote[],
  marked: ReadonlyMap<TextBlock, Inline[]>,
  warn: Warn,
): void {
  const marks = [...marked.values()]
    .flat()
    .flatMap((inline) => (inline.type === 'mark' ? [{ note: inline.note, content: inline.content }] : []));
  const moved = marks.find((mark, i) => i > 0 && mark.note < marks[i - 1]!.note);
  if (!moved) return;
  const order = [...marks.map(({ note }) => note), ...notes.map(({ number }) => number)];
  const numbers = new Map([...new Set(order)].map((note, i) => [note, i + 1]));
  for (const note of notes) note.number = numbers.get(note.number) ?? note.number;
  notes.sort((a, b) => a.number - b.number);
  for (const inline of [...marked.values()].flat())
    if (inline.type === 'mark' || inline.type === 'repeat')
      inline.note = numbers.get(inline.note) ?? inline.note;
  warn(
    moved.content.offsets[0] ?? 0,
    'the marks are in a different order from their notes; the notes are numbered by their marks, and some may be wrong',
  );
}

/**
 * Adds a mark for a note without one in the text, after the last text of its page, but before the mark of any later
 * note.
 */
function markAtEnd(
  note: ScopedNote,
  isOnTitle: boolean,
  marked: ReadonlyMap<TextBlock, Inline[]>,
  pageAt: (offset: number) => number,
  warn: Warn,
): void {
  const paragraphs = [...marked].filter(([{ type }]) => type === 'paragraph');
  const page = pageAt(note.offset);
  const startsBefore = ({ content: { offsets } }: TextBlock): boolean =>
    offsets[0]! < note.offset && pageAt(offsets[0]!) <= page;
  const at = Math.max(
    paragraphs.findLastIndex(([block]) => startsBefore(block)),
    0,
  );
  const mark: Inline = { type: 'mark', note: note.number, content: { text: '', offsets: [] } };
  const marksLater = (inline: Inline): boolean => inline.type === 'mark' && inline.note > note.number;
  const later = paragraphs.slice(0, at + 1).find(([, inlines]) => inlines.some(marksLater));
  const [block, inlines] = later ?? paragraphs[at] ?? [];
  if (later) inlines!.splice(inlines!.findIndex(marksLater), 0, mark);
  else inlines?.push(mark);
  const id = block?.id ?? 'nothing';
  warn(
    note.offset,
    isOnTitle
      ? `note ${note.label} is marked on a heading, where the dossier has no marks; it is marked in ${id}`
      : later
        ? `note ${note.label} has no mark; it is marked before the next note, in ${id}`
        : `note ${note.label} has no mark; it is marked at the end of ${id}`,
  );
}
