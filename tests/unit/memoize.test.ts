import { expect, test } from 'vitest';
import { memoizeWith } from '../../src/model/memoize.ts';

test('a result is computed once for each argument and each data', () => {
  const calls: string[] = [];
  const join = memoizeWith((from: { name: string }, data: { id: number }) => {
    calls.push(from.name);
    return `${from.name} ${data.id}`;
  });
  const [one, other] = [{ name: 'one' }, { name: 'other' }];
  expect([join(one, { id: 1 }), join(one, { id: 1 }), join(one, { id: 2 }), join(other, { id: 1 })]).toEqual([
    'one 1',
    'one 1',
    'one 2',
    'other 1',
  ]);
  expect(calls).toEqual(['one', 'one', 'other']);
});
