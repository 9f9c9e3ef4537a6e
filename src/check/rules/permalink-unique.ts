import { addressesOf } from '../../permalinks/current-addresses.ts';
import { entityKey } from '../../release/entities.ts';
import type { Rule } from '../rule.ts';

/** An address is assigned once: to one entity, and never to another, even after the first is gone or has moved. */
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
          reason: `Unexpected second line for ${path}, expected an address that is registered once`,
        };
        continue;
      }
      first.set(path, i);
      const address = living.get(path);
      if (address === undefined) continue;
      const now = `${address.kind} ${address.id}`;
      if (entityKey(address) !== entityKey({ kind, id })) {
        yield {
          place: at(i, 'path'),
          reason: `Unexpected ${now} at ${path}, which was given to ${kind} ${id}, expected an address that was never used`,
          note: 'An address keeps what it was given to: choose another name for what is new.',
        };
      } else if (successor !== undefined || gone !== undefined) {
        yield {
          place: at(i, successor === undefined ? 'gone' : 'successor'),
          reason: `Unexpected ${now} at ${path}, which ${successor === undefined ? 'is said to be gone' : `redirects to ${successor}`}, expected an address that was never used`,
          note: 'Choose another id or name for what is new, such as 1.1.1a; if it is the old thing come back, delete this key.',
        };
      }
    }
  },
};
