import { expect, test } from 'vitest';
import { quantitySchema } from '../../src/model/entries.ts';
import { groupByYear, sortKey } from '../../src/site/timeline.ts';

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

const draw = (...dates: Parameters<typeof dated>) => groupByYear(dated(...dates));

test('dates are in chronological order, by the year in which they begin', () => {
  const years = draw('1912-04-14', '1840', '1861-02', '1840-03', '1861/1870');
  expect(years.map(({ year, dates }) => [year, dates.map(({ id }) => id)])).toEqual([
    [1840, ['q1', 'q3']],
    [1861, ['q2', 'q4']],
    [1912, ['q0']],
  ]);
});

test('without dates there are no years', () => {
  expect(draw()).toEqual([]);
});

test('the years left out before a year are those without dates or periods', () => {
  const years = draw('0079-08-24', '1748/1755', '1754', '1757', '1758');
  expect(years.map(({ year, yearsBefore }) => [year, yearsBefore])).toEqual([
    [79, 0],
    [1748, 1668],
    [1754, 0],
    [1757, 1],
    [1758, 0],
  ]);
});

test('a period has its number of years, a point in time one', () => {
  const [year] = draw('2013/2020', '2013');
  expect(year!.dates.map(({ id, years }) => [id, years])).toEqual([
    ['q1', 1],
    ['q0', 8],
  ]);
});

test('a century and its parts have no number of years', () => {
  const years = draw({ date: '20XX', part: 'middle' }, '20XX', '2013/2020');
  expect(years.map(({ dates }) => dates.map(({ years }) => years))).toEqual([[undefined], [8], [undefined]]);
});

test('a century and its parts are separate from years, under their own names', () => {
  const years = draw({ date: '19XX', part: 'middle' }, '1940', '20XX', { date: '20XX', part: 'late' });
  expect(years.map(({ id, year }) => [id, year])).toEqual([
    ['y1940', 1940],
    ['y19XX-middle', undefined],
    ['y20XX', undefined],
    ['y20XX-late', undefined],
  ]);
});

test('a part of a century is among its years', () => {
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
