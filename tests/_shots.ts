import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from './support/find-browser.ts';
import { serve } from './support/sites.ts';
const out = '/tmp/k3a/shots';
const site = await serve('/tmp/k3a/dist', '/');
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
const jobs = process.argv.slice(2).map((one) => one.split(','));
for (const [name, path, width, scheme, script, sel] of jobs) {
  const ctx = await browser.newContext({ viewport: { width: Number(width), height: 950 }, colorScheme: scheme === 'dark' ? 'dark' : 'light', javaScriptEnabled: script !== 'noscript' });
  const page = await ctx.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
  page.on('pageerror', (e) => console.log(String(e)));
  await page.goto(site.address + path);
  if (sel?.startsWith('click:')) { const l = page.locator(sel.slice(6)).first(); await l.scrollIntoViewIfNeeded(); await l.click(); await page.waitForTimeout(500); }
  else if (sel) await page.locator(sel).first().evaluate((e) => e.scrollIntoView({ block: 'start' }));
  await page.screenshot({ path: `${out}/${name}.png` });
  await ctx.close();
}
await browser.close(); await site.close();
