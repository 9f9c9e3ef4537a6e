import { afterEach, describe, expect, test } from 'vitest';
import { atHand, leave, openPage, settled, type OpenedPage } from '../support/open-page.ts';

let page: OpenedPage | undefined;
afterEach(() => leave(page));

// In the page’s own view: Playwright’s follows a moment later.
const hash = (): Promise<string> => page!.evaluate(() => location.hash);
const focused = (): Promise<string> => page!.evaluate(() => document.activeElement?.id ?? '');
const top = (id: string): Promise<number> =>
  page!.evaluate((one) => document.getElementById(one)?.getBoundingClientRect().top ?? NaN, id);

/** Presses Tab until the element has the focus, as a reader without a pointer does. */
async function tabTo(selector: string, most = 200): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page!.keyboard.press('Tab');
    if (await page!.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

test('by keyboard alone: search, go to a result, open a note, return, switch to parallel and back', async () => {
  page = await openPage('zh/');
  await page.keyboard.press('/');
  await page.locator('dialog input[type=search]').waitFor();
  if (!(await page.locator('dialog input[type=search]:focus').count()))
    await tabTo('dialog input[type=search]');
  await page.keyboard.type('滩地券');
  await page.locator('.hits a[href*="#p"]').first().waitFor();
  await tabTo('.hits a[href*="#p"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/zh\/\d-[a-z]+\/.*#p/);
  const landed = await hash();
  // From the target, Tab goes on to the passage’s links.
  await tabTo('a[role=doc-noteref]');
  const mark = await focused();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe(mark.replace('-mark', ''));
  await tabTo('.back', 12);
  await page.keyboard.press('Enter');
  expect(await focused()).toBe(mark);
  // While matches are highlighted, p goes to the previous match; Esc clears the highlights.
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.waitForURL(/\/parallel\//);
  expect(await hash()).not.toBe('');
  expect(await top((await hash()).slice(1))).toBeLessThan(300);
  // A page that has just loaded may still be scrolling to its target.
  const { keyboard } = page;
  const back = page.waitForURL(/\/zh\/\d-[a-z]+\/#p/);
  await expect
    .poll(
      async () => {
        if (page!.url().includes('/parallel/')) await keyboard.press('p');
        return page!.url();
      },
      { interval: 3000, timeout: 25_000 },
    )
    .not.toContain('/parallel/');
  await back;
  expect(landed).toMatch(/^#p\d/);
  expect(page.complaints).toEqual([]);
});

describe('[ and ]', () => {
  test.each(['zh/2-actions/', 'parallel/2-actions/'])('step through %s passage by passage', async (path) => {
    page = await openPage(path);
    await atHand(page);
    const seen: string[] = [];
    for (let i = 0; i < 50; i++) {
      await page.keyboard.press(']');
      const at = await hash();
      if (seen.at(-1) === at) break;
      seen.push(at);
    }
    const all = await page.evaluate(() =>
      [...document.querySelectorAll('[data-segments] > [id]')].map(({ id }) => `#${id}`),
    );
    expect(seen.slice(-5)).toEqual(all.slice(-5));
    expect(all.slice(all.indexOf(seen[0] ?? ''))).toEqual(seen);
    await page.keyboard.press('[');
    expect(await hash()).toBe(all.at(-2));
  });
});

test('? lists the keys, Esc closes the list, and single keys can be turned off for good', async () => {
  page = await openPage('en/2-actions/');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await list.waitFor();
  await page.keyboard.press('Escape');
  expect(await list.isVisible()).toBe(false);
  await page.keyboard.press('?');
  await list.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.reload();
  for (const key of [']', 'p', '?', '/']) await page.keyboard.press(key);
  await settled(page);
  expect(new URL(page.url()).pathname + (await hash())).toBe('/en/2-actions/');
  expect(await list.isVisible()).toBe(false);
  // The list is still available, including the switch to turn the keys back on.
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await list.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  expect(await hash()).toMatch(/^#p2/);
});

test('the list of keys opens when the connection is back', async () => {
  page = await openPage('en/2-actions/');
  await page.route('**/en/words.json', (route) => route.abort(), { times: 1 });
  const failed = page.waitForEvent('requestfailed');
  await page.keyboard.press('?');
  await failed;
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
});

test('the contents show the reader’s position, and the margin the passage’s entries', async () => {
  page = await openPage('zh/2-actions/', { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => document.getElementById('p2.4.2')?.scrollIntoView());
  const current = page.locator('.contents [aria-current=location]');
  await expect.poll(() => current.innerText()).toMatch(/^2\.4\s/);
  const aside = page.getByRole('complementary', { name: /涉及/ });
  await expect.poll(() => aside.innerText()).toContain('2.4.2');
  await expect.poll(() => aside.getByRole('link').count()).toBeGreaterThan(0);
  // Without room below the contents, it is folded to a line, and no part of the contents moves.
  const places = () =>
    page!
      .locator('.guide .contents a')
      .evaluateAll((all) => all.slice(0, 3).map((one) => one.getBoundingClientRect().y));
  const before = await places();
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.evaluate(() => document.getElementById('p2.1.2')?.scrollIntoView());
  const line = aside.getByText(/^本段（2\.1\.\d）涉及$/);
  await line.waitFor();
  const box = (await line.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(420);
  expect(await aside.getByRole('link').count()).toBe(0);
  await page.evaluate(() => document.querySelector('.guide .contents')!.scrollTo(0, 0));
  expect(await places()).toEqual(before);
  await line.click();
  await aside.getByRole('link').first().waitFor();
});
