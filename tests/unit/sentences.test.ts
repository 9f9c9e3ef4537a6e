import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/model/sentences.ts';

const units = [
  {
    index: 1,
    text: 'The dyke was raised. Its cost, said Mr. Li of the U.S. office (p. 4), was met by the villages;',
  },
  { index: 2, text: 'the flats were divided.' },
  { index: 3, text: 'Nobody objected. “Who would?” he asked. It rained.' },
];

test.each([
  ['of a unit with several', [1], [1, 2]],
  ['of a unit that is part of one', [2], [2, 2]],
  ['of several units', [2, 3], [2, 5]],
] as const)('sentences are counted as readers count them: those %s', (_, stretch, expected) => {
  expect(sentencesOf(units, [...stretch])).toEqual(expected);
});

test('of selected words, only their own sentences count', () => {
  expect(sentencesOf(units, [3], '“Who would?” he\nasked.')).toEqual([4, 4]);
  expect(sentencesOf(units, [1, 3], 'by the villages; the flats were')).toEqual([2, 2]);
  // Words that it has twice, or not at all, could be in any of its sentences.
  expect(sentencesOf(units, [3], 'ed')).toEqual([3, 5]);
  expect(sentencesOf(units, [3], 'somebody')).toEqual([3, 5]);
});

test('Chinese sentences are counted by their stops; an unknown unit has none', () => {
  const chinese = [
    { index: 1, text: '海堤加高了。费用由各村分担；' },
    { index: 2, text: '滩地随后重分。' },
  ];
  expect(sentencesOf(chinese, [1, 2])).toEqual([1, 2]);
  expect(sentencesOf(chinese, [2])).toEqual([2, 2]);
  expect(sentencesOf(chinese, [3])).toBeUndefined();
});
