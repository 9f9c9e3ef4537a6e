import { expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { oneIn } from '../support/whole.ts';
import { axeFindings, axeFindingsInLight, excessWidth } from '../support/axe.ts';
import { builtPages } from '../support/built-pages.ts';
import { openPage, settled } from '../support/open-page.ts';

/** One page of each kind. */
const kinds = [
  '',
  'zh/',
  'en/1-theory/',
  'zh/3-lines/',
  'parallel/2-actions/',
  'p/1.2.3/',
  'note/4/',
  'case/sluice-key/',
  'zh/cases/',
  'zh/cases/sluice-key/',
  'en/terms/',
  'en/terms/shore-bond/',
  'zh/works/',
  'en/works/moor-1968/',
  'zh/actors/',
  'zh/actors/salters-guild/',
  'zh/exhibits/figure-1/',
  'en/exhibits/table-1/',
  'en/data/',
  'zh/timeline/',
  'en/argument/',
  'zh/search/?q=滩地',
  'no-such-page/',
];

/** The pages also examined at the width of a phone; an audit examines all pages at both widths. */
const onPhone = new Set(oneIn(6, kinds));

/** The pages also examined in dark mode and forced colours. */
const inEveryColour = new Set(oneIn(4, kinds));

// Colours do not depend on the width, so they are examined at one width only.
test.each(oneIn(2, kinds))(
  'axe finds nothing on /%s, and it needs no sideways scrolling at 320 px',
  async (path) => {
    const page = await openPage(path, { viewport: { width: 1280, height: 900 }, bypassCSP: true });
    const examine = inEveryColour.has(path) ? axeFindings : axeFindingsInLight;
    expect(await examine(page, { undecided: true })).toEqual([]);
    if (onPhone.has(path)) {
      await page.setViewportSize({ width: 360, height: 900 });
      // axe cannot decide the contrast of content that is scrolled out of sight in narrow tables.
      expect(await axeFindingsInLight(page, { undecided: false }), '360 px').toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await excessWidth(page)).toBe(0);
    await page.context().close();
  },
);

test.each([
  ['a note', 'zh/1-theory/', 360, (page: Page) => page.locator('#note-4-mark').click(), '#preview'],
  [
    'a case',
    'en/2-actions/',
    1280,
    (page: Page) => page.locator('.prose a[href*="/cases/"]').first().hover(),
    '#preview',
  ],
  ['the list of keys', 'zh/1-theory/', 1280, (page: Page) => page.keyboard.press('?'), '#keys'],
  ['the search', 'en/1-theory/', 1280, (page: Page) => page.keyboard.press('/'), 'dialog.search'],
] as const)('axe finds nothing with %s open', async (_what, path, width, open, opened) => {
  const page = await openPage(path, { viewport: { width, height: 900 }, bypassCSP: true });
  await open(page);
  await page.locator(opened).waitFor();
  await settled(page);
  expect(await axeFindings(page, { undecided: false })).toEqual([]);
  await page.context().close();
});

test.each(['zh/1-theory/', 'en/2-actions/', 'parallel/1-theory/', 'zh/cases/'])(
  'text on /%s can be twice as large without being cut off or scrolled sideways',
  async (path) => {
    const page = await openPage(path, { viewport: { width: 1280, height: 900 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await excessWidth(page)).toBe(0);
    await page.context().close();
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
  for (const { address } of oneIn(30, pages)) await page.goto(inject('site') + address.slice(1));
  expect(page.complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await page.context().close();
});
