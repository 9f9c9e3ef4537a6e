import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { atHand, openPage, settled } from '../support/open-page.ts';
import { builtPages } from '../support/built-pages.ts';
import { bytesOf, scriptsOf, sum } from '../support/weigh.ts';

const SCRIPT_BYTES = 6 * 1024;
const FONT_BYTES = 100 * 1024;

const folder = inject('siteOut');
const pages = builtPages(folder).map(({ address, html }) => ({ address, files: scriptsOf(folder, html) }));

test('no page loads more than 6 KB of scripts before the first interaction', () => {
  const bytes = bytesOf(folder);
  expect(pages.length).toBeGreaterThan(100);
  expect(
    pages.filter(({ files }) => sum(files.map(bytes)) > SCRIPT_BYTES).map(({ address }) => address),
  ).toEqual([]);
});

test('no page loads the script for copied text before text is selected', () => {
  const credits = (file: string): boolean =>
    readFileSync(join(folder, file), 'utf8').includes('clipboardData');
  expect(pages.filter(({ files }) => files.some(credits)).map(({ address }) => address)).toEqual([]);
});

test('a chapter loads its interactive scripts at the first interaction, and not before', async () => {
  const page = await openPage('zh/2-actions/', { viewport: { width: 390, height: 844 } });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.reload();
  await settled(page);
  const own = scriptsOf(folder, await page.content());
  expect(fetched.filter((path) => path.endsWith('.js')).sort()).toEqual(own.sort());
  expect(fetched.filter((path) => /\.json$|ruler/.test(path))).toEqual([]);
  await atHand(page);
  expect(fetched.filter((path) => /at-hand.*\.js$/.test(path))).toHaveLength(1);
  await page.context().close();
});

describe('the fonts', () => {
  const fonts = readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.woff2'));

  test('total at most 100 KB', () => {
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    expect(sum(fonts.map((file) => statSync(join(folder, 'assets', file)).size))).toBeLessThanOrEqual(
      FONT_BYTES,
    );
  });

  test('are preloaded by every page, if every page uses them', () => {
    const asked = builtPages(folder).map(({ html }) =>
      [...html.matchAll(/<link rel="preload" href="[^"]*\/assets\/([^"]+)" as="font"/g)].map(
        ([, file = '']) => file,
      ),
    );
    expect(new Set(asked.map((files) => files.join(' '))).size).toBe(1);
    expect(asked[0]!.filter((file) => !fonts.includes(file))).toEqual([]);
  });

  test('are distributed with their licences', () => {
    expect(readFileSync(join(folder, 'fonts.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE Version 1.1');
  });
});
