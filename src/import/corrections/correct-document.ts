import type { Kind } from '../coverage.ts';
import type { LineKind, UnusableCorrection, PlacedCorrection } from './corrections.ts';
import { readNumbers } from '../words/headings.ts';
import { divideLines, type Line } from '../lines.ts';
import { sliceMapped, type MappedText } from '../mapped-text.ts';
import { noteLabel } from '../words/note-families.ts';
import { indexAtOrBefore } from '../lower-bound.ts';
import type { SourceBlock, SourceDocument, SourceEntry, SourceMark } from '../source-document.ts';
import { joinTexts, learnSetting, type Setting } from '../text/unwrap.ts';

/** A part of the document that is being turned into something else. */
interface Piece {
  content: MappedText;
  marks: SourceMark[];
  raw: string;
}

/** A document while it is corrected. */
interface Draft extends SourceDocument {
  /** The editor’s titles, which replace all others. */
  titles: SourceBlock[];
  lines: Line[];
  setting: Setting;
}

/** Applies an editor’s corrections of lines to a document; returns those that cannot be applied. */
export function correctDocument(
  given: SourceDocument,
  corrections: PlacedCorrection[],
): { document: SourceDocument; unusable: UnusableCorrection[] } {
  if (corrections.length === 0) return { document: given, unusable: [] };
  const lines = divideLines(given.text).filter(({ text }) => text !== '');
  const exhibits = given.exhibits.map((exhibit) => ({ ...exhibit }));
  const draft: Draft = { ...given, exhibits, titles: [], lines, setting: learnSetting(lines) };
  const unusable = corrections.flatMap((correction): UnusableCorrection[] => {
    const reason = apply(draft, correction);
    return reason === undefined ? [] : [{ keys: ['lines', correction.index, 'is'], reason }];
  });
  return { document: finished(draft), unusable };
}

function finished({ titles, lines: _lines, setting: _setting, ...document }: Draft): SourceDocument {
  const { blocks, omitted } = document;
  const isReplaced = ({ kind }: SourceBlock): boolean =>
    titles.length > 0 && (kind === 'title' || kind === 'subtitle');
  const replaced = blocks.filter(isReplaced);
  return {
    ...document,
    blocks: [...titles, ...blocks.filter((block) => !isReplaced(block))],
    omitted: [...omitted, ...replaced.map(({ content }) => ({ kind: 'editorial' as const, content }))],
  };
}

/** Applies a correction, or says why it cannot be applied. */
function apply(draft: Draft, correction: PlacedCorrection): string | undefined {
  const { start, end, is, to } = correction;
  if (is === 'table') return addRows(draft, start, end);
  // Without a last line, the rest of the block belongs to the line.
  const at = draft.blocks.findIndex(({ content }) => content.offsets.includes(start));
  if (at >= 0 && to === undefined && (is === 'paragraph' || is === 'goes on'))
    return divideBlock(draft, at, start, is);
  const piece = take(draft, start, end, INTERRUPTIONS.has(is));
  return piece ? changes[is](draft, piece, correction) : IN_CAPTION;
}

/** Kinds that may interrupt a paragraph. */
const INTERRUPTIONS = new Set<LineKind>(['running head', 'left out', 'note', 'note goes on']);

/** Puts a piece into the document as what the editor says it is. */
type Change = (draft: Draft, piece: Piece, correction: PlacedCorrection) => string | undefined;

