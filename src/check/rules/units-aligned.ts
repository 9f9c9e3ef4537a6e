import { divisionOf, divisionPlace } from '../unit-boundaries.ts';
import type { Segment } from '../../read/dossier.ts';
import { segmentPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

/** A segment has the same number of units in all editions that correspond unit by unit. */
export const unitsAligned: Rule = {
  id: 'units-aligned',
  isConsequent: true,
  *judge(dossier) {
    for (const [partner, segment] of segmentPairs(dossier)) {
      if (partner.units.length === segment.units.length) continue;
      yield {
        within: segment.id,
        breaks: [segment.id],
        place: divisionPlace(segment),
        cause: divisionPlace(partner),
        reason: `Unexpected ${units(segment)} in segment ${segment.id} of edition ${segment.edition}, expected ${partner.units.length} as in edition ${partner.edition}`,
        note:
          divisionOf([segment, partner]) ??
          'If the languages divide sentences differently, set {/* | */} between units in both.',
      };
    }
  },
};

const units = ({ units: { length } }: Segment): string => `${length} unit${length === 1 ? '' : 's'}`;
