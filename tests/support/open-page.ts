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

export type OpenedPage = Page & {
  /** Its console errors and warnings, and its failed requests. */
  complaints: string[];
};

const inUse = new Map<OpenedPage, { options: string; viewport: { width: number; height: number } | null }>();
/** Pages that earlier tests left, by their options. A page in a new process costs more than twice as much. */
const idle = new Map<string, OpenedPage[]>();

/**
 * Opens a page in the shared browser, without any storage. A test returns it with `leave`. The browser’s language is
 * that of most dossiers’ first edition, so that neutral pages lead nowhere unless a test asks for it.
 */
export async function openPage(
  path: string,
  { site = inject('site'), ...context }: BrowserContextOptions & { site?: string } = {},
): Promise<OpenedPage> {
  const options = JSON.stringify(context);
  const page = idle.get(options)?.pop() ?? (await newPage(context));
  page.complaints = [];
  inUse.set(page, { options, viewport: page.viewportSize() });
  await page.goto(site + path);
  return page;
}

/** Ends the use of a page: it forgets everything, and the next test with the same options gets it. */
export async function leave(page: OpenedPage | undefined): Promise<void> {
  const used = page && inUse.get(page);
  if (!page || !used || page.isClosed()) return;
  inUse.delete(page);
  for (const event of ['request', 'response', 'requestfailed', 'framenavigated', 'download'] as const)
    page.removeAllListeners(event);
  for (const other of page.context().pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => {
    if (!location.protocol.startsWith('http')) return;
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
  if (used.viewport) await page.setViewportSize(used.viewport);
  idle.set(used.options, [...(idle.get(used.options) ?? []), page]);
}

async function newPage(context: BrowserContextOptions): Promise<OpenedPage> {
  connected ??= chromium.connect(inject('browser'));
  const opened = await (await (await connected).newContext({ locale: 'zh-CN', ...context })).newPage();
  // A busy machine may take longer than usual, but what a test waits for is named before Vitest stops the test.
  opened.setDefaultTimeout(90_000);
  const page = Object.assign(opened, { complaints: [] as string[] });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      page.complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => page.complaints.push(`${page.url()} ${error.message}`));
  return page;
}
