import { chromium, type Browser } from 'playwright-core';
import { axeFindings, axeFindingsInLight, excessWidth } from '../support/axe.ts';
import { builtPages } from '../support/built-pages.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { serve } from '../support/sites.ts';
import type { Sweep } from './sweep.ts';

export const name = 'axe-site';
export const covers =
  'every page in dist/: no policy violation, no sideways scrolling at 320 px; axe on every fifth page of a kind, and on every twentieth also in dark and forced colours and at 360 px: no findings, no undecided contrast';

export async function run({ failures }: Sweep): Promise<void> {
  const site = await serve('dist', '/');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  const seen = new Map<string, number>();
  const waiting = builtPages('dist').map(({ address }) => {
    const kind = address.replace(/[^/]*\d[^/]*|[^/]+(?=\/$)/g, '…');
    const before = seen.get(kind) ?? 0;
    seen.set(kind, before + 1);
    return { address, isJudged: before % 5 === 0, isExamined: before % 20 === 0 };
  });
  const total = waiting.length;
  const worker = async (): Promise<void> => {
    const look = await lookAt(browser, site.address, failures);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (waiting.length % 100 === 0) console.log(`  ${total - waiting.length} of ${total} pages`);
      await look(next);
    }
  };
  await Promise.all([worker(), worker()]);
  await browser.close();
  await site.close();
}

/** Two browser pages, one of which enforces the site’s policy, and a function that examines an address in both. */
async function lookAt(
  browser: Browser,
  base: string,
  failures: string[],
): Promise<(page: { address: string; isJudged: boolean; isExamined: boolean }) => Promise<void>> {
  const page = await browser.newPage({ bypassCSP: true, locale: 'zh-CN' });
  const strict = await browser.newPage({ viewport: { width: 320, height: 800 }, locale: 'zh-CN' });
  strict.on('console', (message) => {
    if (/error|warning/.test(message.type())) failures.push(`${strict.url()}: ${message.text()}`);
  });
  strict.on('pageerror', (error) => failures.push(`${strict.url()}: ${error.message}`));
  strict.on('request', (request) => {
    if (!request.url().startsWith(base)) failures.push(`${strict.url()} asks for ${request.url()}`);
  });
  return async ({ address, isJudged, isExamined }) => {
    await strict.goto(base + address.slice(1));
    const excess = await excessWidth(strict);
    if (excess > 0) failures.push(`${address} is ${excess} px wider than a window of 320 px`);
    if (!isJudged) return;
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(base + address.slice(1));
    const wide = await (isExamined ? axeFindings : axeFindingsInLight)(page, { undecided: true });
    failures.push(...wide.map((finding) => `${address} ${finding}`));
    if (isExamined) {
      await page.setViewportSize({ width: 360, height: 900 });
      const narrow = await axeFindingsInLight(page, { undecided: false });
      failures.push(...narrow.map((finding) => `${address} at 360 px ${finding}`));
    }
  };
}
