import { NOTE_MARK } from '../../model/units.ts';
import type { CitedInText } from '../citations/cite-in-text.ts';
import type { Inline, PaperNote } from '../paper.ts';
import type { MarkAt } from '../words/note-families.ts';
import { sliceMapped, type MappedText } from '../mapped-text.ts';
import { withoutFormulas } from '../spans.ts';
import type { Warn } from '../warning.ts';

export interface ScopedNote extends PaperNote {
  /** Its offset in the source. */
  offset: number;
  /** Additional numbers printed before it. */
  also?: number[];
}

/** A mark in a block of text, with offsets in the block’s text. */
export interface BoundMark {
  start: number;
  end: number;
  note: number;
}

/** A mark before it is matched with a note. */
export interface MarkFound extends MarkAt {
  /** Index of the block that contains it. */
  block: number;
  /** Its offset in the source. */
  offset: number;
  /** True if it may number the items of an enumeration in the text. */
  enumerates: boolean;
  /** True if the sign is one of the note’s additional numbers. */
  isFurther?: boolean;
  /** True if the note is in a list of notes. */
  isListed?: boolean | undefined;
}

/**
 * Binds every note to its mark. `scopeOf` gives the scope in which a mark’s note is sought. Numbers that enumerate
 * items in the text are not marks if the notes have enough marks without them. Returns the marks of every block, and
 * the notes without a mark.
 */
export function bindNotes(
  allMarks: MarkFound[],
  blocks: MappedText[],
  notes: ScopedNote[],
  scopeOf: (mark: MarkFound) => string,
  warn: Warn,
): { marks: BoundMark[][]; unmarked: ScopedNote[] } {
  const found = Map.groupBy(allMarks, scopeOf);
  const bound = new Map<MarkFound, ScopedNote>();
  const unmarked: ScopedNote[] = [];
  for (const [scope, notesInScope] of Map.groupBy(notes, (note) => note.scope)) {
    const byNumber = Map.groupBy(found.get(scope) ?? [], ({ number }) => number);
    let reached = -1;
    notesInScope.forEach((note, i) => {
      const free = (byNumber.get(note.label) ?? []).filter((mark) => !bound.has(mark));
      const mark =
        free.find(({ enumerates, offset }) => !enumerates && offset > reached) ??
        free.find(({ enumerates }) => !enumerates) ??
        free[0];
      if (notesInScope[i - 1]?.label === note.label)
        warn(note.offset, `two notes are numbered ${note.label}; both are kept in their order`);
      else if (
        notesInScope[i - 1] &&
        note.label > notesInScope[i - 1]!.label + 1 &&
        !notesInScope.some(({ also = [] }) => also.includes(note.label - 1))
      )
        warn(
          note.offset,
          `no note is numbered ${note.label - 1}; the dossier numbers the notes without this gap`,
        );
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
      warn(mark.offset, `the mark ${mark.number} has no note; it remains in the text`);
      continue;
    }
    if (!note && !mark.isFurther)
      warn(mark.offset, `the mark ${mark.number} occurs a second time; it links to the same note`);
    const { block, start, end } = mark;
    marks[block]!.push({ start, end, note: (note ?? same)!.number });
  }
  return { marks, unmarked };
}

/** Adds their block and offset to marks, and finds out which of them may be enumerations. */
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

/**
 * Splits a block’s text at its note marks, its numbered citations and the beginnings of printed pages. A mark is only a
 * link to its note if the note is among those that an earlier mark refers to, `seen`.
 */
export function inlinesOf(
  block: MappedText,
  marks: BoundMark[],
  citations: CitedInText[],
  pageStarts: { at: number; page: number }[],
  seen: Set<number>,
): Inline[] {
  const cut = (start: number, end: number) => ({ start, end, content: sliceMapped(block, start, end) });
  const cuts = [
    ...marks.map(({ start, end, note }) => {
      const type = seen.has(note) ? ('repeat' as const) : ('mark' as const);
      seen.add(note);
      return { ...cut(start, end), type, note };
    }),
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
 * The text of inlines. A note mark counts as one character and a formula as many letters as it is long. A repeated mark
 * is given by its number if its note is not among `notes`, the chapter’s notes.
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
