import { afterEach, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openPage } from './open-page.ts';

let page: (Page & { complaints: string[] }) | undefined;
afterEach(() => page?.context().close());

test('人类世 finds segment 1.1.1, marks the words and opens the page there', async () => {
  page = await openPage('zh/1-theory/');
  await page.keyboard.press('/');
  await page.waitForURL(/\/zh\/search\//);
  await page.getByRole('searchbox').fill('人类世');
  const hit = page.getByRole('listitem').filter({ hasText: '1.1.1' });
  await hit.waitFor();
  expect(await hit.locator('mark').first().innerText()).toBe('人类世');
  expect(await hit.innerText()).toContain('转述');
  await hit.getByRole('link').click();
  await page.waitForURL(/\/zh\/1-theory\/#p1\.1\.1$/);
  const top = await page.evaluate(() => document.getElementById('p1.1.1')?.getBoundingClientRect().top);
  expect(top).toBeLessThan(400);
  expect(page.complaints).toEqual([]);
});

test.each([
  ['zh', '碳干涉', ['2.1.1', '2.1.2', '2.1.3', '4.0.3', 'abstract']],
  ['zh', '小行星、遮盖', ['1.1.1']],
  ['zh', '波兰 煤电', ['1.3.2']],
  ['zh', '1.5℃', ['1.2.2']],
  ['zh', '碳和中', []],
  ['en', 'peace dividend', ['1.3.5']],
  ['en', 'subjectivity', ['1.2.1']],
  ['en', 'zebra', []],
])('in %s, %s is found in exactly %j', async (edition, query, segments) => {
  page = await openPage(`${edition}/search/?q=${encodeURIComponent(query)}`);
  const status = page.getByRole('status');
  await status.filter({ hasText: segments.length === 0 ? query : /\d/ }).waitFor();
  const found = await page
    .locator('.hits a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));
  expect(found.sort()).toEqual(segments.map((id) => (id === 'abstract' ? '#abstract' : `#p${id}`)).sort());
});

test('without JavaScript the search page leads to the lists', async () => {
  page = await openPage('en/search/', { javaScriptEnabled: false });
  await page.getByRole('main').getByRole('link', { name: 'Terms' }).click();
  await page.getByRole('link', { name: 'peace dividend' }).waitFor();
});

test('a dossier below a base path is searched in its own languages', async () => {
  page = await openPage('de/search/?q=Brunnen', { site: inject('other') });
  await page.locator('.hits a').first().waitFor();
  const found = await page
    .locator('.hits a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(new Set(found)).toEqual(new Set(['/sub/dir/de/0-anfang/']));
});
