import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { isWhole, oneIn } from '../support/whole.ts';
import { axeFindings, axeFindingsInLight, excessWidth } from '../support/axe.ts';
import { builtPages } from '../support/built-pages.ts';
import { leave, openPage, settled } from '../support/open-page.ts';

/** One page of each layout, and in an audit of each kind. `npm run audit -- axe-site` examines every page. */
const kinds = [
  'zh/',
  'en/1-theory/',
  'p/1.2.3/',
  'zh/cases/',
  'en/terms/shore-bond/',
  'zh/exhibits/figure-1/',
  'en/data/',
  ...(isWhole
    ? [
        '',
        'zh/3-lines/',
        'parallel/2-actions/',
        'note/4/',
        'case/sluice-key/',
        'zh/cases/sluice-key/',
        'en/terms/',
        'zh/works/',
        'en/works/moor-1968/',
        'zh/actors/',
        'zh/actors/salters-guild/',
        'en/exhibits/table-1/',
        'zh/timeline/',
        'en/argument/',
        'zh/search/?q=滩地',
        'no-such-page/',
      ]
    : []),
];

/** The pages also examined at the width of a phone, in dark mode and in forced colours. */
const inEveryWay = new Set(isWhole ? kinds : ['en/1-theory/']);

// Colours do not depend on the width, so they are examined at one width only.
test.each(kinds)('axe finds nothing on /%s, and it needs no sideways scrolling at 320 px', async (path) => {
  const page = await openPage(path, { viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const examine = inEveryWay.has(path) ? axeFindings : axeFindingsInLight;
  expect(await examine(page, { undecided: true })).toEqual([]);
  if (inEveryWay.has(path)) {
    await page.setViewportSize({ width: 360, height: 900 });
    // axe cannot decide the contrast of content that is scrolled out of sight in narrow tables.
    expect(await axeFindingsInLight(page, { undecided: false }), '360 px').toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await excessWidth(page)).toBe(0);
  await leave(page);
});

// `search.test.ts` examines the search with results.
test.each([
  ['a note', 'zh/1-theory/', 360, (page: Page) => page.locator('#note-4-mark').click(), '#preview'],
  [
    'a case',
    'en/2-actions/',
    1280,
    (page: Page) => page.locator('.prose a[href*="/cases/"]').first().hover(),
    '#preview',
  ],
  ...(isWhole
    ? ([
        ['the list of keys', 'zh/1-theory/', 1280, (page: Page) => page.keyboard.press('?'), '#keys'],
        ['the search', 'en/1-theory/', 1280, (page: Page) => page.keyboard.press('/'), 'dialog.search'],
      ] as const)
    : []),
] as const)('axe finds nothing with %s open', async (_what, path, width, open, opened) => {
  const page = await openPage(path, { viewport: { width, height: 900 }, bypassCSP: true });
  await open(page);
  await page.locator(opened).waitFor();
  await settled(page);
  const examine = isWhole ? axeFindings : axeFindingsInLight;
  expect(await examine(page, { undecided: false })).toEqual([]);
  await leave(page);
});

test.each(oneIn(2, ['zh/1-theory/', 'en/2-actions/', 'parallel/1-theory/', 'zh/cases/']))(
  'text on /%s can be twice as large without being cut off or scrolled sideways',
  async (path) => {
    const page = await openPage(path, { viewport: { width: 1280, height: 900 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await excessWidth(page)).toBe(0);
    await leave(page);
  },
);

test('no page violates its own policy or loads anything from other hosts', async () => {
  const page = await openPage('');
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('site'))) foreign.push(request.url());
  });
  const pages = builtPages(inject('siteOut'));
  for (const { address, html } of pages) expect(html, address).toContain("default-src 'none'");
  for (const { address } of oneIn(50, pages)) await page.goto(inject('site') + address.slice(1));
  expect(page.complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await leave(page);
});
