import { countLetters } from '../../words/count-letters.ts';
import { frontParts } from '../../words/paper-words.ts';
import type { Rule } from '../glyphs/page-glyphs.ts';
import { rowOf, spaceBetween, type Row, type Run } from './page-rows.ts';
import { mostFrequent } from '../../tally.ts';

/** A line of one column, as a person reads it. */
export interface TypeLine {
  /** Index of its page. */
  sheet: number;
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** The font of most of its letters. */
  font: string;
  /** The share of its letters in that font. */
  purity: number;
  /** Raised ranges of its text. */
  raised: { start: number; end: number }[];
  /** The edges of its column, set once columns are known. */
  left: number;
  right: number;
  /** True if it was taken from a table with text beside it. */
  isInTable?: boolean;
}

/** A page before its parts are recognised. */
export interface Sheet {
  width: number;
  height: number;
  rows: Row[];
  rules: Rule[];
}

/** Joins the runs of a row, with spaces for gaps. */
export function lineOf(row: Row, sheet: number): TypeLine {
  let text = '';
  let last: Run | undefined;
  const raised: TypeLine['raised'] = [];
  const fonts = new Map<string, number>();
  let letters = 0;
  for (const run of row.runs) {
    const runText = text === '' ? run.text.trimStart() : run.text;
    const gap = last ? (run.x0 - last.x1) / sizeBetween(last, run, row) : 0;
    // Nothing else may separate keywords.
    if (gap > KEYWORD_GAP && text !== '' && KEYWORDS.test(text) && !text.endsWith(' ')) text += '   ';
    else if (last) text += spaceBetween(text, runText, gap, run.wordGap);
    if (run.raised) {
      const start = text.length + (runText.length - runText.trimStart().length);
      const end = start + runText.trim().length;
      const before = raised.at(-1);
      if (before?.end === start) before.end = end;
      else raised.push({ start, end });
    } else {
      const count = countLetters(runText).letters;
      letters += count;
      fonts.set(run.font, (fonts.get(run.font) ?? 0) + count);
    }
    text += runText;
    last = run;
  }
  const font = mostFrequent(fonts) ?? '';
  return {
    sheet,
    text: text.trimEnd(),
    x0: row.x0,
    x1: row.x1,
    y: row.y,
    size: row.size,
    font,
    purity: letters === 0 ? 1 : (fonts.get(font) ?? 0) / letters,
    raised,
    left: row.x0,
    right: row.x1,
  };
}

const KEYWORDS = frontParts.find(({ id, lang }) => id === 'keywords' && lang === 'zh')!.pattern;
/** The minimum gap between Chinese keywords as a share of the type size. */
const KEYWORD_GAP = 0.35;

/** A line’s text without its raised parts, such as the marks of notes and affiliations after names. */
export const withoutRaised = ({ text, raised }: TypeLine): string =>
  raised.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);

/** The size by which a gap is measured: between small capitals, their own; a note mark may stand off from its word. */
const sizeBetween = (before: Run, after: Run, row: Row): number =>
  before.raised || after.raised ? row.size * 1.3 : Math.min(before.size, after.size);

/** Pages with fewer rows of running text, such as pages of works or notes, count as having none. */
const FEW_ROWS = 4;

/** The minimum width of a gutter as a multiple of the type size. */
const GUTTER = 0.95;

/**
 * The middle of the gutter between two columns, by page: a gap from top to bottom. Undefined for pages in one column,
 * and for all pages unless at least half of them have a gutter.
 */
export function findGutters(sheets: Sheet[], bodySize: number): (number | undefined)[] {
  const found = sheets.map((sheet) => gutterOf(sheet, bodySize));
  const written = sheets.filter(({ rows }) => rows.filter((row) => isBody(row, bodySize)).length > 8).length;
  const known = found.filter((gutter) => gutter !== undefined);
  if (known.length < Math.max(2, written * 0.5)) return found.map(() => undefined);
  // A page with little running text, especially the first, has the gutter of its neighbours.
  return found.map(
    (gutter, i) =>
      gutter ??
      [found[i + 2], found[i - 2], found[i + 1], found[i - 1], known[0]].find(
        (x) => x !== undefined && hasColumns(sheets[i]!, x, bodySize),
      ),
  );
}

export const isBody = (row: Row, bodySize: number): boolean =>
  Math.abs(row.size - bodySize) <= bodySize * 0.06;

/**
 * The number of rows of running text for and against a gutter: those split by it or on one side of it, and those
 * crossing it.
 */
