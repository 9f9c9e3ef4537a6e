import { expect, test } from 'vitest';
import { respelled } from '../../src/search/respell.ts';

const words = { climate: 9, climb: 2, policy: 5, paris: 3, pairing: 1 };

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
])('%s is respelled as %s', (query, meant) => {
  expect(respelled(query, words)).toBe(meant);
});
