import type { PlacedQuantity } from './backlinks.ts';
import { yearsOf } from './date-order.ts';

/** A drawn timeline, in the units of its view box: points stacked over their year, periods as bars above them. */
export interface Timeline {
  width: number;
  height: number;
  /** First and last year. */
  from: number;
  to: number;
  /** Where the axis runs. */
  axis: number;
  points: { x: number; y: number; quantity: PlacedQuantity }[];
  bars: { x: number; y: number; width: number; quantity: PlacedQuantity }[];
  /** Years that have a date; where there is room, the year stands beneath. */
  ticks: { x: number; year: number; isLabelled: boolean }[];
  /** Where the axis is shorter than the years without a date that it stands for. */
  gaps: { from: number; to: number }[];
}

export const RADIUS = 5;
const MARGIN = 24;
/** The height of a row of points or of a bar, and the width of a year. */
const ROW = 18;
const YEAR = 12;
/** More years than these without a date are left out, and drawn as so many. */
const LONGEST_GAP = 10;
const DRAWN_GAP = 4;
/** How far apart years are written. */
const LABEL = 42;

/** Places all dates on one axis; undefined where there are none. */
export function drawTimeline(records: PlacedQuantity[]): Timeline | undefined {
  const dates = records.flatMap(({ id, record }) =>
    record.type === 'date' ? [{ quantity: { id, record }, years: yearsOf(record) }] : [],
  );
  const { places, gaps } = axisOf(dates.flatMap(({ years }) => years));
  const years = [...places.keys()];
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined) return undefined;
  const x = (year: number): number => places.get(year) ?? 0;

  const bars = dates.filter(({ years: [a, b] }) => a !== b);
  const stacks = Map.groupBy(
    dates.filter(({ years: [a, b] }) => a === b),
    ({ years: [year] }) => year,
  );
  const highest = Math.max(0, ...[...stacks.values()].map(({ length }) => length));
  const axis = MARGIN + (bars.length + highest) * ROW;
  const labelled = labelledOf(years, x, (year) => stacks.has(year));
  return {
    width: x(to) + MARGIN,
    height: axis + 2 * MARGIN,
    from,
    to,
    axis,
    points: [...stacks].flatMap(([year, stack]) =>
      stack.map(({ quantity }, i) => ({ x: x(year), y: axis - (i + 0.8) * ROW, quantity })),
    ),
    bars: bars.map(({ quantity, years: [a, b] }, i) => ({
      x: x(a),
      y: MARGIN + i * ROW,
      width: x(b) - x(a),
      quantity,
    })),
    ticks: years.map((year) => ({ x: x(year), year, isLabelled: labelled.has(year) })),
    gaps,
  };
}

/** Where each of the years stands: years are equally wide, but for long stretches without a date. */
function axisOf(years: number[]): { places: Map<number, number>; gaps: Timeline['gaps'] } {
  const places = new Map<number, number>();
  const gaps: Timeline['gaps'] = [];
  let [at, before] = [MARGIN, 0];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    if (places.size > 0) {
      const isGap = year - before > LONGEST_GAP;
      const width = (isGap ? DRAWN_GAP : year - before) * YEAR;
      if (isGap) gaps.push({ from: at, to: at + width });
      at += width;
    }
    places.set(year, at);
    before = year;
  }
  return { places, gaps };
}

/** The years that are written out: decades before others, years of points before those that only bound a period. */
function labelledOf(
  years: number[],
  x: (year: number) => number,
  hasPoint: (year: number) => boolean,
): Set<number> {
  const rank = (year: number): number => (year % 10 === 0 ? 0 : hasPoint(year) ? 1 : 2);
  const labelled: number[] = [];
  for (const year of [...years].sort((a, b) => rank(a) - rank(b) || a - b))
    if (labelled.every((other) => Math.abs(x(other) - x(year)) >= LABEL)) labelled.push(year);
  return new Set(labelled);
}
