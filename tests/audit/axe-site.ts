import { chromium } from 'playwright-core';
import { axeFindings } from '../e2e/axe.ts';
import { builtPages } from '../e2e/built-pages.ts';
import { browserArguments, findBrowser } from '../e2e/find-browser.ts';
import { serve } from '../e2e/sites.ts';
import type { Sweep } from './sweep.ts';

export const name = 'axe-site';

/** Every page in light, dark and forced colours: no violation, and no contrast that axe cannot decide. */
export async function run(): Promise<Sweep> {
  const site = await serve('dist', '/');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  const failures: string[] = [];
  const page = await browser.newPage({ bypassCSP: true });
  for (const { address } of builtPages('dist')) {
    await page.goto(site.address + address.slice(1));
    for (const finding of await axeFindings(page, { undecided: true }))
      failures.push(`${address} ${finding}`);
  }
  await browser.close();
  await site.close();
  return { failures, skipped: [] };
}
