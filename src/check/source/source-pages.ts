import { onSegment, type SourceRule } from './source.ts';

/** A segment has the same printed pages as the paragraph that it restates. */
export const sourcePages: SourceRule = {
  id: 'source-pages',
  *judge({ pairs }) {
    for (const pair of pairs) {
      const { segment, source } = pair;
      if (!source.pages || !segment.pages) continue;
      const [expected, found] = [source.pages.join('–'), segment.pages.join('–')];
      if (expected === found) continue;
      yield onSegment(
        pair,
        `Unexpected printed pages ${found} of segment ${segment.id} in edition ${segment.edition}, expected ${expected}`,
      );
    }
  },
};
