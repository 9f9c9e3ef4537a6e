import { describe, expect, inject, test } from 'vitest';
import { openPage, settled } from '../support/open-page.ts';
import { isWhole } from '../support/whole.ts';

const kinds = [
  'zh/',
  'zh/1-theory/',
  'en/2-actions/',
  'parallel/2-actions/',
  'p/1.2.3/',
  'zh/cases/',
  'en/data/',
  'zh/works/',
  'zh/actors/',
  'zh/search/',
];
/** The delay of scripts in milliseconds, which makes any layout shift visible. */
const SLOW = 300;

describe.each([360, 1280])('at %i px', (width) => {
  test('no kind of page has layout shifts while it loads', async () => {
    // In an audit each at both widths.
    const looked = kinds.filter((_, i) => isWhole || i % 2 === Number(width > 360));
    // Pages mostly wait here, so all of them may wait at once.
    const moved = await Promise.all(
      looked.map(async (path) => ({ path, shifts: await shiftsOn(path, width) })),
    );
    expect(moved.filter(({ shifts }) => shifts.length > 0)).toEqual([]);
  });
});

test('layout shifts are detected', async () => {
  const shifts = await shiftsOn('zh/1-theory/', 1280, () => {
    addEventListener('load', () => {
      const late = document.createElement('div');
      late.style.height = '300px';
      document.body.prepend(late);
    });
  });
  expect(shifts.length).toBeGreaterThan(0);
});

/** The elements that shift while a page loads, one entry per shift. */
async function shiftsOn(path: string, width: number, disturb?: () => void): Promise<string[]> {
  const page = await openPage('404.html', { viewport: { width, height: 800 } });
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
  if (disturb) await page.addInitScript(disturb);
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW));
    await route.continue();
  });
  await page.goto(inject('site') + path);
  await settled(page);
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts);
  await page.context().close();
  return shifts;
}