const changes: Record<Exclude<LineKind, 'table'>, Change> = {
  title: (draft, piece) => void draft.titles.push({ kind: 'title', ...piece }),
  heading: (draft, piece, { level }) =>
    insert(draft, { kind: 'heading', level: levelOf(piece.content.text, level, draft.blocks), ...piece }),
  paragraph: (draft, piece) => insert(draft, { kind: 'paragraph', ...piece }),
  quotation: (draft, piece) => insert(draft, { kind: 'quotation', ...piece }),
  'goes on': (draft, piece, { start }) => {
    const at = draft.blocks.findLastIndex(({ content }) => startOf(content) < start);
    return at < 0 ? insert(draft, { kind: 'paragraph', ...piece }) : continueBlock(draft, at, piece);
  },
  note: addNote,
  'note goes on': (draft, piece, { start }) => {
    const { notes, setting } = draft;
    const at = notes.findLastIndex((note) => note.start < start);
    const note = notes[at];
    if (!note) {
      insert(draft, { kind: 'paragraph', ...piece });
      return 'Unexpected “note goes on”, expected a note before the line';
    }
    draft.notes = notes.with(at, { ...note, content: joinTexts(note.content, piece.content, setting) });
    return undefined;
  },
  'running head': (draft, piece) => leaveOut(draft, 'running head', piece),
  'left out': (draft, piece) => leaveOut(draft, 'editorial', piece),
};

/** Inserts a block in reading order: a page’s footnotes follow its text. */
function insert(draft: Draft, block: SourceBlock): undefined {
  draft.blocks = insertBefore(
    draft.blocks,
    ({ content }) => startOf(content) > startOf(block.content),
    block,
  );
}

/** Inserts an item before the first that follows it, or at the end. */
function insertBefore<T>(items: T[], follows: (item: T) => boolean, ...inserted: T[]): T[] {
  const next = items.findIndex(follows);
  return items.toSpliced(next < 0 ? items.length : next, 0, ...inserted);
}

function leaveOut(draft: Draft, kind: Kind, { content }: Piece): undefined {
  draft.omitted = [...draft.omitted, { kind, content }];
}

function continueBlock(draft: Draft, at: number, piece: Piece): undefined {
  const block = draft.blocks[at]!;
  draft.blocks = draft.blocks.with(at, { ...block, ...join(block, piece, draft.setting) });
}

/** Divides a block where a line begins a paragraph, or joins it with the one before, which the line continues. */
function divideBlock(
  draft: Draft,
  at: number,
  start: number,
  is: 'paragraph' | 'goes on',
): string | undefined {
  const block = draft.blocks[at]!;
  const [before, , after] = divideAt(block, start, start);
  if (!after) return undefined;
  if (is === 'paragraph') {
    const first = before ? [{ ...block, ...before }] : [];
    draft.blocks = draft.blocks.toSpliced(at, 1, ...first, { kind: is, ...after });
    return undefined;
  }
  if (before) return undefined;
  if (at === 0) return 'Unexpected “goes on”, expected text before the line that it can continue';
  draft.blocks = draft.blocks.toSpliced(at, 1);
  return continueBlock(draft, at - 1, after);
}

/**
 * Removes a range from the part that contains it; undefined if that is a caption, or if nothing contains it. `closes`
 * means that the paragraph around the range is joined again.
 */
function take(draft: Draft, start: number, end: number, closes: boolean): Piece | undefined {
  const { setting } = draft;
  const found: Piece[] = [];
  const rest = <T extends { content: MappedText; marks?: SourceMark[] }>(parts: T[]): T[] =>
    parts.flatMap((part) => {
      const [before, own, after] = divideAt(part, start, end);
      if (!own) return [part];
      found.push(own);
      if (before && after && closes) return [{ ...part, ...join(before, after, setting) }];
      return [before, after].flatMap((piece) => (piece ? [{ ...part, ...piece }] : []));
    });
  // A note remains one note if part of its middle is removed.
  const whole = <T extends SourceEntry>(entries: T[]): T[] =>
    entries.flatMap((entry) => {
      const [first, ...more] = rest([entry]);
      return first
        ? [
            more.reduce(
              (all, { content }) => ({ ...all, content: joinTexts(all.content, content, setting) }),
              first,
            ),
          ]
        : [];
    });
  draft.blocks = rest(draft.blocks);
  draft.omitted = rest(draft.omitted);
  draft.notes = whole(draft.notes);
  draft.references = whole(draft.references);
  for (const exhibit of draft.exhibits)
    if (!exhibit.cells)
      exhibit.rows = rest(exhibit.rows.map((content) => ({ content }))).map(({ content }) => content);
  const [first, ...more] = found.sort((a, b) => startOf(a.content) - startOf(b.content));
  return first && more.reduce((all, piece) => join(all, piece, setting), first);
}

