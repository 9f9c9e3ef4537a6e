import type { Rule } from './page-glyphs.ts';
import { rowOf, spaceBetween, type Row, type Run } from './page-rows.ts';

/** A line of one column: what a person reads from left to right. */
export interface TypeLine {
  /** Index of its page, from 0. */
  sheet: number;
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** Of most of its letters. */
  font: string;
  /** The share of its letters in that font. */
  purity: number;
  /** Stretches of its text that are raised. */
  raised: { start: number; end: number }[];
  /** Where the column that it stands in begins and ends; set once columns are known. */
  left: number;
  right: number;
}

/** A page as it is divided before anything is named. */
export interface Sheet {
  width: number;
  height: number;
  rows: Row[];
  rules: Rule[];
}

/** Puts the runs of a row together, with spaces where gaps are. */
export function lineOf(row: Row, sheet: number): TypeLine {
  let text = '';
  let last: Run | undefined;
  const raised: TypeLine['raised'] = [];
  const fonts = new Map<string, number>();
  let letters = 0;
  for (const run of row.runs) {
    const own = text === '' ? run.text.trimStart() : run.text;
    if (last) text += spaceBetween(text, (run.x0 - last.x1) / sizeBetween(last, run, row), run.wordGap);
    if (run.raised) {
      const start = text.length + (own.length - own.trimStart().length);
      raised.push({ start, end: start + own.trim().length });
    } else {
      const count = own.match(/\p{L}/gu)?.length ?? 0;
      letters += count;
      fonts.set(run.font, (fonts.get(run.font) ?? 0) + count);
    }
    text += own;
    last = run;
  }
  const [font, count] = [...fonts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return {
    sheet,
    text: text.trimEnd(),
    x0: row.x0,
    x1: row.x1,
    y: row.y,
    size: row.size,
    font,
    purity: letters === 0 ? 1 : count / letters,
    raised: joinStretches(raised, text),
    left: row.x0,
    right: row.x1,
  };
}

/** The size by which a gap is measured: between small capitals theirs; a mark stands off from its word. */
const sizeBetween = (before: Run, after: Run, row: Row): number =>
  before.raised || after.raised ? row.size * 1.3 : Math.min(before.size, after.size);

/** Raised stretches that nothing but a space divides are one. */
function joinStretches(raised: TypeLine['raised'], text: string): TypeLine['raised'] {
  const joined: TypeLine['raised'] = [];
  for (const one of raised) {
    const last = joined.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, one.start)) && one.start - last.end < 1) last.end = one.end;
    else joined.push({ ...one });
  }
  return joined;
}

/** Rows of running text on a page that has hardly any, such as one of works or notes. */
const FEW_ROWS = 4;

/** The share of the type’s size that sets columns apart. */
const GUTTER = 0.95;

/**
 * Where most pages have a gap from top to bottom, by page: the middle of the gutter between two columns. Undefined for a
 * page in one column; all are, unless half the pages or more show one.
 */
export function findGutters(sheets: Sheet[], bodySize: number): (number | undefined)[] {
  const found = sheets.map((sheet) => gutterOf(sheet, bodySize));
  const written = sheets.filter(({ rows }) => rows.filter((row) => isBody(row, bodySize)).length > 8).length;
  const known = found.filter((gutter) => gutter !== undefined);
  if (known.length < Math.max(2, written * 0.5)) return found.map(() => undefined);
  // A page with little running text, the first above all, has its columns where its neighbours have them.
  return found.map(
    (gutter, i) =>
      gutter ??
      [found[i + 2], found[i - 2], found[i + 1], found[i - 1], known[0]].find(
        (x) => x !== undefined && hasColumns(sheets[i]!, x, bodySize),
      ),
  );
}

const isBody = (row: Row, bodySize: number): boolean => Math.abs(row.size - bodySize) <= bodySize * 0.06;

/** How far rows of running text speak for a gutter: those it divides, and those on either side of it alone. */
function weigh(rows: Row[], x: number, bodySize: number): { for: number; against: number } {
  const count = { split: 0, left: 0, right: 0, crossed: 0 };
  for (const row of rows) count[sideOf(row, x, bodySize)]++;
  // The baselines of two columns need not agree.
  return { for: count.split + Math.min(count.left, count.right), against: count.crossed };
}

