import { HAN, isChinese } from '../../model/language.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import { textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

/** A Han character carries about as much meaning as this many Latin letters. */
const HAN_WEIGHT = 3.65;
/** A unit below this weight may be short for good reasons: “And so on.” */
const MIN_WEIGHT = 25;
/** The largest permitted ratio of the two lengths. */
const MAX_RATIO = 1.5;

/** Scripts whose letters each carry about as much meaning. */
const ALPHABETS = ['Latn', 'Cyrl', 'Grek'];
const hasWeight = (lang: string): boolean =>
  isChinese(lang) || ALPHABETS.includes(new Intl.Locale(lang).maximize().script ?? '');

/**
 * No unit is empty, or so much shorter than its partner that something must be missing. Headings are excluded: a
 * sentence in one language may be a word in another. So are scripts whose letters have no known weight.
 */
export const lengthsAgree: Rule = {
  id: 'lengths-agree',
  knows: hasWeight,
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const { id: text, sides } of textPairs(dossier)) {
      if (parseSegmentId(text)?.type === 'heading') continue;
      const [a, b] = [weight(sides[0].text), weight(sides[1].text)];
      if (Math.min(a, b) > 0 && !sides.every(({ edition }) => hasWeight(edition.lang))) continue;
      if (!isOtherLength(sides[0].text, sides[1].text)) continue;
      const [short, long] = a < b ? sides : [sides[1], sides[0]];
      yield {
        text,
        place: short.place,
        cause: long.place,
        reason: `Unexpected short text of ${text} in edition ${short.edition.id}, expected about as much text as in edition ${long.edition.id}`,
        note: 'If both say the same, either may state this: {/* except lengths-agree: why */}',
      };
    }
  },
};

/** Whether one of two texts must lack something that the other says, judging by their lengths. */
export function isOtherLength(one: string, other: string): boolean {
  const [a, b] = [weight(one), weight(other)];
  return Math.max(a, b) >= MIN_WEIGHT && Math.max(a, b) / Math.max(Math.min(a, b), 1) > MAX_RATIO;
}

const weight = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (HAN.test(character) ? HAN_WEIGHT : /\s/.test(character) ? 0 : 1),
    0,
  );
