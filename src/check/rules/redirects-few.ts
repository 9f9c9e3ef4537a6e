import { addressesOf } from '../../permalinks/current-addresses.ts';
import { redirectsOf } from '../../permalinks/redirects.ts';
import { registryOf } from '../../permalinks/resolve.ts';
import type { Rule } from '../rule.ts';

/** What the hosts of static files allow. */
const LIMIT = 1000;

/** No more pages lead on than a host redirects. */
export const redirectsFew: Rule = {
  id: 'redirects-few',
  *judge(dossier) {
    const { value: permalinks, at } = dossier.permalinks;
    if (permalinks.filter(({ successor }) => successor !== undefined).length <= LIMIT) return;
    const redirects = redirectsOf(permalinks, registryOf(permalinks, addressesOf(dossier)));
    if (redirects.length <= LIMIT) return;
    const beyond = permalinks.findIndex(({ path }) => path === redirects[LIMIT]?.from);
    yield {
      place: at(beyond, 'successor'),
      reason: `Unexpected page ${redirects.length} that leads on, expected at most ${LIMIT}: hosts redirect no more`,
      note: 'Give fewer pages new names, or bring old names back.',
    };
  },
};
