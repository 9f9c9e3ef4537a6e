import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';

let connected: Promise<Browser> | undefined;

/**
 * Waits until a page has loaded and rendered everything requested, so that tests can also assert that something did
 * not happen.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
}

/** Moves the mouse over a page and waits for everything that this loads: tests are faster than people. */
export async function atHand(page: Page): Promise<void> {
  await page.mouse.move(3, 3);
  await page.mouse.move(4, 4);
  await page.locator('link[rel=stylesheet][href*=at-hand]').waitFor({ state: 'attached' });
  await settled(page);
}

/** A new page in the shared browser. Collects its console errors and warnings and its failed requests. */
export async function openPage(
  path: string,
  options: BrowserContextOptions & { site?: string } = {},
): Promise<Page & { complaints: string[] }> {
  connected ??= chromium.connect(inject('browser'));
  const { site = inject('site'), ...context } = options;
  const page = await (await (await connected).newContext(context)).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  await page.goto(site + path);
  return Object.assign(page, { complaints });
}
