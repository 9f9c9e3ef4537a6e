import { captionIn } from '../../text/exhibits.ts';
import { exhibitSource } from '../../words/paper-words.ts';
import type { BareSheet } from './furniture.ts';
import { lineOf, partOf, type TypeLine } from './page-lines.ts';
import { rowOf, type Row } from './page-rows.ts';

/** A table across the gutter with text beside it, from its caption to its last rule, and the rows in it. */
interface SideTable {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  rows: Row[];
}

interface WithoutSideTables {
  sheets: BareSheet[];
  /** By page. */
  tables: SideTable[][];
}

/** Takes the tables that stand across the gutter beside narrow lines of text, so that these are read as a column. */
export function takeSideTables(sheets: BareSheet[], gutters: (number | undefined)[]): WithoutSideTables {
  const taken = sheets.map((sheet, i) => {
    const gutter = gutters[i];
    return gutter === undefined ? { sheet, tables: [] } : takeFromSheet(sheet, gutter);
  });
  return { sheets: taken.map(({ sheet }) => sheet), tables: taken.map(({ tables }) => tables) };
}

type Box = Omit<SideTable, 'rows'>;

function takeFromSheet(sheet: BareSheet, gutter: number): { sheet: BareSheet; tables: SideTable[] } {
  const boxes = boxesIn(sheet, gutter);
  let { rows } = sheet;
  const tables = boxes.map((box) => {
    const [inside, outside]: [Row[], Row[]] = [[], []];
    const below = sourceBelow(rows, box);
    for (const row of rows) {
      const isLevel = (row.y > box.top - 1 && row.y < box.bottom) || below.includes(row);
      const own = isLevel ? runsWithin(row, box) : [];
      const rest = row.runs.filter((run) => !own.includes(run));
      if (own.length > 0) inside.push(partOf(own, row));
      if (rest.length > 0) outside.push(own.length > 0 ? partOf(rest, row) : row);
    }
    rows = outside;
    return { ...box, rows: joinLevel(inside) };
  });
  return { sheet: { ...sheet, rows }, tables };
}

/** The boxes of tables: a caption above rules of the same width, and text beside them. */
function boxesIn({ rows, rules }: BareSheet, gutter: number): Box[] {
  const boxes: Box[] = [];
  for (const { x0, x1, y } of rules.toSorted((a, b) => a.y - b.y)) {
    if (x0 > gutter - ACROSS || x1 < gutter + ACROSS || y < (boxes.at(-1)?.bottom ?? 0) + 1) continue;
    const captions = rows.filter((row) => isCaption(row, { x0, x1 }));
    const caption = captions.find((row) => row.y < y && y - row.y < row.size * ABOVE);
    if (!caption) continue;
    const next = captions.find((row) => row.y > y)?.y ?? Infinity;
    const own = rules.filter(
      (rule) => rule.y >= y && rule.y < next && Math.abs(rule.x0 - x0) < 4 && Math.abs(rule.x1 - x1) < 4,
    );
    const box = { x0, x1, top: caption.y, bottom: Math.max(...own.map((rule) => rule.y)) };
    const beside = rows.filter(
      (row) => row.y > box.top && row.y < box.bottom && runsWithin(row, box).length < row.runs.length,
    );
    if (own.length > 1 && beside.length >= MIN_BESIDE) boxes.push(box);
  }
  return boxes;
}

/** How far in points a table reaches beyond the gutter, and the distance of its caption in sizes. */
const ACROSS = 20;
const ABOVE = 5;
/** The fewest lines beside a table. */
const MIN_BESIDE = 3;

const runsWithin = ({ runs }: Row, { x0, x1 }: { x0: number; x1: number }): Row['runs'] =>
  runs.filter((run) => run.x0 + run.x1 > x0 * 2 && run.x0 + run.x1 < x1 * 2);

function isCaption(row: Row, width: { x0: number; x1: number }): boolean {
  const own = runsWithin(row, width);
  return own.length > 0 && captionIn(lineOf(rowOf(own, row.y), 0).text)?.kind === 'table';
}

/** The rows just below a table that give its source. */
function sourceBelow(rows: Row[], box: Box): Row[] {
  const below = rows.filter((row) => row.y > box.bottom && runsWithin(row, box).length > 0);
  const first = below[0] && rowOf(runsWithin(below[0], box), below[0].y);
  if (!first || first.y - box.bottom > first.size * 2 || !exhibitSource.test(lineOf(first, 0).text))
    return [];
  const end = below.findIndex(
    (row, i) => i > 0 && (row.y - below[i - 1]!.y > first.size * 1.6 || row.size > first.size * 1.05),
  );
  return below.slice(0, end < 0 ? below.length : end);
}

/** Joins rows of a table that lines beside it had kept apart. */
function joinLevel(rows: Row[]): Row[] {
  const joined: Row[] = [];
  for (const row of rows.toSorted((a, b) => a.y - b.y)) {
    const last = joined.at(-1);
    if (last && row.y - last.y < row.size * 0.5)
      joined[joined.length - 1] = rowOf([...last.runs, ...row.runs], last.y);
    else joined.push(row);
  }
  return joined;
}

/** Adds the lines of a page’s tables to its text, and gives the lines beside them a column of their own. */
export function addSideTables(lines: TypeLine[], tables: SideTable[], sheet: number): void {
  for (const { x0, x1, top, bottom, rows } of tables.toReversed()) {
    const beside = lines.filter(({ y }) => y > top - 1 && y < bottom);
    const before = beside.filter((line) => line.x1 < x0 + line.size);
    const after = beside.filter((line) => line.x0 > x1 - line.size);
    for (const line of before) line.right = Math.max(...before.map((one) => one.x1));
    for (const line of after) line.left = Math.min(...after.map((one) => one.x0));
    const at = lines.findIndex(({ y }) => y > top);
    const own = rows.map((row) => ({ ...lineOf(row, sheet), left: x0, right: x1, isInTable: true }));
    lines.splice(at < 0 ? lines.length : at, 0, ...own);
  }
}
