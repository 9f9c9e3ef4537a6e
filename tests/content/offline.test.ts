import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { dossierIn } from '../support/dossier-in.ts';
import { numberedIn } from '../../src/search/known-items.ts';
import { serveCuttable, type CuttableSite } from '../support/cuttable-site.ts';
import { openPage } from '../support/open-page.ts';

// The shipped dossier after “Take offline”, without a network.

let site: CuttableSite;
let page: Page;
const queries = Object.entries(
  parse(readFileSync('tests/content/known-items.yaml', 'utf8')) as Record<string, [string, string][]>,
).flatMap(([language, items]) =>
  items
    // Answers about printed pages are shown to readers, but not returned to programs.
    .filter(([query]) => numberedIn(String(query)).every(({ kind }) => kind !== 'page'))
    .filter((_, i) => i % Math.ceil(items.length / 13) === 0)
    .map(([query]) => ({ language, query: String(query) })),
);

/** The search results for each query. */
const answers = (): Promise<{ url: string }[][]> =>
  page.evaluate(`import('/search/search.js').then(({ search }) =>
    Promise.all(${JSON.stringify(queries)}.map(({ query, language }) => search(query, { language, most: 5 }))))`);

let online: { url: string }[][];

beforeAll(async () => {
  site = await serveCuttable('dist', '/');
  page = await openPage('zh/', { site: site.address });
  online = await answers();
  await page.getByRole('button', { name: '离线保存' }).click();
  await page.getByText('已存入本浏览器').waitFor();
  site.cut();
  await page.reload();
});
afterAll(async () => {
  await page.context().close();
  await site.close();
});

test('every fortieth of its citable addresses, and more than forty, opens unchanged', async () => {
  const dossier = await dossierIn('content');
  const paths = dossier.permalinks.value
    .map(({ path }) => path)
    .filter((path, i) => path.endsWith('/') && i % 40 === 0);
  expect(paths.length).toBeGreaterThanOrEqual(40);
  const opened = (await page.evaluate(
    `Promise.all(${JSON.stringify(paths)}.map((path) => fetch(path).then((answer) => answer.text())))`,
  )) as string[];
  const changed = paths.filter(
    (path, i) => opened[i] !== readFileSync(join(inject('siteOut'), path, 'index.html'), 'utf8'),
  );
  expect(changed).toEqual([]);
  await page.goto(`${site.address}p/2.4.2/#note-43`);
  expect(await page.locator('h1').innerText()).toContain('2.4.2');
});

test('twenty searches have the same results as before', async () => {
  expect(queries.length).toBeGreaterThanOrEqual(20);
  expect(online.every((found) => found.length > 0)).toBe(true);
  expect(await answers()).toEqual(online);
});

test('saving it takes one request, of less than 2.25 MB and 40 kB for each release', () => {
  const { archive, bytes } = JSON.parse(readFileSync('dist/offline/archive.json', 'utf8'));
  expect(readFileSync(join('dist/offline', archive)).length).toBe(bytes);
  const releases = JSON.parse(readFileSync('content/releases.json', 'utf8')) as unknown[];
  expect(bytes).toBeLessThan(2_250_000 + 40_000 * releases.length);
  expect(site.asked.filter((path) => path.endsWith('.bin'))).toEqual([`/offline/${archive}`]);
});
