import { chromium } from 'playwright-core';
import { axeFindings, axeFindingsInLight, excessWidth } from '../support/axe.ts';
import { builtPages } from '../support/built-pages.ts';
import { browserArguments, findBrowser } from '../support/find-browser.ts';
import { serve } from '../support/sites.ts';
import type { Sweep } from './sweep.ts';

export const name = 'axe-site';
export const covers =
  'every page in dist/: nothing found by axe in light, dark and forced colours or at 360 px, no contrast undecided, no sideways scrolling at 320 px, and the policy kept';

export async function run(): Promise<Sweep> {
  const site = await serve('dist', '/');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  const failures: string[] = [];
  const page = await browser.newPage({ bypassCSP: true });
  const strict = await browser.newPage();
  strict.on('console', (message) => {
    if (/error|warning/.test(message.type())) failures.push(`${strict.url()}: ${message.text()}`);
  });
  strict.on('pageerror', (error) => failures.push(`${strict.url()}: ${error.message}`));
  strict.on('request', (request) => {
    if (!request.url().startsWith(site.address)) failures.push(`${strict.url()} asks for ${request.url()}`);
  });
  for (const { address } of builtPages('dist')) {
    await strict.goto(site.address + address.slice(1));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.address + address.slice(1));
    const wide = await axeFindings(page, { undecided: true });
    await page.setViewportSize({ width: 360, height: 900 });
    const narrow = await axeFindingsInLight(page, { undecided: false });
    failures.push(
      ...wide.map((finding) => `${address} ${finding}`),
      ...narrow.map((finding) => `${address} at 360 px ${finding}`),
    );
    await page.setViewportSize({ width: 320, height: 800 });
    const excess = await excessWidth(page);
    if (excess > 0) failures.push(`${address} is ${excess} px wider than a window of 320 px`);
  }
  await browser.close();
  await site.close();
  return { failures, skipped: [] };
}
