import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../support/find-browser.ts';

// Usage: npm run build && node tests/bench/search-line.ts [query …]. On a connection of 150 ms and 1.6 Mbit/s, prints
// the time from the first key press to the first result, if the box was focused a second before.

const queries = process.argv.slice(2);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The built site, compressed as by hosts. */
const site = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = join('dist', decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
  readFile(file).then(
    (content) => {
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
      });
      response.end(gzipSync(content));
    },
    () => response.writeHead(404).end(),
  );
});
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  for (const query of queries.length > 0 ? queries : ['碳边境税', '碳邊境稅', '欧盟为什么要征收碳边境税'])
    for (const path of ['zh/search/', 'zh/2-actions/'])
      console.log(`${path} ${query}: ${await timeOf(query, path)} ms`);
} finally {
  await browser.close();
  site.close();
}

async function timeOf(query: string, path: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 200_000,
  });
  await page.goto(address + path);
  await page.waitForLoadState('networkidle');
  const box = page.getByRole('searchbox');
  if (path.endsWith('search/')) await box.focus();
  else await page.keyboard.press('/');
  await page.waitForTimeout(1000);
  await box.waitFor();
  const start = Date.now();
  await box.pressSequentially(query);
  await page.locator('.exact li, .near li').first().waitFor();
  const milliseconds = Date.now() - start;
  await context.close();
  return milliseconds;
}