/** True if the rows below the last that runs across a place speak for a gutter there; where hardly one is running text, all. */
function hasColumns({ rows }: Sheet, x: number, bodySize: number): boolean {
  const own = rows.filter((row) => isBody(row, bodySize));
  const body = own.length < FEW_ROWS ? rows : own;
  const last = body.findLastIndex((row) => sideOf(row, x, bodySize) === 'crossed');
  const below = weigh(body.slice(last + 1), x, bodySize);
  const all = weigh(body, x, bodySize);
  // Notes may fill one column beside the text in the other.
  const rest = last < 0 ? rows : rows.slice(rows.indexOf(body[last]!) + 1);
  const beside = weigh(rest, x, bodySize);
  return (
    below.for >= 3 ||
    (all.for >= 2 && all.against < all.for * 0.5) ||
    (beside.for >= 4 && beside.against === 0 && rest.filter((row) => own.includes(row)).length >= 3)
  );
}

function gutterOf({ rows, width }: Sheet, bodySize: number): number | undefined {
  const body = rows.filter((row) => isBody(row, bodySize));
  let best: { x: number; rows: number } | undefined;
  for (let x = width * 0.35; x <= width * 0.65; x += 1) {
    const weight = weigh(body, x, bodySize);
    if (weight.for >= 6 && weight.for > weight.against * 1.2 && weight.for > (best?.rows ?? 0))
      best = { x, rows: weight.for };
  }
  if (!best) return undefined;
  // The middle of the stretch that divides as many rows.
  let to = best.x;
  while (weigh(body, to + 1, bodySize).for >= best.rows) to++;
  return (best.x + to) / 2;
}

/** Where a row stands to a gutter. */
export function sideOf(row: Row, x: number, size: number): 'left' | 'right' | 'split' | 'crossed' {
  // Called for each place on a page where a gutter may be.
  let [end, start] = [-Infinity, Infinity];
  for (const run of row.runs)
    if (run.x0 < x) end = Math.max(end, run.x1);
    else start = Math.min(start, run.x0);
  if (end === -Infinity) return 'right';
  // Full-width punctuation fills less than it claims.
  if (end > x + size * 0.5) return 'crossed';
  if (start === Infinity) return 'left';
  return start - end >= size * GUTTER ? 'split' : 'crossed';
}

/** More rows across the gutter of a page with lines in columns between them leave the order of those uncertain. */
const MOST_CROSSINGS = 4;

/**
 * The lines of a page in the order in which they are read: what crosses the gutter ends the columns above it.
 * `onDoubt` is told where that happens too often to be meant.
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
    if (left.length > 0 && right.length > 0 && ++crossings === MOST_CROSSINGS) onDoubt(left[0]!);
    ordered.push(...left, ...right);
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

/** What of rows stands on either side of a gutter, from top to bottom. */
export function partsOf(rows: Row[], gutter: number): Row[] {
  const parts = levelled(
    rows.flatMap((row) => splitRow(row, gutter)),
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

/** Parts of one side that stand on one baseline are one: their row may have been told by the other side’s. */
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

/** What of a row stands on either side of a gutter; one that crosses it is not divided. */
export function splitRow(row: Row, gutter: number): Row[] {
  if (sideOf(row, gutter, row.size) === 'crossed') return [row];
  const [before, after] = [
    row.runs.filter((run) => run.x0 < gutter),
    row.runs.filter((run) => run.x0 >= gutter),
  ];
  return [before, after].flatMap((runs) => (runs.length > 0 ? [partOf(runs, row)] : []));
}

/** A part of a row, on the baseline of its own characters. */
function partOf(runs: Run[], row: Row): Row {
  const level = runs.filter(({ raised }) => !raised);
  const y = level.length > 0 ? level.reduce((sum, run) => sum + run.y, 0) / level.length : row.y;
  return rowOf(runs, y);
}
