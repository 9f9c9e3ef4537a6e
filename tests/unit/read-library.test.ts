import { expect, test } from 'vitest';
import { validRecord } from '../../src/cite/read-library.ts';

const recordIn = (language: string) =>
  validRecord({ type: 'book', title: 'Salt', language, author: [{ family: 'Doe' }] })?.language;

test.each([
  ['french', 'fr'],
  ['ngerman', 'de'],
  ['British', 'en-GB'],
  ['Chinese', 'zh'],
  ['zh-Hans', 'zh-Hans'],
  ['klingonese', undefined],
])('a library that says %s means %s', (said, tag) => {
  expect(recordIn(said)).toBe(tag);
});
