import type { Target } from '../../markdown/nodes.ts';
import { knownTargets } from '../known-targets.ts';
import { textPairs, type TextSide } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const linksAgree: Rule = {
  id: 'links-agree',
  isSuppressedByCause: true,
  *judge(dossier) {
    const known = knownTargets(dossier);
    const resolves = ({ scheme, id }: Target): boolean => known[scheme].includes(id);
    for (const { id: text, sides } of textPairs(dossier)) {
      // `reference-resolves` reports broken links.
      if (!sides.every(({ targets }) => targets.every(resolves))) continue;
      const [expected, found] = [linked(sides[0]), linked(sides[1])];
      if (expected === found) continue;
      yield {
        text,
        place: sides[1].place,
        cause: sides[0].place,
        reason: `Unexpected links in ${text} (${found}), expected ${expected} as in edition ${sides[0].edition.id}`,
      };
    }
  },
};

const linked = ({ targets }: TextSide): string =>
  targets.map(({ scheme, id }) => `${scheme}:${id}`).join(', ') || 'none';
