import { expect, test } from 'vitest';
import { positionsOf } from '../../src/cite/positions.ts';

const page = (value: string) => ({ label: 'page' as const, value });
const note = (number: number, ...items: { key: string; page?: string }[]) => ({
  number,
  items: items.map(({ key, page: value }) => (value === undefined ? { key } : { key, locator: page(value) })),
});
const typesOf = (...notes: ReturnType<typeof note>[]): string[][] =>
  positionsOf(notes).map((positions) => positions.map(({ type }) => type));

test('a work is first, and afterwards subsequent to the note that cited it first', () => {
  expect(positionsOf([note(1, { key: 'a' }), note(2, { key: 'b' }), note(5, { key: 'a' })])).toEqual([
    [{ type: 'first' }],
    [{ type: 'first' }],
    [{ type: 'subsequent', firstNote: 1 }],
  ]);
});

test('a work is ibid. if the previous citation is the same single work, with a locator if it differs', () => {
  expect(
    typesOf(
      note(1, { key: 'a', page: '3' }),
      note(2, { key: 'a', page: '3' }),
      note(3, { key: 'a', page: '4' }),
    ),
  ).toEqual([['first'], ['ibid'], ['ibid-with-locator']]);
});

test('a work is not ibid. after a note that cites several works, nor if only the earlier citation has a locator', () => {
  expect(typesOf(note(1, { key: 'a' }, { key: 'b' }), note(2, { key: 'b' }))).toEqual([
    ['first', 'first'],
    ['subsequent'],
  ]);
  expect(typesOf(note(1, { key: 'a', page: '3' }), note(2, { key: 'a' }))).toEqual([
    ['first'],
    ['subsequent'],
  ]);
});

test('within one note, the previous work counts', () => {
  expect(typesOf(note(1, { key: 'a' }, { key: 'a' }))).toEqual([['first', 'ibid']]);
});

test('a note without works prevents ibid.', () => {
  expect(typesOf(note(1, { key: 'a' }), note(2), note(3, { key: 'a' }))).toEqual([
    ['first'],
    [],
    ['subsequent'],
  ]);
});
