import { explainBoundaries, boundaryPlace } from '../unit-boundaries.ts';
import { counted } from '../../model/counted.ts';
import type { Segment } from '../../read/dossier.ts';
import { segmentPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

/** A segment has the same number of units in all editions that correspond unit by unit. */
export const unitsAligned: Rule = {
  id: 'units-aligned',
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const [partner, segment] of segmentPairs(dossier)) {
      if (partner.units.length === segment.units.length) continue;
      yield {
        about: segment.id,
        invalidates: [segment.id],
        place: boundaryPlace(segment),
        cause: boundaryPlace(partner),
        reason: `Unexpected ${units(segment)} in segment ${segment.id} of edition ${segment.edition}, expected ${partner.units.length} as in edition ${partner.edition}`,
        note:
          explainBoundaries([segment, partner]) ??
          'If the languages divide sentences differently, set {/* | */} between units in both.',
      };
    }
  },
};

const units = ({ units: { length } }: Segment): string => counted(length, 'unit');
