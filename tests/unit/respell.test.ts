import { expect, test } from 'vitest';
import { respelled } from '../../src/search/respell.ts';

const words = new Map([
  ['climate', 9],
  ['climb', 2],
  ['policy', 5],
  ['paris', 3],
  ['pairing', 1],
]);

const times = (asked: string, isWhole: boolean): Promise<number> =>
  Promise.resolve(
    [...words].reduce(
      (sum, [word, count]) => sum + ((isWhole ? word === asked : word.startsWith(asked)) ? count : 0),
      0,
    ),
  );

test.each([
  ['climte', 'climate'],
  ['climmate', 'climate'],
  ['clinate', 'climate'],
  ['cliamte', 'climate'],
  ['climat', undefined],
  ['climatr', 'climate'],
  ['climte polcy', 'climate policy'],
  ['paris polcy', 'paris policy'],
  ['climte zzzz', undefined],
  ['稀土', undefined],
  ['12', undefined],
])('%s is respelled as %s', async (query, meant) => {
  expect(await respelled(query, times)).toBe(meant);
});
