import { expect, test } from 'vitest';
import { counted } from '../../src/model/counted.ts';

test('a noun is singular after 1 only, and irregular plurals are given', () => {
  expect([0, 1, 2].map((count) => counted(count, 'note'))).toEqual(['0 notes', '1 note', '2 notes']);
  expect(counted(2, 'entry', 'entries')).toBe('2 entries');
});
