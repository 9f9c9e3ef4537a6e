import { addressesOf } from '../../permalinks/current-addresses.ts';
import { entityKey } from '../../model/entity-key.ts';
import type { Rule } from '../rule.ts';

export const permalinkUnique: Rule = {
  id: 'permalink-unique',
  *judge(dossier) {
    const { value: permalinks, at } = dossier.permalinks;
    if (permalinks.length === 0) return;
    const living = new Map(addressesOf(dossier).map((address) => [address.path, address]));
    const first = new Map<string, number>();
    for (const [i, { path, kind, id, successor, gone }] of permalinks.entries()) {
      const earlier = first.get(path);
      if (earlier !== undefined) {
        yield {
          place: at(i, 'path'),
          cause: at(earlier, 'path'),
          reason: `Unexpected second line for ${path}, expected each address to be registered once`,
        };
        continue;
      }
      first.set(path, i);
      const address = living.get(path);
      if (address === undefined) continue;
      const now = entityKey(address);
      if (now !== entityKey({ kind, id })) {
        yield {
          place: at(i, 'path'),
          reason: `Unexpected ${now} at ${path}, which belongs to ${kind} ${id}, expected an address that was never used`,
          note: 'Addresses are never reassigned: choose another name for the new entry.',
        };
      } else if (successor !== undefined || gone !== undefined) {
        yield {
          place: at(i, successor === undefined ? 'gone' : 'successor'),
          reason: `Unexpected ${now} at ${path}, which ${successor === undefined ? 'is marked as gone' : `redirects to ${successor}`}, expected an address that was never used`,
          note: 'Choose another id or name for the new entry, such as 1.1.1a; if the old one has returned, delete this key.',
        };
      }
    }
  },
};
