import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';

let connected: Promise<Browser> | undefined;

/** Waits until a page has loaded and drawn what it was asked for: whatever does not happen then does not happen. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
}

/** Moves a hand over a page and waits for all that it answers with: tests are faster than people. */
export async function atHand(page: Page): Promise<void> {
  await page.mouse.move(3, 3);
  await page.mouse.move(4, 4);
  await page.locator('link[rel=stylesheet][href*=at-hand]').waitFor({ state: 'attached' });
  await settled(page);
}

/** A page of its own in the shared browser. What it reports on its console and fails to load is collected. */
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
