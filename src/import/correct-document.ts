import type { LineKind, UnusableCorrection, PlacedCorrection } from './corrections.ts';
import { readNumbers } from './headings.ts';
import { divideLines } from './lines.ts';
import { sliceMapped, type MappedText } from './mapped-text.ts';
import { noteLabel } from './note-families.ts';
import { indexAtOrBefore } from './place-pages.ts';
import type { SourceBlock, SourceDocument, SourceEntry, SourceMark } from './source-document.ts';
import { joinTexts, learnSetting } from './unwrap.ts';

/** Applies an editor’s corrections of lines to a document; returns those that cannot be applied. */
export function correctDocument(
  given: SourceDocument,
  corrections: PlacedCorrection[],
): { document: SourceDocument; unusable: UnusableCorrection[] } {
  if (corrections.length === 0) return { document: given, unusable: [] };
  const correct = startCorrecting(given);
  const unusable = corrections.flatMap((correction): UnusableCorrection[] => {
    const reason = correct.apply(correction);
    return reason === undefined ? [] : [{ keys: ['lines', correction.index, 'is'], reason }];
  });
  return { document: correct.document(), unusable };
}

/** A part of the document that is being turned into something else. */
interface Piece {
  content: MappedText;
  marks: SourceMark[];
  raw: string;
}

