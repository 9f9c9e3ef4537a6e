import type { DateRecord } from '../model/entries.ts';
import type { PlacedQuantity } from './backlinks.ts';

/** A drawn timeline, in the units of its view box: points stacked over their year, periods as bars above them. */
export interface Timeline {
  width: number;
  height: number;
  from: number;
  to: number;
  /** Where the axis runs. */
  axis: number;
  points: { x: number; y: number; quantity: PlacedQuantity }[];
  bars: { x: number; y: number; width: number; quantity: PlacedQuantity }[];
  ticks: { x: number; year: number }[];
}

const STEP = 18;
export const RADIUS = 6;
const MARGIN = 24;

/**
 * Places dates on an axis of years, each year equally wide. Years outside the range are left to the list beneath: the
 * axis runs from the decade of the first date in it to that of the last.
 */
export function drawTimeline(records: PlacedQuantity[], [first, last]: [number, number]): Timeline {
  const dated = records.flatMap((quantity) =>
    quantity.record.type === 'date' ? [{ quantity, years: yearsOf(quantity.record) }] : [],
  );
  const within = dated.filter(({ years: [from, to] }) => from >= first && to <= last);
  const years = within.flatMap((one) => one.years);
  const from = Math.floor(Math.min(...years, last) / 10) * 10;
  const to = Math.ceil(Math.max(...years, first) / 10) * 10;
  const x = (year: number): number => MARGIN + (year - from) * STEP;

  const bars = within.filter(({ years: [a, b] }) => a !== b);
  const points = within.filter(({ years: [a, b] }) => a === b);
  const stacks = Map.groupBy(points, ({ years: [year] }) => year);
  const highest = Math.max(0, ...[...stacks.values()].map(({ length }) => length));
  const axis = MARGIN + (bars.length + highest) * STEP;
  return {
    width: 2 * MARGIN + (to - from) * STEP,
    height: axis + 2 * MARGIN,
    from,
    to,
    axis,
    points: [...stacks].flatMap(([year, stack]) =>
      stack.map(({ quantity }, i) => ({ x: x(year), y: axis - (i + 0.8) * STEP, quantity })),
    ),
    bars: bars.map(({ quantity, years: [a, b] }, i) => ({
      x: x(a),
      y: MARGIN + i * STEP,
      width: x(b) - x(a),
      quantity,
    })),
    ticks: Array.from({ length: (to - from) / 10 + 1 }, (_, i) => ({
      x: x(from + i * 10),
      year: from + i * 10,
    })),
  };
}

/** First and last year of a date; a century counts from its first year to its last. */
export function yearsOf({ date }: DateRecord): [number, number] {
  const [start = '', end = start] = date.split('/');
  const year = (one: string, unknown: string): number => Number(one.slice(0, 4).replace('XX', unknown));
  return [year(start, '00'), year(end, '99')];
}
