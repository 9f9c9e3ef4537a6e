import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** What a page has loaded, except fonts and images: kilobytes compressed with gzip, and requests. */
export interface Cost {
  kilobytes: number;
  requests: number;
}

/** Returns a function that counts what a page has loaded since the last call. */
export function countCost(page: Page): () => Promise<Cost> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const isCounted =
      !['font', 'image'].includes(response.request().resourceType()) &&
      !new URL(response.url()).pathname.endsWith('.svg');
    // Read it at once, since a browser does not keep response bodies for long.
    if (isCounted) sizes.push(response.body().then(weigh));
  });
  return async () => {
    const counted = await Promise.all(sizes.splice(0));
    return { kilobytes: counted.reduce((sum, size) => sum + size, 0) / 1024, requests: counted.length };
  };
}

/** Pagefind’s files are already compressed. */
const weigh = (body: Buffer): number =>
  body.subarray(0, 2).toString('hex') === '1f8b' ? body.length : gzipSync(body).length;

/** Submits a query to a page’s search box, and waits for the first results and both counts. */
export async function askBox(page: Page, query: string): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill(query);
  await page.locator(`.found[data-asked=${JSON.stringify(query)}]`).waitFor();
}
