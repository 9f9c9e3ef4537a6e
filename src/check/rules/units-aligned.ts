import { comparisonsOf } from '../../model/alignment.ts';
import { divisionOf, divisionPlace } from '../divided.ts';
import type { Segment } from '../../read/dossier.ts';
import type { Rule } from '../rule.ts';

/** A segment has as many units in all editions that correspond unit by unit. */
export const unitsAligned: Rule = {
  id: 'units-aligned',
  isConsequent: true,
  *judge({ chapters, settings }) {
    const segmentsOf = (edition: string) =>
      chapters.filter((one) => one.edition === edition).flatMap(({ segments }) => segments);
    for (const { root, edition, by } of comparisonsOf(settings.value.editions)) {
      if (by !== 'unit') continue;
      const partners = new Map(segmentsOf(root.id).map((segment) => [segment.id, segment]));
      for (const segment of segmentsOf(edition.id)) {
        const partner = partners.get(segment.id);
        if (!partner || partner.units.length === segment.units.length) continue;
        yield {
          within: segment.id,
          breaks: [segment.id],
          place: divisionPlace(segment),
          cause: divisionPlace(partner),
          reason: `Unexpected ${units(segment)} in segment ${segment.id} of edition ${edition.id}, expected ${partner.units.length} as in edition ${root.id}`,
          note:
            divisionOf([segment, partner]) ??
            'Where the languages divide sentences differently, set {/* | */} between units in both.',
        };
      }
    }
  },
};

const units = ({ units: { length } }: Segment): string => `${length} unit${length === 1 ? '' : 's'}`;
