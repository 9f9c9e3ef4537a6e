import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What a page has loaded: bytes as a host sends them that compresses with gzip, and requests; fonts and images apart. */
export interface Cost {
  kilobytes: number;
  requests: number;
}

/** Counts what a page loads, each time since it was last asked. */
export function countCost(page: Page): () => Promise<Cost> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const isCounted =
      !['font', 'image'].includes(response.request().resourceType()) &&
      !new URL(response.url()).pathname.endsWith('.svg');
    // A browser does not keep for long what it has loaded.
    if (isCounted) sizes.push(response.body().then(weigh));
  });
  return async () => {
    const counted = await Promise.all(sizes.splice(0));
    return { kilobytes: counted.reduce((sum, size) => sum + size, 0) / 1024, requests: counted.length };
  };
}

/** Pagefind's files are compressed already. */
const weigh = (body: Buffer): number =>
  body.subarray(0, 2).toString('hex') === '1f8b' ? body.length : gzipSync(body).length;

/** Asks the search box of a page, and waits until the results stand that it shows at first, and both counts. */
export async function askBox(page: Page, query: string): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill(query);
  await page.locator(`.found[data-asked=${JSON.stringify(query)}]`).waitFor();
}
