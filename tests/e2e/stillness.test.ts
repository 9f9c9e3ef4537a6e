import { afterEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openPage } from './open-page.ts';

let page: (Page & { complaints: string[] }) | undefined;
afterEach(() => page?.context().close());

const kinds = [
  'zh/',
  'zh/1-theory/',
  'en/2-actions/',
  'parallel/2-actions/',
  'p/1.3.5/',
  'zh/cases/',
  'en/data/',
  'zh/works/',
  'zh/actors/',
  'zh/search/',
];

describe.each([360, 1280])('at %i px', (width) => {
  test.each(kinds)('nothing on /%s moves while it loads', async (path) => {
    page = await openPage('404.html', { viewport: { width, height: 800 } });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          sources?: { node?: Element | null }[];
        })[])
          shifts.push(entry.sources?.map(({ node }) => node?.nodeName ?? '').join(' ') ?? '');
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // A page would move after it is first seen where its scripts are slow.
    await page.route('**/assets/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.goto(new URL(path, page.url()).href);
    await page.waitForTimeout(800);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
});
