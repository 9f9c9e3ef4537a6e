import { explainBoundaries, boundaryPlace } from '../unit-boundaries.ts';
import { counted } from '../../model/counted.ts';
import type { Place } from '../../model/place.ts';
import type { Segment } from '../../read/dossier.ts';
import { segmentPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';
import { isOtherLength } from './lengths-agree.ts';

export const unitsAligned: Rule = {
  id: 'units-aligned',
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const [partner, segment] of segmentPairs(dossier)) {
      if (partner.units.length === segment.units.length) continue;
      const explained = explainBoundaries([segment, partner]);
      const misfit = explained === undefined ? firstMisfit(segment, partner) : undefined;
      yield {
        about: segment.id,
        invalidates: [segment.id],
        place: misfit?.place ?? boundaryPlace(segment),
        cause: misfit?.cause ?? boundaryPlace(partner),
        reason: `Unexpected ${units(segment)} in segment ${segment.id} of edition ${segment.edition}, expected ${partner.units.length} as in edition ${partner.edition}`,
        note:
          explained ??
          `${misfit?.said ?? ''}If nothing is missing, divide a sentence or join two; or set {/* | */} between units in both editions.`,
      };
    }
  },
};

const units = ({ units: { length } }: Segment): string => counted(length, 'unit');

/** The first unit that is much longer or shorter than the one with its number, or that has none. */
function firstMisfit(
  { id, units: own }: Segment,
  { units: others }: Segment,
): { place: Place; cause: Place; said: string } | undefined {
  const at = own.findIndex(({ text }, i) => !others[i] || isOtherLength(text, others[i].text));
  const index = at === -1 ? own.length - 1 : at;
  const [unit, other] = [own[index], others[index] ?? others.at(-1)];
  return (
    unit &&
    other && {
      place: unit.place,
      cause: other.place,
      said: `Compare first ${id}-${index + 1}, “${beginningOf(unit.text)}”, with “${beginningOf(other.text)}”. `,
    }
  );
}

const beginningOf = (text: string): string =>
  text.length > MAX_SHOWN_LETTERS ? `${text.slice(0, MAX_SHOWN_LETTERS).trim()}…` : text.trim();
const MAX_SHOWN_LETTERS = 30;
