import { compareNumbers, type NumberMention } from '../../language/numbers.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import { NOTE_MARK } from '../../model/units.ts';
import { onSegment, type SourceRule } from './source.ts';

/** Every figure, year, share and amount in the paper’s paragraph is in ours. */
export const sourceFigures: SourceRule = {
  id: 'source-figures',
  *judge({ pairs, dossier }) {
    const { language } = dossier.settings.value.paper;
    for (const pair of pairs) {
      const { segment, lang, source } = pair;
      const printed = source.text.replaceAll(NOTE_MARK, '');
      const [theirs, ours] = [numbersIn(printed, language), numbersIn(segment.text, lang)];
      if (!theirs || !ours) continue;
      // Our sentences differ, so a figure that the paper repeats may appear only once.
      for (const { mention, side } of compareNumbers([distinct(theirs), distinct(ours)])) {
        const written = (side === 0 ? printed : segment.text).slice(mention.start, mention.end);
        yield onSegment(
          pair,
          side === 0
            ? `Missing “${written}” (${mention.key}) in segment ${segment.id} of edition ${segment.edition}, expected the number as in the paper`
            : `Unexpected “${written}” (${mention.key}) in segment ${segment.id} of edition ${segment.edition}, expected only numbers from the paper`,
        );
      }
    }
  },
};

const distinct = (mentions: NumberMention[]): NumberMention[] =>
  mentions.filter(
    ({ key, optional }, i) => mentions.findIndex((one) => one.key === key && one.optional === optional) === i,
  );
