import { numberPatternsOf } from '../../language/number-patterns.ts';
import { compareNumbers, readNumbers, type NumberMention } from '../../language/numbers.ts';
import { NOTE_MARK } from '../../model/units.ts';
import type { SourceRule } from './source.ts';

/** Every figure, year, share and amount of the paper's paragraph is in ours. */
export const sourceFigures: SourceRule = {
  id: 'source-figures',
  *judge({ pairs, dossier }) {
    const sourceForms = numberPatternsOf(dossier.settings.value.paper.language);
    for (const { segment, lang, source, place } of pairs) {
      const forms = numberPatternsOf(lang);
      if (!sourceForms || !forms) continue;
      // Our sentences are other ones: a figure that the paper repeats may stand once.
      const mentions = [
        distinct(readNumbers(source.text.replaceAll(NOTE_MARK, ''), sourceForms)),
        distinct(readNumbers(segment.text, forms)),
      ] as const;
      for (const { mention, side } of compareNumbers([...mentions])) {
        const written = (side === 0 ? source.text.replaceAll(NOTE_MARK, '') : segment.text).slice(
          mention.start,
          mention.end,
        );
        yield {
          text: segment.id,
          place: segment.place,
          cause: place,
          reason:
            side === 0
              ? `Missing “${written}” (${mention.key}) in segment ${segment.id} of edition ${segment.edition}, expected the number as in the paper`
              : `Unexpected “${written}” (${mention.key}) in segment ${segment.id} of edition ${segment.edition}, expected no number that the paper does not have`,
        };
      }
    }
  },
};

const distinct = (mentions: NumberMention[]): NumberMention[] =>
  mentions.filter(
    ({ key, optional }, i) => mentions.findIndex((one) => one.key === key && one.optional === optional) === i,
  );
