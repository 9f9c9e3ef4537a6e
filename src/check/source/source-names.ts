import { onSegment, type SourceRule } from './source.ts';

const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]+/gu;

/** Every name, acronym and gloss in Latin script in the paper’s paragraph is in ours. */
export const sourceNames: SourceRule = {
  id: 'source-names',
  *judge({ pairs }) {
    for (const pair of pairs) {
      const { segment, source } = pair;
      const words = new Set(segment.text.toLowerCase().match(LATIN_WORD));
      const missing = [...new Set(source.text.match(LATIN_WORD))].filter(
        (word) => !words.has(word.toLowerCase()),
      );
      if (missing.length === 0) continue;
      yield onSegment(
        pair,
        `Missing “${missing.join(' ')}” in segment ${segment.id} of edition ${segment.edition}, expected it as in the paper, in Latin script`,
      );
    }
  },
};
