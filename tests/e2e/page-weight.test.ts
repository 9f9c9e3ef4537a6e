import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { builtPages } from '../support/built-pages.ts';
import { bytesOf, scriptsOf, sum } from '../support/weigh.ts';

const SCRIPT_BYTES = 6 * 1024;

const folder = inject('siteOut');
const pages = builtPages(folder).map(({ address, html }) => ({ address, files: scriptsOf(folder, html) }));

test('no page loads more than 6 KB of script before anything is asked of it', () => {
  const bytes = bytesOf(folder);
  expect(pages.length).toBeGreaterThan(100);
  expect(
    pages.filter(({ files }) => sum(files.map(bytes)) > SCRIPT_BYTES).map(({ address }) => address),
  ).toEqual([]);
});

test('no page loads what credits copied text before something is selected', () => {
  const credits = (file: string): boolean =>
    readFileSync(join(folder, file), 'utf8').includes('clipboardData');
  expect(pages.filter(({ files }) => files.some(credits)).map(({ address }) => address)).toEqual([]);
});