function join(before: Omit<Piece, 'raw'> & { raw?: string }, after: Piece, setting: Setting): Piece {
  const content = joinTexts(before.content, after.content, setting);
  const shift = content.text.length - after.content.text.length;
  return {
    content,
    marks: [...before.marks, ...shifted(after.marks, shift)],
    raw: (before.raw ?? before.content.text) + after.raw,
  };
}

/** Turns a piece into a note. Its label is the number that it begins with. */
function addNote(draft: Draft, piece: Piece, { start }: { start: number }): string | undefined {
  const { content } = piece;
  const { notes, pages } = draft;
  const label = noteLabel(content.text);
  if (!label) {
    insert(draft, { kind: 'paragraph', content, marks: [] });
    return 'Unexpected note without a number, expected the line to begin with one';
  }
  const starts = pages.map((page) => page.start);
  leaveOut(draft, 'note label', { ...piece, content: sliceMapped(content, 0, label.length) });
  draft.notes = insertBefore(notes, (note) => note.start > start, {
    label: label.number,
    content: sliceMapped(content, label.length),
    start,
    scope: pages.length > 0 ? `page ${indexAtOrBefore(starts, start)}` : (notes[0]?.scope ?? 'paper'),
  });
  return undefined;
}

/** Adds lines to the figure or table before them, each as a row. */
function addRows(draft: Draft, start: number, end: number): string | undefined {
  const exhibit = draft.exhibits.findLast((one) => one.start < start && !one.cells);
  if (!exhibit) return 'Unexpected “table”, expected a figure or table before the line';
  const rows = draft.lines
    .filter((line) => line.start >= start && line.end <= end)
    .flatMap((line) => take(draft, line.start, line.end, true)?.content ?? []);
  if (rows.length === 0) return IN_CAPTION;
  exhibit.rows = insertBefore(exhibit.rows, (row) => startOf(row) > start, ...rows);
  return undefined;
}

const IN_CAPTION = 'Unexpected line of a caption, expected a line of text, a note or a line that is left out';

const startOf = ({ offsets }: MappedText): number => offsets[0] ?? 0;

/** The parts of a text before, within and after a range of the source. */
function divideAt(
  { content, marks = [] }: { content: MappedText; marks?: SourceMark[] },
  start: number,
  end: number,
): [Piece | undefined, Piece | undefined, Piece | undefined] {
  const indexOf = (offset: number): number => {
    const index = content.offsets.findIndex((one) => one >= offset);
    return index < 0 ? content.text.length : index;
  };
  const [from, until] = [indexOf(start), indexOf(end)];
  const piece = (first: number, last: number): Piece | undefined => {
    const text = content.text.slice(first, last);
    const lead = text.length - text.trimStart().length;
    return text.trim() === ''
      ? undefined
      : {
          content: sliceMapped(content, first + lead, first + text.trimEnd().length),
          marks: shifted(
            marks.filter((mark) => mark.start >= first && mark.end <= last),
            -first - lead,
          ),
          raw: text.trim(),
        };
  };
  return [piece(0, from), piece(from, until), piece(until, content.text.length)];
}

const shifted = (marks: SourceMark[], by: number): SourceMark[] =>
  marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));

/** The level of a heading: as given by the editor, else that of a heading with the same kind of number, else 1. */
function levelOf(
  text: string,
  levelGiven: number | undefined,
  blocks: SourceBlock[],
): Extract<SourceBlock, { kind: 'heading' }>['level'] {
  const [printedNumber] = readNumbers(text);
  const like = blocks.find(
    ({ kind, content }) =>
      kind === 'heading' && readNumbers(content.text)[0]?.numbering === printedNumber?.numbering,
  );
  const level = levelGiven ?? (like?.kind === 'heading' ? like.level : 1);
  return typeof level === 'number'
    ? { level, length: printedNumber?.length ?? 0, numbering: printedNumber?.numbering ?? 'plain' }
    : level;
}
