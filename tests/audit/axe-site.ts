import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import { builtPages } from '../e2e/built-pages.ts';
import { browserArguments, findBrowser } from '../e2e/find-browser.ts';
import { serve } from '../e2e/sites.ts';
import type { Sweep } from './sweep.ts';

export const name = 'axe-site';

const modes = [
  { name: 'light', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'forced colours', options: { forcedColors: 'active' } },
] as const;

/** Every page in light, dark and forced colours: no violation, and no contrast that axe cannot decide. */
export async function run(): Promise<Sweep> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const site = await serve('dist', '/');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
  const failures: string[] = [];
  for (const mode of modes) {
    const context = await browser.newContext({ ...mode.options, bypassCSP: true });
    const page = await context.newPage();
    for (const { address } of builtPages('dist')) {
      await page.goto(site.address + address.slice(1));
      await page.evaluate(axe);
      const { violations, incomplete } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
          resultTypes: ['violations', 'incomplete'],
        }),
      );
      const undecided = incomplete.filter(({ id }) => id === 'color-contrast');
      for (const { id, nodes } of [...violations, ...undecided])
        failures.push(`${address} in ${mode.name}: ${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`);
    }
    await context.close();
  }
  await browser.close();
  await site.close();
  return { failures, skipped: [] };
}
