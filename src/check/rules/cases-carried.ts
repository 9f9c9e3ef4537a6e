import { isWithin, type Passage } from '../../model/passage.ts';
import type { Segment } from '../../read/dossier.ts';
import { hasCountedUnits, segmentsIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const casesCarried: Rule = {
  id: 'cases-carried',
  isSuppressedByCause: true,
  *judge(dossier) {
    const links = segmentsIn(dossier).flatMap((segment) =>
      segment.targets.map((target) => ({ segment, target })),
    );
    const isIn = (passage: Passage, { id, edition }: Segment, unit: number): boolean =>
      passage.segment === id && (!hasCountedUnits(dossier, edition) || isWithin(passage, unit));
    const reported = new Set<string>();
    for (const { segment, target } of links) {
      const found = dossier.cases.find(({ id }) => target.scheme === 'case' && id === target.id);
      if (!found || target.unit === undefined) continue;
      const { unit } = target;
      if (found.value.passages.some((one) => isIn(one, segment, unit))) continue;
      // Report it once, although every edition links there.
      const key = `${found.id} ${segment.id}-${unit}`;
      if (reported.has(key)) continue;
      reported.add(key);
      yield {
        about: segment.id,
        place: found.at('passages'),
        cause: target.place,
        reason: `Missing passage ${segment.id}-${unit}, which links to the case “${found.id}”, expected it among the case’s passages`,
      };
    }
  },
};
