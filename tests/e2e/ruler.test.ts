import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { atHand, leave, openPage, type OpenedPage } from '../support/open-page.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

describe.each([
  ['map', 1280],
  ['strip', 390],
])('the ruler as a %s', (form, width) => {
  test('marks the paragraph that is being read, and no other', async () => {
    page = await openPage('zh/1-theory/', { viewport: { width, height: 800 } });
    await page.evaluate(() => (location.hash = 'p1.2.2'));
    const here = page.locator(`.ruler.${form} [data-here]`);
    await page.locator(`.ruler.${form} [data-place='1.2.2'][data-here]`).waitFor({ state: 'attached' });
    expect(await here.count()).toBe(1);
    expect(await page.locator(`.ruler.${form}`).isVisible()).toBe(true);
  });
});

test('the map is beside a chapter before anything is done there', async () => {
  page = await openPage('zh/1-theory/', { viewport: { width: 1280, height: 800 } });
  const picture = page.locator('img.map');
  await picture.waitFor();
  const height = await picture.evaluate((one: HTMLImageElement) => one.decode().then(() => one.height));
  expect(height).toBeGreaterThan(600);
});

test('a block of the map links to its paragraph, even in another chapter', async () => {
  page = await openPage('zh/1-theory/', { viewport: { width: 1280, height: 800 } });
  await atHand(page);
  await page.locator(".ruler.map [data-place='2.0.1']").click();
  await page.waitForURL(/\/zh\/2-actions\/#p2\.0\.1$/);
});

test('beside parallel text, a block of the map links to its paragraph there, and is marked', async () => {
  page = await openPage('parallel/1-theory/', { viewport: { width: 1280, height: 800 } });
  await atHand(page);
  await page.locator(".ruler.map .own[data-place='1.2.2']").click();
  await page.waitForURL(/\/parallel\/1-theory\/#p1\.2\.2$/);
  await page.locator(".ruler.map [data-place='1.2.2'][data-here]").waitFor({ state: 'attached' });
});

test.each(['large', 'larger'])(
  'the paper to scale has room for the titles of its chapters in %s text',
  async (size) => {
    page = await openPage('en/', { viewport: { width: 1280, height: 800 } });
    await page.evaluate((chosen) => (document.documentElement.dataset['size'] = chosen), size);
    const titles = await page.locator('.ruler .chapters a').evaluateAll((all) =>
      all.map((one) => ({
        height: one.getBoundingClientRect().height,
        room: one.parentElement!.getBoundingClientRect().height,
        isCut: one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 4,
      })),
    );
    expect(titles.length).toBeGreaterThan(1);
    for (const { height, room, isCut } of titles) {
      expect(height).toBeLessThanOrEqual(room + 0.5);
      expect(isCut).toBe(false);
    }
  },
);

test('the front page says what the dossier is, with links to read, search and cite, on a phone’s first screen', async () => {
  page = await openPage('en/', { viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  for (const found of [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('link', { name: 'Start reading' }),
    page.getByRole('main').getByRole('searchbox'),
    page.getByRole('main').getByRole('link', { name: 'Cite' }).first(),
    page.getByText('Bilingual research dossier · paraphrase'),
  ]) {
    const box = await found.boundingBox();
    expect(box!.y + box!.height).toBeLessThan(844);
  }
  await page.getByRole('main').getByRole('searchbox').fill('ebb');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/en\/search\/\?q=ebb$/);
});

test('the argument’s evidence opens without scripts', async () => {
  page = await openPage('en/argument/', { javaScriptEnabled: false });
  const step = page.locator('.argument details', { hasText: 'Cases' }).first();
  const found = step.locator('.evidence a').first();
  expect(await found.isVisible()).toBe(false);
  await step.locator('summary').click();
  expect(await found.isVisible()).toBe(true);
});

test.each([
  ['en', /^(?:\d+ [a-z][^,]*|Table \d+|Figure \d+)(?:, (?:\d+ [a-z][^,]*|Table \d+|Figure \d+))*$/],
  ['zh', /^(?:\d+\D+|表\d+|图\d+)(?:，(?:\d+\D+|表\d+|图\d+))*$/],
])(
  'in %s, the argument says how many of each kind of evidence there are, the number first',
  async (edition, form) => {
    page = await openPage(`${edition}/argument/`);
    const said = await page.locator('.argument summary small').allInnerTexts();
    expect(said.some((one) => /numbers? (?:and|or) dates?|数字与日期/.test(one))).toBe(true);
    for (const one of said) expect(one).toMatch(form);
  },
);

test('the argument at a glance opens the evidence of its sections without scripts', async () => {
  page = await openPage('en/argument/', { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
  const link = page.locator('.argument.scheme .steps a[href^="#evidence-"]').first();
  const found = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"] a`).first();
  expect(await found.isVisible()).toBe(false);
  await link.click();
  expect(await found.isVisible()).toBe(true);
  // Its heading, above it, is visible, too.
  const heading = page.locator('.whole .steps > li', { has: found }).getByRole('heading');
  expect((await heading.boundingBox())?.y).toBeGreaterThan(0);
});

test('a page of a site with a public address names its preview image', () => {
  const html = readFileSync(join(inject('otherOut'), 'de/index.html'), 'utf8');
  expect(html).toContain('<meta property="og:image" content="https://example.net/sub/dir/share.png">');
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(
    readFileSync(join(inject('otherOut'), 'share.png'))
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});
