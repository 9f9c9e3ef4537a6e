import type { Page } from 'playwright-core';

/** What is painted as the hit that the reader is at, and the id of the place that it stands in. */
export const currentHit = (shown: Page): Promise<{ text: string; within: string | undefined }> =>
  shown.evaluate(() => {
    const ranges = [...(CSS.highlights.get('search-hit-current') ?? [])] as Range[];
    const place = ranges[0]?.startContainer.parentElement?.closest('p[id], li[id], h1, h2[id]');
    return { text: ranges.map(String).join(''), within: place?.id };
  });
