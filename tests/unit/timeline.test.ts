import { expect, test } from 'vitest';
import { quantitySchema } from '../../src/model/entries.ts';
import { sortKey } from '../../src/site/date-order.ts';
import { drawTimeline, type Timeline } from '../../src/site/timeline.ts';

const dated = (...dates: (string | { date: string; part: string })[]) =>
  dates.map((one, i) => ({
    id: `q${i}`,
    record: quantitySchema.parse({
      type: 'date',
      what: { en: 'something' },
      passage: '1.1.1-1',
      ...(typeof one === 'string' ? { date: one } : one),
    }),
  }));

const draw = (...dates: Parameters<typeof dated>): Timeline => {
  const drawing = drawTimeline(dated(...dates));
  if (!drawing) throw new Error('nothing was drawn');
  return drawing;
};
const labels = ({ ticks }: Timeline): number[] =>
  ticks.flatMap(({ year, isLabelled }) => (isLabelled ? [year] : []));

test('dates of another century are drawn from left to right, within the drawing', () => {
  const drawing = draw('1912-04-14', '1840', '1861-02');
  expect([drawing.from, drawing.to]).toEqual([1840, 1912]);
  const points = [...drawing.points].sort((a, b) => a.x - b.x);
  expect(points.map(({ quantity }) => quantity.id)).toEqual(['q1', 'q2', 'q0']);
  expect(drawing.width).toBeGreaterThan(points.at(-1)!.x);
  expect(points[0]!.x).toBeGreaterThan(0);
  expect(labels(drawing)).toEqual([1840, 1861, 1912]);
});

test('one date is drawn, with its year beneath', () => {
  const drawing = draw('1840');
  expect(drawing.points.map(({ x }) => x)).toEqual([drawing.width / 2]);
  expect(labels(drawing)).toEqual([1840]);
});

test('of no dates nothing is drawn', () => {
  expect(drawTimeline([])).toBeUndefined();
});

test('years far from one another stand near, and the axis says where years are left out', () => {
  const drawing = draw('0079-08-24', '1748', '1755', '2020');
  expect(drawing.width).toBeLessThan(500);
  const x = new Map(drawing.ticks.map(({ year, x: at }) => [year, at]));
  expect(drawing.gaps.map(({ from, to }) => [from, to])).toEqual([
    [x.get(79), x.get(1748)],
    [x.get(1755), x.get(2020)],
  ]);
});

test('dates of one year stand above one another, and no year beneath runs into the next', () => {
  const drawing = draw('2019-05', '2019-08', '2020', '2021', '2030');
  const [first, second] = drawing.points.filter(({ quantity: { id } }) => id === 'q0' || id === 'q1');
  expect(first!.x).toBe(second!.x);
  expect(first!.y).not.toBe(second!.y);
  expect(labels(drawing)).toEqual([2020, 2030]);
});

test('a period is a bar from its first year to its last', () => {
  const drawing = draw('2013/2020', '19XX');
  const x = new Map(drawing.ticks.map(({ year, x: at }) => [year, at]));
  expect(drawing.bars.map(({ x: from, width }) => [from, from + width])).toEqual([
    [x.get(2013), x.get(2020)],
    [x.get(1900), x.get(1999)],
  ]);
});

test('a part of a century stands among the years that it is made of', () => {
  const dates = dated(
    { date: '20XX', part: 'late' },
    '2070',
    { date: '20XX', part: 'middle' },
    '2013',
    '2035',
  );
  const order = [...dates].sort((a, b) => (sortKey(a.record) < sortKey(b.record) ? -1 : 1));
  expect(order.map(({ id }) => id)).toEqual(['q3', 'q4', 'q2', 'q1', 'q0']);
});

test('only a century has parts', () => {
  expect(() => dated({ date: '2050', part: 'late' })).toThrow(/Unexpected part/);
});