export function weigh(rows: Row[], x: number, bodySize: number): { for: number; against: number } {
  const count = { split: 0, left: 0, right: 0, crossed: 0 };
  for (const row of rows) count[sideOf(row, x, bodySize)]++;
  // The baselines of two columns need not align.
  return { for: count.split + Math.min(count.left, count.right), against: count.crossed };
}

/**
 * True if the rows after the last one that crosses a position speak for a gutter there. All rows count if hardly any is
 * running text.
 */
function hasColumns({ rows }: Sheet, x: number, bodySize: number): boolean {
  const bodyRows = rows.filter((row) => isBody(row, bodySize));
  const body = bodyRows.length < FEW_ROWS ? rows : bodyRows;
  const last = body.findLastIndex((row) => sideOf(row, x, bodySize) === 'crossed');
  const below = weigh(body.slice(last + 1), x, bodySize);
  const inBody = weigh(body, x, bodySize);
  // Notes may fill one column beside text in the other.
  const rest = last < 0 ? rows : rows.slice(rows.indexOf(body[last]!) + 1);
  const beside = weigh(rest, x, bodySize);
  return (
    hasStretch(rows, x) ||
    below.for >= 3 ||
    (inBody.for >= 2 && inBody.against < inBody.for * 0.5) ||
    (beside.for >= 4 && beside.against === 0 && rest.filter((row) => bodyRows.includes(row)).length >= 3)
  );
}

/** True if many rows one after another, of whatever type, are on either side of a position and none crosses it. */
function hasStretch(rows: Row[], x: number): boolean {
  let [left, right] = [0, 0];
  return rows.some((row) => {
    const side = sideOf(row, x, row.size);
    if (side === 'crossed') [left, right] = [0, 0];
    if (side === 'left' || side === 'split') left++;
    if (side === 'right' || side === 'split') right++;
    return left >= STRETCH && right >= STRETCH;
  });
}

/** The fewest rows on either side. */
const STRETCH = 8;

function gutterOf({ rows, width }: Sheet, bodySize: number): number | undefined {
  const body = rows.filter((row) => isBody(row, bodySize));
  let best: { x: number; rows: number } | undefined;
  for (let x = width * 0.35; x <= width * 0.65; x += 1) {
    const weight = weigh(body, x, bodySize);
    if (weight.for >= 6 && weight.for > weight.against * 1.2 && weight.for > (best?.rows ?? 0))
      best = { x, rows: weight.for };
  }
  if (!best) return undefined;
  // The middle of the range that splits the same number of rows.
  let to = best.x;
  while (weigh(body, to + 1, bodySize).for >= best.rows) to++;
  return (best.x + to) / 2;
}

/** The position of a row in relation to a gutter. */
export function sideOf(row: Row, x: number, size: number): 'left' | 'right' | 'split' | 'crossed' {
  // A hot path, called for each possible position of a gutter.
  let [end, start] = [-Infinity, Infinity];
  for (const run of row.runs)
    if (run.x0 < x) end = Math.max(end, run.x1);
    else start = Math.min(start, run.x0);
  if (end === -Infinity) return 'right';
  // Full-width punctuation fills less space than its width.
  if (end > x + size * 0.5) return 'crossed';
  if (start === Infinity) return 'left';
  return start - end >= size * GUTTER ? 'split' : 'crossed';
}

/** On a page in columns, this number of interrupting rows makes the order of lines uncertain. */
const MAX_CROSSINGS = 4;

/**
 * The lines of a page in reading order: a row that crosses the gutter ends the columns above it. `onDoubt` is called if
 * that happens too often to be intended.
 */
export function linesInOrder(
  rows: Row[],
  gutter: number | undefined,
  sheet: number,
  onDoubt: (first: TypeLine) => void = () => {},
): TypeLine[] {
  if (gutter === undefined) return rows.map((row) => lineOf(row, sheet));
  const ordered: TypeLine[] = [];
  let [left, right]: [TypeLine[], TypeLine[]] = [[], []];
  let crossings = 0;
  const flush = (): void => {
    if (left.length > 0 && right.length > 0 && ++crossings === MAX_CROSSINGS) onDoubt(left[0]!);
    const end = left.length - headingBelow(left, right);
    ordered.push(...left.slice(0, end), ...right, ...left.slice(end));
    [left, right] = [[], []];
  };
  for (const part of partsOf(rows, gutter)) {
    if (sideOf(part, gutter, part.size) === 'crossed') {
      flush();
      ordered.push(lineOf(part, sheet));
    } else (part.x0 < gutter ? left : right).push(lineOf(part, sheet));
  }
  flush();
  return ordered;
}

