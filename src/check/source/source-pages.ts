import type { SourceRule } from './source.ts';

/** A segment has the same printed pages as the paragraph that it restates. */
export const sourcePages: SourceRule = {
  id: 'source-pages',
  *judge({ pairs }) {
    for (const { segment, source, place } of pairs) {
      if (!source.pages || !segment.pages) continue;
      const [expected, found] = [source.pages.join('–'), segment.pages.join('–')];
      if (expected === found) continue;
      yield {
        text: segment.id,
        place: segment.place,
        cause: place,
        reason: `Unexpected printed pages ${found} of segment ${segment.id} in edition ${segment.edition}, expected ${expected}`,
      };
    }
  },
};
