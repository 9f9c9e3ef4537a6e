import { footLabelOf } from './foot-labels.ts';
import type { BareSheet } from './furniture.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import { lineOf, partsOf } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** Pages without their margins, and the rows in the margins, by page. */
interface WithoutMargins {
  sheets: BareSheet[];
  margins: Row[][];
}

/** Takes notes out of the margins: smaller type entirely beside a single column of running text, with numbers. */
export function takeMargins(
  sheets: BareSheet[],
  gutters: (number | undefined)[],
  type: BodyType,
): WithoutMargins {
  const found = sheets.map((sheet, i) =>
    gutters[i] === undefined ? marginOf(sheet, type) : { rows: sheet.rows, margin: [] },
  );
  const numbered = found.filter(({ margin }, i) =>
    margin.some((row) => footLabelOf(lineOf(row, i))?.number !== undefined),
  );
  if (numbered.length < MIN_PAGES) return { sheets, margins: sheets.map(() => []) };
  return {
    sheets: sheets.map((sheet, i) => ({ ...sheet, rows: found[i]!.rows })),
    margins: found.map(({ margin }) => margin),
  };
}

/** The fewest pages with numbered notes in their margins, and the fewest rows in a margin. */
const MIN_PAGES = 2;
const MIN_ROWS = 3;
/** The minimum distance of a margin from the text, as a multiple of the type size. */
const APART = 0.8;
/** The minimum share of rows of running text that begin or end at its edges. */
const AT_EDGE = 0.25;

function marginOf({ rows }: BareSheet, type: BodyType): { rows: Row[]; margin: Row[] } {
  const body = rows.flatMap((row) => {
    const runs = row.runs.filter(({ size }) => Math.abs(size - type.size) <= type.size * 0.06);
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    return length < 5 ? [] : [{ x0: runs[0]!.x0, x1: Math.max(...runs.map(({ x1 }) => x1)) }];
  });
  const shared = (edges: number[]): number | undefined =>
    edges.find(
      (edge) => edges.filter((one) => Math.abs(one - edge) < 2).length >= Math.max(3, edges.length * AT_EDGE),
    );
  const left = shared(body.map(({ x0 }) => x0).sort((a, b) => a - b));
  const right = shared(body.map(({ x1 }) => x1).sort((a, b) => b - a));
  if (left === undefined || right === undefined) return { rows, margin: [] };
  const room = type.size * APART;
  const isSmall = (row: Row): boolean => row.size <= type.size * SMALL;
  const atLeft = partsOf(rows, left - room / 2);
  const margin = atLeft.filter((row) => isSmall(row) && row.x1 < left - room);
  if (margin.length >= MIN_ROWS) return { rows: atLeft.filter((row) => !margin.includes(row)), margin };
  const atRight = partsOf(rows, right + room / 2);
  const beside = atRight.filter((row) => isSmall(row) && row.x0 > right + room);
  if (beside.length >= MIN_ROWS)
    return { rows: atRight.filter((row) => !beside.includes(row)), margin: beside };
  return { rows, margin: [] };
}
