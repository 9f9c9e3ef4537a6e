import { expect, inject, test } from 'vitest';
import { weigh } from './weigh.ts';

const SCRIPT_BYTES = 6 * 1024;

test('no page loads more than 6 KB of script before anything is asked of it', () => {
  const pages = weigh(inject('siteOut'));
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter(({ scripts }) => scripts > SCRIPT_BYTES).map(({ address }) => address)).toEqual([]);
});
