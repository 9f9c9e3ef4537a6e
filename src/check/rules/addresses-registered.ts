import { addressesOf } from '../../permalinks/current-addresses.ts';
import { addressFinder } from '../../permalinks/register.ts';
import { registryIn } from '../../permalinks/resolve.ts';
import type { Permalink } from '../../model/permalink.ts';
import { commandLine } from '../../model/command-line.ts';
import type { Rule } from '../rule.ts';

export const addressesRegistered: Rule = {
  id: 'addresses-registered',
  *judge(dossier) {
    const { value: permalinks, at } = dossier.permalinks;
    if (permalinks.length === 0 || dossier.unread.size > 0) return;
    const registered = new Set(permalinks.map(({ path }) => path));
    const addresses = addressesOf(dossier);
    const missing = addresses.filter(({ path }) => !registered.has(path));
    if (missing.length === 0) return;
    const registry = registryIn(dossier);
    const findAddress = addressFinder(permalinks, addresses);
    const isLost = (line: Permalink): boolean =>
      registry.resolve(line.path).status === 'dead' && findAddress(line) === undefined;
    yield {
      place: at(),
      level: 'todo',
      reason: `Missing ${missing.length} addresses in permalinks.json, such as ${missing[0]!.path}, expected every address to be registered before it is published`,
      note: permalinks.some(isLost)
        ? 'Deal with the missing addresses first: a new one may be a misspelling of one of them.'
        : `${commandLine('permalinks')} adds them.`,
    };
  },
};
