import type { Page } from 'playwright-core';

/** The text highlighted as the reader’s current hit, and the id of the element that contains it. */
export const currentHit = (shown: Page): Promise<{ text: string; within: string | undefined }> =>
  shown.evaluate(() => {
    const ranges = [...(CSS.highlights.get('search-hit-current') ?? [])] as Range[];
    const place = ranges[0]?.startContainer.parentElement?.closest('p[id], li[id], h1, h2[id]');
    return { text: ranges.map(String).join(''), within: place?.id };
  });
