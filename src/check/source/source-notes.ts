import { onSegment, type SourceRule } from './source.ts';

/** The notes marked in the paper’s paragraph are marked in ours. */
export const sourceNotes: SourceRule = {
  id: 'source-notes',
  *judge({ pairs }) {
    for (const pair of pairs) {
      const { segment, source } = pair;
      const [expected, found] = [source.notes.join(', ') || 'none', segment.notes.join(', ') || 'none'];
      if (expected === found) continue;
      yield onSegment(
        pair,
        `Unexpected notes in segment ${segment.id} of edition ${segment.edition} (${found}), expected ${expected} as in the paper`,
      );
    }
  },
};
