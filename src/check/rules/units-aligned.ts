import type { Rule } from '../rule.ts';

/** A segment has as many units in every edition. */
export const unitsAligned: Rule = {
  id: 'units-aligned',
  isConsequent: true,
  *judge({ chapters, settings }) {
    const [leading, ...others] = settings.value.editions;
    if (!leading) return;
    const segmentsOf = (edition: string) =>
      chapters.filter((one) => one.edition === edition).flatMap(({ segments }) => segments);
    const led = new Map(segmentsOf(leading.id).map((segment) => [segment.id, segment]));
    for (const { id: edition } of others) {
      for (const segment of segmentsOf(edition)) {
        const partner = led.get(segment.id);
        if (!partner || partner.units.length === segment.units.length) continue;
        yield {
          within: segment.id,
          breaks: [segment.id],
          place: segment.place,
          cause: partner.place,
          reason: `Unexpected ${segment.units.length} units in segment ${segment.id}, expected ${partner.units.length} as in edition ${leading.id}`,
          note: 'Where the languages divide sentences differently, set {/* | */} between units in both.',
        };
      }
    }
  },
};