/** The number of lines below both columns, apart from the text above them: the heading of what crosses the gutter. */
function headingBelow(left: TypeLine[], right: TypeLine[]): number {
  const [further, before, last] = left.slice(-3);
  const above = right.at(-1);
  if (!further || !before || !last || !above) return 0;
  const gap = Math.max(before.y - further.y, last.size) * HEADING_GAP;
  return last.y - before.y > gap && last.y - above.y > gap ? 1 : 0;
}

/** The minimum distance of such a heading from the line above as a multiple of that between the lines above. */
const HEADING_GAP = 1.4;

/** The parts of rows on either side of a gutter, from top to bottom. */
export function partsOf(rows: Row[], gutter: number): Row[] {
  const parts = levelled(
    rows.flatMap((row, i) => (isListAcross(rows, i, gutter) ? [row] : splitRow(row, gutter))),
    gutter,
  );
  // The label of a note may have been taken for a mark raised above the text beside it.
  const [strays, level] = [true, false].map((isStray) =>
    parts.filter(({ runs }) => runs.every(({ raised }) => raised) === isStray),
  ) as [Row[], Row[]];
  const gained = new Map<Row, Row[]>();
  for (const stray of strays) {
    const y = Math.min(...stray.runs.map((run) => run.y));
    const isNear = (row: Row): boolean =>
      row.x0 < gutter === stray.x0 < gutter && Math.abs(row.y - y) < row.size * 0.6 && stray.x1 < row.x0 + 2;
    const [home] = level.filter(isNear).sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
    if (home) gained.set(home, [...(gained.get(home) ?? []), stray]);
  }
  const taken = new Set([...gained.values()].flat());
  return parts
    .filter((part) => !taken.has(part))
    .map((part) => {
      const own = gained.get(part)?.flatMap(({ runs }) => runs) ?? [];
      return own.length === 0 ? part : rowOf([...own, ...part.runs], part.y);
    });
}

/**
 * True for a row of words with gaps, one of which is at the gutter by chance: rows just above and below cross it, and
 * its other gaps are as wide.
 */
function isListAcross(rows: Row[], at: number, gutter: number): boolean {
  const row = rows[at]!;
  if (sideOf(row, gutter, row.size) !== 'split') return false;
  const gaps = row.runs.slice(1).map(({ x0 }, i) => x0 - row.runs[i]!.x1);
  const own = gaps[row.runs.findIndex(({ x0 }) => x0 >= gutter) - 1] ?? Infinity;
  if (gaps.filter((gap) => gap > own * 0.8).length < 3) return false;
  const crosses = (one: Row): boolean => sideOf(one, gutter, one.size) === 'crossed';
  return (
    rows.slice(Math.max(0, at - NEAR_ROWS), at).some(crosses) &&
    rows.slice(at + 1, at + 1 + NEAR_ROWS).some(crosses)
  );
}

const NEAR_ROWS = 3;

/** Joins parts on the same side and baseline: text on the other side may have separated them into different rows. */
function levelled(parts: Row[], gutter: number): Row[] {
  const joined: Row[] = [];
  for (const part of parts) {
    const side = sideOf(part, gutter, part.size);
    const at = joined.findLastIndex((one) => sideOf(one, gutter, one.size) === side);
    const last = joined[at];
    const isLevel =
      last !== undefined &&
      side !== 'crossed' &&
      Math.abs(last.y - part.y) < Math.min(last.size, part.size) * 0.25 &&
      Math.abs(last.size - part.size) < 1;
    if (isLevel) joined[at] = rowOf([...last.runs, ...part.runs], last.y);
    else joined.push(part);
  }
  return joined;
}

/** The parts of a row on either side of a gutter; a row that crosses it is not split. */
export function splitRow(row: Row, gutter: number): Row[] {
  if (sideOf(row, gutter, row.size) === 'crossed') return [row];
  const [before, after] = [
    row.runs.filter((run) => run.x0 < gutter),
    row.runs.filter((run) => run.x0 >= gutter),
  ];
  return [before, after].flatMap((runs) => (runs.length > 0 ? [partOf(runs, row)] : []));
}

/** A part of a row, on the baseline of its own characters. */
export function partOf(runs: Run[], row: Row): Row {
  const level = runs.filter(({ raised }) => !raised);
  const y = level.length > 0 ? level.reduce((sum, run) => sum + run.y, 0) / level.length : row.y;
  return rowOf(runs, y);
}
