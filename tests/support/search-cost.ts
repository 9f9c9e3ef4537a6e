import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** What a page has loaded: bytes as a host sends them that compresses with gzip, and requests; fonts and images apart. */
export interface Cost {
  kilobytes: number;
  requests: number;
}

/** Counts what a page loads, each time since it was last asked. */
export function countCost(page: Page): () => Promise<Cost> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  return async () => {
    const counted = responses
      .splice(0)
      .filter(
        (response) =>
          !['font', 'image'].includes(response.request().resourceType()) &&
          !/\.svg$/.test(new URL(response.url()).pathname),
      );
    const bodies = await Promise.all(counted.map((response) => response.body()));
    // Pagefind's files are compressed already.
    const sizes = bodies.map((body) =>
      body.subarray(0, 2).toString('hex') === '1f8b' ? body.length : gzipSync(body).length,
    );
    return { kilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1024, requests: sizes.length };
  };
}

/** Asks the search box of a page, and waits until the results stand that it shows at first, and both counts. */
export async function askBox(page: Page, query: string): Promise<void> {
  const box = page.getByRole('searchbox');
  await box.fill(query);
  await page.locator(`.found[data-asked=${JSON.stringify(query)}]`).waitFor();
}
