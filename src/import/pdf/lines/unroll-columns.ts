import { countLetters } from '../../words/count-letters.ts';
import type { BareSheet } from './furniture.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import { isBody, splitRow, weigh } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** The shift of all rows whose new baseline is in a range. */
interface Band {
  from: number;
  to: number;
  dx: number;
  dy: number;
}

interface Unrolled {
  sheets: BareSheet[];
  /** The position on the printed page of a point on a sheet. */
  printedAt: (sheet: number, x: number, y: number) => { x: number; y: number };
}

/**
 * Turns pages in three or more columns into pages in a single, long column, if at least half of a paper is set so. The
 * notes at the feet of columns come after the last column.
 */
export function unrollColumns(sheets: BareSheet[], type: BodyType): Unrolled {
  const gutters = sheets.map((sheet) => guttersOf(sheet, type.size));
  const written = sheets.filter(({ rows }) => rows.filter((row) => isBody(row, type.size)).length > 8).length;
  const known = gutters.filter(({ length }) => length > 1);
  if (known.length < Math.max(2, written * 0.5)) return { sheets, printedAt: (_, x, y) => ({ x, y }) };
  const unrolled = sheets.map((sheet, i) => unroll(sheet, gutters[i]!.length > 1 ? gutters[i]! : [], type));
  return {
    sheets: unrolled.map(({ sheet }) => sheet),
    printedAt: (sheet, x, y) => {
      const band = unrolled[sheet]!.bands.find(({ from, to }) => y >= from && y < to);
      return { x: x - (band?.dx ?? 0), y: y - (band?.dy ?? 0) };
    },
  };
}

/** The middles of the gaps from top to bottom of a page. */
function guttersOf({ rows, width }: BareSheet, size: number): number[] {
  const body = rows.filter((row) => isBody(row, size));
  const gaps: { from: number; to: number }[] = [];
  for (let x = width * 0.2; x <= width * 0.8; x += 2) {
    const weight = weigh(body, x, size);
    if (weight.for < MIN_ROWS || weight.against > weight.for * MAX_CROSSING) continue;
    const last = gaps.at(-1);
    if (last && x - last.to < 3) last.to = x;
    else gaps.push({ from: x, to: x });
  }
  const gutters = gaps.map(({ from, to }) => (from + to) / 2);
  return isProse(body, gutters, size) ? gutters : [];
}

/** True if columns are about as wide as each other and consist of words; those of a table are not. */
function isProse(rows: Row[], gutters: number[], size: number): boolean {
  const parts = partsBetween(rows, gutters);
  const widths = [...gutters.keys(), gutters.length].map((column) => {
    const own = parts.filter(({ x0 }) => columnAt(x0, gutters) === column);
    const ends = own.map(({ x1 }) => x1).sort((a, b) => a - b);
    return (ends[Math.floor(ends.length * 0.8)] ?? 0) - Math.min(...own.map(({ x0 }) => x0));
  });
  const text = rows.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
  const { letters } = countLetters(text);
  const [least, most] = [Math.min(...widths), Math.max(...widths)];
  return least > Math.max(most * ALIKE, size * NARROWEST) && letters > text.replace(/\s/g, '').length * WORDS;
}

const partsBetween = (rows: Row[], gutters: number[]): Row[] =>
  rows.flatMap((row) => gutters.reduce((all, x) => all.flatMap((one) => splitRow(one, x)), [row]));

const columnAt = (x: number, gutters: number[]): number => gutters.filter((gutter) => gutter < x).length;

/**
 * The minimum width of a column as a share of the widest and as a multiple of the type size, and its share of letters.
 */
const ALIKE = 0.8;
const NARROWEST = 8;
const WORDS = 0.7;

/** The distance of small type from the column before it, as a multiple of the leading. */
const APART = 3;

/** The fewest rows with a gap in the same place, and the share of others that may cross it. */
const MIN_ROWS = 10;
const MAX_CROSSING = 0.5;

function unroll(
  sheet: BareSheet,
  gutters: number[],
  { size, leading }: BodyType,
): { sheet: BareSheet; bands: Band[] } {
  if (gutters.length === 0) return { sheet, bands: [] };
  const parts = partsBetween(sheet.rows, gutters);
  const columnOf = (x: number): number => columnAt(x, gutters);
  const isAcross = ({ x0, x1 }: Row): boolean => columnOf(x0) !== columnOf(x1 - size);
  // Text across columns, such as the title, divides them.
  const sections: { isAcross: boolean; parts: Row[] }[] = [];
  for (const part of parts) {
    if (sections.at(-1)?.isAcross !== isAcross(part)) sections.push({ isAcross: isAcross(part), parts: [] });
    sections.at(-1)!.parts.push(part);
  }
  const left = Math.min(...parts.map(({ x0 }) => x0));
  const bands: (Band & { column: number | undefined })[] = [];
  const rows: Row[] = [];
  let end = 0;
  const place = (own: Row[], column: number | undefined): void => {
    if (own.length === 0) return;
    const [top, bottom] = [own[0]!.y, own.at(-1)!.y];
    // Small type does not continue the column before it.
    const start = bands.length === 0 ? top : end + leading * (own[0]!.size > size * SMALL ? 1 : APART);
    const edge = Math.min(...own.map(({ x0 }) => x0));
    const [dx, dy] = [column ? left - edge : 0, start - top];
    rows.push(...own.map((row) => moved(row, dx, dy)));
    end = bottom + dy;
    bands.push({ from: start - leading / 2, to: end + leading / 2, dx, dy, column });
  };
  const feet: [Row[], number][] = [];
  for (const section of sections) {
    if (section.isAcross) place(section.parts, undefined);
    else
      for (const column of [...gutters.keys(), gutters.length]) {
        const own = section.parts.filter((part) => columnOf(part.x0) === column);
        const last =
          section === sections.at(-1) ? own.findLastIndex((row) => row.size > size * SMALL) : own.length;
        feet.push([own.slice(last + 1), column]);
        place(own.slice(0, last + 1), column);
      }
  }
  for (const [own, column] of feet) place(own, column);
  const rules = sheet.rules.map((rule) => {
    const column = columnOf(rule.x0);
    const band = bands.find(
      (one) =>
        (one.column ?? column) === column &&
        rule.y >= one.from - one.dy - leading &&
        rule.y < one.to - one.dy,
    );
    return { x0: rule.x0 + (band?.dx ?? 0), x1: rule.x1 + (band?.dx ?? 0), y: rule.y + (band?.dy ?? 0) };
  });
  return { sheet: { ...sheet, rows, rules }, bands };
}

const moved = (row: Row, dx: number, dy: number): Row => ({
  ...row,
  x0: row.x0 + dx,
  x1: row.x1 + dx,
  y: row.y + dy,
  runs: row.runs.map((run) => ({ ...run, x0: run.x0 + dx, x1: run.x1 + dx, y: run.y + dy })),
});