function startCorrecting(given: SourceDocument) {
  const lines = divideLines(given.text).filter(({ text }) => text !== '');
  const setting = learnSetting(lines);
  const titles: SourceBlock[] = [];
  const { pages } = given;
  let { blocks, notes, references, omitted } = given;
  const exhibits = given.exhibits.map((exhibit) => ({ ...exhibit }));

  /** Inserts a block in reading order: a page’s footnotes follow its text. */
  const insert = (block: SourceBlock): void => {
    const next = blocks.findIndex(({ content }) => startOf(content) > startOf(block.content));
    blocks = blocks.toSpliced(next < 0 ? blocks.length : next, 0, block);
  };
  const join = (before: Omit<Piece, 'raw'> & { raw?: string }, after: Piece): Piece => {
    const content = joinTexts(before.content, after.content, setting);
    const shift = content.text.length - after.content.text.length;
    return {
      content,
      marks: [...before.marks, ...shifted(after.marks, shift)],
      raw: (before.raw ?? before.content.text) + after.raw,
    };
  };

  /**
   * Removes a range from the part that contains it; undefined if that is a caption, or if nothing contains it. `closes`
   * means that the paragraph around the range is joined again.
   */
  function take(start: number, end: number, closes: boolean): Piece | undefined {
    const found: Piece[] = [];
    const rest = <T extends { content: MappedText; marks?: SourceMark[] }>(parts: T[]): T[] =>
      parts.flatMap((part) => {
        const [before, own, after] = divideAt(part, start, end);
        if (own) found.push(own);
        if (own && before && after && closes) return [{ ...part, ...join(before, after) }];
        return own ? [before, after].flatMap((piece) => (piece ? [{ ...part, ...piece }] : [])) : [part];
      });
    blocks = rest(blocks);
    omitted = rest(omitted);
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
    notes = whole(notes);
    references = whole(references);
    for (const exhibit of exhibits)
      if (!exhibit.cells)
        exhibit.rows = rest(exhibit.rows.map((content) => ({ content }))).map(({ content }) => content);
    const [first, ...more] = found.sort((a, b) => startOf(a.content) - startOf(b.content));
    return first && more.reduce(join, first);
  }

  /** Turns a piece into a note. Its label is the number that it begins with. */
  function addNote({ content }: Piece, start: number): string | undefined {
    const label = noteLabel(content.text);
    if (!label) {
      insert({ kind: 'paragraph', content, marks: [] });
      return 'Unexpected note without a number, expected the line to begin with one';
    }
    const scope =
      pages.length > 0
        ? `page ${indexAtOrBefore(
            pages.map((page) => page.start),
            start,
          )}`
        : (notes[0]?.scope ?? 'paper');
    omitted = [...omitted, { kind: 'note label', content: sliceMapped(content, 0, label.length) }];
    const next = notes.findIndex((note) => note.start > start);
    notes = notes.toSpliced(next < 0 ? notes.length : next, 0, {
      label: label.number,
      content: sliceMapped(content, label.length),
      start,
      scope,
    });
    return undefined;
  }

  /** Adds lines to the figure or table before them, each as a row. */
  function addRows(start: number, end: number): string | undefined {
    const exhibit = exhibits.findLast((one) => one.start < start && !one.cells);
    if (!exhibit) return 'Unexpected “table”, expected a figure or table before the line';
    const rows = lines
      .filter((line) => line.start >= start && line.end <= end)
      .flatMap((line) => take(line.start, line.end, true)?.content ?? []);
    if (rows.length === 0) return IN_CAPTION;
    const next = exhibit.rows.findIndex((row) => startOf(row) > start);
    exhibit.rows = exhibit.rows.toSpliced(next < 0 ? exhibit.rows.length : next, 0, ...rows);
    return undefined;
  }

  function apply({ start, end, is, to, level }: PlacedCorrection): string | undefined {
    if (is === 'table') return addRows(start, end);
    const at = blocks.findIndex(({ content }) => content.offsets.includes(start));
    const block = blocks[at];
    // The rest of the block belongs to the line: the block is split there, or joined with the one before.
    if (block && to === undefined && (is === 'paragraph' || is === 'goes on')) {
      const [before, after] = divideAt(block, start, Infinity);
      const previous = blocks[at - 1];
      if (!after) return undefined;
      if (is === 'paragraph')
        blocks = blocks.toSpliced(at, 1, ...(before ? [{ ...block, ...before }] : []), {
          kind: is,
          ...after,
        });
      else if (!before && !previous)
        return 'Unexpected “goes on”, expected text before the line that it can continue';
      else if (!before && previous)
        blocks = blocks.toSpliced(at - 1, 2, { ...previous, ...join(previous, after) });
      return undefined;
    }
    const taken = take(start, end, INTERRUPTIONS.has(is));
    if (!taken) return IN_CAPTION;
    switch (is) {
      case 'title':
        titles.push({ kind: is, ...taken });
        return undefined;
      case 'heading':
        insert({ kind: is, level: levelOf(taken.content.text, level, blocks), ...taken });
        return undefined;
      case 'paragraph':
      case 'quotation':
        insert({ kind: is, ...taken });
        return undefined;
      case 'goes on': {
        const before = blocks.findLastIndex(({ content }) => startOf(content) < start);
        const previous = blocks[before];
        if (previous) blocks = blocks.with(before, { ...previous, ...join(previous, taken) });
        else insert({ kind: 'paragraph', ...taken });
        return undefined;
      }
      case 'note':
        return addNote(taken, start);
      case 'note goes on': {
        const before = notes.findLastIndex((note) => note.start < start);
        const note = notes[before];
        if (note)
          notes = notes.with(before, { ...note, content: joinTexts(note.content, taken.content, setting) });
        else insert({ kind: 'paragraph', ...taken });
        return note ? undefined : 'Unexpected “note goes on”, expected a note before the line';
      }
      case 'running head':
      case 'left out':
        omitted = [...omitted, { kind: is === 'left out' ? 'editorial' : is, content: taken.content }];
        return undefined;
    }
  }

  return {
    apply,
    document(): SourceDocument {
      // The editor’s title replaces all others.
      const others =
        titles.length > 0 ? blocks.filter(({ kind }) => kind === 'title' || kind === 'subtitle') : [];
      return {
        ...given,
        blocks: [...titles, ...blocks.filter((block) => !others.includes(block))],
        notes,
        references,
        exhibits,
        omitted: [...omitted, ...others.map(({ content }) => ({ kind: 'editorial' as const, content }))],
      };
    },
  };
}

const IN_CAPTION = 'Unexpected line of a caption, expected a line of text, a note or a line that is left out';

/** Kinds that may interrupt a paragraph. */
const INTERRUPTIONS = new Set<LineKind>(['running head', 'left out', 'note', 'note goes on']);

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
