import { redirectsOf } from '../../permalinks/server-redirects.ts';
import type { Rule } from '../rule.ts';

/** The limit of static hosts. */
const MAX_REDIRECTS = 1000;

/** There are no more redirects than hosts allow. */
export const redirectsFew: Rule = {
  id: 'redirects-few',
  *judge(dossier) {
    const { value: permalinks, at } = dossier.permalinks;
    if (permalinks.filter(({ successor }) => successor !== undefined).length <= MAX_REDIRECTS) return;
    const redirects = redirectsOf(dossier);
    if (redirects.length <= MAX_REDIRECTS) return;
    const beyond = permalinks.findIndex(({ path }) => path === redirects[MAX_REDIRECTS]?.from);
    yield {
      place: at(beyond, 'successor'),
      reason: `Unexpected count of ${redirects.length} redirects, expected at most ${MAX_REDIRECTS}: hosts allow no more`,
      note: 'Rename fewer pages, or restore old names.',
    };
  },
};
