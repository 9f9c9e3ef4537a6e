import type { Locator } from '../model/locator.ts';
import { NOTE_MARK } from '../model/units.ts';
import type { CitedInText } from './citations/cite-in-text.ts';
import type { ScopedNote } from './gather-notes.ts';
import type { MarkAt } from './note-families.ts';
import { sliceMapped, type MappedText } from './mapped-text.ts';
import { withoutFormulas, type Span } from './spans.ts';
import type { Warn } from './warning.ts';

/** A note to be bound to its mark: where it stands, its number through the paper, and that of its label. */
export type NoteToBind = Pick<ScopedNote, 'number' | 'label' | 'scope' | 'offset' | 'also'>;

/** A mark in a block of text: offsets in the block's text. */
export interface BoundMark {
  start: number;
  end: number;
  note: number;
  /** True if the note is marked before already, so that this only leads to it. */
  repeats: boolean;
}

/** A mark, before it is known whether a note answers to it. */
export interface MarkFound extends MarkAt {
  /** The place, among all blocks, of that which it stands in. */
  block: number;
  /** Where it stands in the source. */
  offset: number;
  /** True if it may count things up in the text. */
  enumerates: boolean;
  /** True if the note has this sign beside its first one. */
  isFurther?: boolean;
  /** True if the note is one of a list. */
  isListed?: boolean | undefined;
}

/**
 * Binds every note to its mark. `scopeOf` says where a mark looks for its note.
 * Numbers that count things up in the text are no marks where the notes have marks without them. Returns the marks of
 * every block, in order, and the notes that have none.
 */
export function bindNotes(
  allMarks: MarkFound[],
  blocks: MappedText[],
  notes: NoteToBind[],
  scopeOf: (mark: MarkFound) => string,
  warn: Warn,
): { marks: BoundMark[][]; unmarked: NoteToBind[] } {
  const found = Map.groupBy(allMarks, scopeOf);
  const bound = new Map<MarkFound, NoteToBind>();
  const unmarked: NoteToBind[] = [];
  for (const [scope, own] of Map.groupBy(notes, (note) => note.scope)) {
    const byNumber = Map.groupBy(found.get(scope) ?? [], ({ number }) => number);
    let reached = -1;
    own.forEach((note, i) => {
      const free = (byNumber.get(note.label) ?? []).filter((mark) => !bound.has(mark));
      const mark =
        free.find(({ enumerates, offset }) => !enumerates && offset > reached) ??
        free.find(({ enumerates }) => !enumerates) ??
        free[0];
      if (own[i - 1]?.label === note.label)
        warn(note.offset, `two notes are numbered ${note.label}; both are kept, in their order`);
      else if (own[i - 1] && note.label > Math.max(own[i - 1]!.label, ...(own[i - 1]!.also ?? [])) + 1)
        warn(note.offset, `no note is numbered ${note.label - 1}; the notes are counted on without it`);
      if (mark) {
        bound.set(mark, note);
        reached = mark.offset;
      } else unmarked.push(note);
    });
  }
  const noteAt = new Map([...bound].map(([mark, note]) => [`${scopeOf(mark)} ${mark.number}`, note]));
  const marks: BoundMark[][] = blocks.map(() => []);
  for (const mark of [...found.values()].flat()) {
    const note = bound.get(mark);
    const same = noteAt.get(`${scopeOf(mark)} ${mark.number}`);
    if (!note && mark.enumerates) continue;
    if (!note && !same) {
      warn(mark.offset, `no note answers to the mark ${mark.number}; the mark stays as text`);
      continue;
    }
    if (!note && !mark.isFurther)
      warn(mark.offset, `the mark ${mark.number} stands a second time; it leads to the same note`);
    const { block, start, end } = mark;
    marks[block]!.push({ start, end, note: (note ?? same)!.number, repeats: false });
  }
  const marked = new Set<number>();
  for (const list of marks)
    for (const mark of list.sort((a, b) => a.start - b.start)) {
      mark.repeats = marked.has(mark.note);
      marked.add(mark.note);
    }
  return { marks, unmarked };
}

/** Says of marks in a block where they stand, and which of them may count things up. */
export function placeMarks(
  marks: (MarkAt & Pick<MarkFound, 'isListed'>)[],
  block: MappedText,
  index: number,
): MarkFound[] {
  let counting = 0;
  return marks.map((mark) => {
    const { start, number } = mark;
    const before = block.text.slice(0, start).trimEnd().at(-1);
    const enumerates =
      before === undefined ||
      /[:：]/.test(before) ||
      (counting > 0 && number === counting + 1 && /[;；,，、。]/.test(before));
    counting = enumerates ? number : 0;
    return { ...mark, block: index, offset: block.offsets[start] ?? 0, enumerates };
  });
}

/** A stretch of a paragraph. */
export type Inline = { content: MappedText } & (
  | { type: 'text'; spans?: Span[] }
  | { type: 'mark' | 'repeat'; note: number }
  /** What cites a work of the list, by its place there from 0. */
  | { type: 'cite'; reference: number; locator?: Locator | undefined }
  /** A printed page begins; it has no text. */
  | { type: 'page'; page: number }
);

/** Divides a block's text at its marks, its citations by number, and where a printed page begins. */
export function inlinesOf(
  block: MappedText,
  marks: BoundMark[],
  citations: CitedInText[],
  pageStarts: { at: number; page: number }[],
): Inline[] {
  const cut = (start: number, end: number) => ({ start, end, content: sliceMapped(block, start, end) });
  const cuts = [
    ...marks.map(({ start, end, note, repeats }) => ({
      ...cut(start, end),
      ...{ type: repeats ? ('repeat' as const) : ('mark' as const), note },
    })),
    ...citations.map(({ start, end, ...cited }) => ({ ...cut(start, end), type: 'cite' as const, ...cited })),
    ...pageStarts.map(({ at, page }) => ({ ...cut(at, at), type: 'page' as const, page })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const inlines: Inline[] = [];
  let from = 0;
  for (const { start, end, ...inline } of cuts) {
    if (start > from) inlines.push({ type: 'text', content: sliceMapped(block, from, start) });
    inlines.push(inline);
    from = Math.max(from, end);
  }
  if (from < block.text.length) inlines.push({ type: 'text', content: sliceMapped(block, from) });
  return inlines;
}

/**
 * The text of inlines, where a note mark counts as one character and a formula is as many letters as it is long. A mark
 * that repeats is its number where the note is not among `notes`, those of its chapter.
 */
export const textOfInlines = (inlines: readonly Inline[], notes?: ReadonlySet<number>): string =>
  inlines
    .map((inline) => {
      if (inline.type === 'repeat' && notes?.has(inline.note) === false) return String(inline.note);
      if (inline.type === 'mark' || inline.type === 'repeat') return NOTE_MARK;
      return inline.type === 'text'
        ? withoutFormulas(inline.content.text, inline.spans)
        : inline.content.text;
    })
    .join('');
