import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { builtPages } from './built-pages.ts';
import { openPage } from './open-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page of each kind, in both languages where it has one. */
const kinds = [
  '',
  'zh/',
  'en/',
  'zh/1-theory/',
  'en/1-theory/',
  'zh/0-introduction/',
  'p/1.3.5/',
  'note/2/',
  'case/poland-coal/',
  'zh/cases/',
  'zh/cases/poland-coal/',
  'en/terms/',
  'en/terms/anthropocene/',
  'zh/works/',
  'en/works/sullivan-2017/',
  'zh/actors/',
  'zh/exhibits/figure-1/',
  'en/exhibits/table-1/',
  'zh/actors/european-union/',
  'zh/terms/carbon-neutrality/',
  'en/data/',
  'zh/timeline/',
  'en/argument/',
  'zh/3-effects/',
  'zh/search/?q=人类世',
  'no-such-page/',
];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(kinds)('axe finds nothing on /%s', async (path) => {
    for (const width of [360, 1280]) {
      const page = await openPage(path, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
      );
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        `${width} px`,
      ).toEqual([]);
      await page.context().close();
    }
  });
});

test.each(kinds)('/%s needs no sideways scrolling at 320 px', async (path) => {
  const page = await openPage(path, { viewport: { width: 320, height: 800 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

test('no page breaks its own policy, and none loads anything from elsewhere', async () => {
  const page = await openPage('');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('site'))) foreign.push(request.url());
  });
  for (const { address, html } of builtPages('dist')) {
    expect(html, address).toContain("default-src 'none'");
    await page.goto(inject('site') + address.slice(1));
  }
  expect(page.complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await page.context().close();
}, 180_000);
