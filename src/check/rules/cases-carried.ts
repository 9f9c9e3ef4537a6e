import { isWithin } from '../../model/passage.ts';
import type { CaseEntry, Dossier } from '../../read/dossier.ts';
import type { Rule } from '../rule.ts';

/**
 * A passage that links to a case is one of the case's passages. A case with an account of its own is told in at least
 * two units; one that is told in more than one has an account.
 */
export const casesCarried: Rule = {
  id: 'cases-carried',
  isConsequent: true,
  *judge(dossier) {
    const links = dossier.chapters.flatMap(({ segments }) =>
      segments.flatMap((segment) => segment.targets.map((target) => ({ segment, target }))),
    );
    const said = new Set<string>();
    for (const { segment, target } of links) {
      const found = dossier.cases.find(({ id }) => target.scheme === 'case' && id === target.id);
      if (!found || target.unit === undefined) continue;
      const { unit } = target;
      if (found.value.passages.some((one) => one.segment === segment.id && isWithin(one, unit))) continue;
      // Every edition links there.
      const key = `${found.id} ${segment.id}-${unit}`;
      if (said.has(key)) continue;
      said.add(key);
      yield {
        within: segment.id,
        place: found.at('passages'),
        cause: target.place,
        reason: `Unexpected absence of ${segment.id}-${unit}, which links to the case “${found.id}”, expected it among the case’s passages`,
      };
    }
    // Where a chapter is missing, there is no telling.
    const leading = dossier.settings.value.editions[0]?.id;
    const led = dossier.chapters.filter(({ edition }) => edition === leading);
    if (led.length < dossier.settings.value.chapters.length) return;
    for (const entry of dossier.cases) {
      const units = unitsIn(dossier, entry);
      if (entry.prose.length > 0 && units < 2) {
        yield {
          level: 'todo',
          place: entry.at('passages'),
          reason: `Unexpected account of the case “${entry.id}”, which is told in ${units === 1 ? 'a single sentence' : 'no sentence'}, expected an entry in the index, without prose`,
        };
      } else if (entry.prose.length === 0 && units > 1) {
        yield {
          level: 'todo',
          place: entry.at('passages'),
          reason: `Unexpected absence of an account of the case “${entry.id}”, which is told in ${units} sentences, expected prose beside case.yaml`,
        };
      }
    }
  },
};

/** How many units of the leading edition tell of the case. */
function unitsIn({ settings, chapters }: Dossier, { value }: CaseEntry): number {
  const leading = settings.value.editions[0]?.id;
  return chapters
    .filter(({ edition }) => edition === leading)
    .flatMap(({ segments }) => segments)
    .reduce((sum, { id, units }) => {
      const passages = value.passages.filter(({ segment }) => segment === id);
      return sum + units.filter(({ index }) => passages.some((one) => isWithin(one, index))).length;
    }, 0);
}
