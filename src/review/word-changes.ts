import { diffWordsWithSpace } from 'diff';
import { memoizeData } from '../model/memoize.ts';

/** A stretch of text that both versions share, or only one has. */
export interface Stretch {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** How a text has changed, word by word as segmented for its language. Cached: several releases may have one text. */
export const wordChanges = memoizeData((before: string, after: string, lang: string): Stretch[] =>
  diffWordsWithSpace(before, after, {
    intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }),
  }).map(({ value, added, removed }) => ({
    text: value,
    in: added ? 'after' : removed ? 'before' : 'both',
  })),
);
