import { expect, test } from 'vitest';
import { publishedBy } from '../../src/model/published-by.ts';

test.each([
  ['Lock Board', { publisher: 'Lock Board' }],
  ['Lock Board; copy at Canal News', { publisher: 'Lock Board', copyAt: 'Canal News' }],
  ['船闸局；运河报转载', { publisher: '船闸局', copyAt: '运河报' }],
])('the publisher is told apart from whoever has the copy: %s', (text, expected) => {
  expect(publishedBy(text)).toEqual(expected);
});
