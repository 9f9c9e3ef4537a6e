import { nearest } from '../model/nearest.ts';
import type { Permalink } from '../model/permalink.ts';
import { UsageError } from '../model/usage-error.ts';
import { entityKey } from '../model/entity-key.ts';
import type { Address } from './current-addresses.ts';
import { nearestAddress } from './register.ts';
import { pageOf, registryOf } from './resolve.ts';

/** An editor’s decision about an address that no longer works. */
export type Decision = { from: string; to: string } | { from: string; gone: Record<string, string> };

/**
 * Records a decision for every dead address of the entity that `from` belongs to. For a chapter, also for the dead
 * addresses of everything on its page that has not moved elsewhere. Throws a UsageError if there is nothing to
 * decide.
 */
export function decide(permalinks: Permalink[], addresses: Address[], decision: Decision): Permalink[] {
  const registry = registryOf(permalinks, addresses);
  const named = registry.line(decision.from);
  if (named === undefined)
    throw new UsageError(
      `${decision.from} is not in permalinks.json${nearest(
        decision.from,
        permalinks.map(({ path }) => path),
      )}: only a registered address can be redirected or withdrawn.`,
    );
  const isDead = ({ path }: Permalink): boolean => registry.resolve(path).status === 'dead';
  if (!isDead(named)) {
    const resolution = registry.resolve(named.path);
    throw new UsageError(
      resolution.status === 'gone'
        ? `${named.path} is already said to be gone.`
        : resolution.path === named.path
          ? `${named.path} still has its page: there is nothing to decide.`
          : `${named.path} already redirects to ${resolution.path}.`,
    );
  }
  return 'to' in decision
    ? redirected(permalinks, addresses, named, decision.to, isDead)
    : withdrawn(permalinks, addresses, named, decision.gone, isDead);
}

/** Leads the dead addresses of the named line’s entity to an address, or to the nearest of the same entity. */
function redirected(
  permalinks: Permalink[],
  addresses: Address[],
  named: Permalink,
  to: string,
  isDead: (line: Permalink) => boolean,
): Permalink[] {
  const target = addresses.find(({ path }) => path === to);
  if (target === undefined)
    throw new UsageError(
      `${to} is not an address of the dossier${nearest(
        to,
        addresses.map(({ path }) => path),
      )}: redirect to an existing address.`,
    );
  const candidates = addresses.filter((one) => entityKey(one) === entityKey(target));
  return permalinks.map((line) =>
    entityKey(line) === entityKey(named) && isDead(line)
      ? { ...line, successor: line.path === named.path ? to : (nearestAddress(line, candidates) ?? to) }
      : line,
  );
}

/** Says why the dead addresses of the named line’s entity, and of what else was on its page, are gone. */
function withdrawn(
  permalinks: Permalink[],
  addresses: Address[],
  named: Permalink,
  gone: Record<string, string>,
  isDead: (line: Permalink) => boolean,
): Permalink[] {
  const key = entityKey(named);
  const pages = new Set(permalinks.filter((line) => entityKey(line) === key).map(({ path }) => path));
  const keysOnPage = new Set([
    key,
    ...permalinks.filter(({ path }) => pages.has(pageOf(path))).map(entityKey),
  ]);
  const liveKeys = new Set(addresses.map(entityKey));
  return permalinks.map((line) =>
    keysOnPage.has(entityKey(line)) && !liveKeys.has(entityKey(line)) && isDead(line)
      ? { ...line, gone }
      : line,
  );
}

/** Records why the text at an address was rewritten in a version. Throws a UsageError for an unknown address. */
export function rewrite(permalinks: Permalink[], path: string, version: string, why: string): Permalink[] {
  const named = permalinks.find((line) => line.path === path);
  if (named === undefined) throw new UsageError(`${path} is not in permalinks.json.`);
  const first = permalinks.findIndex((line) => entityKey(line) === entityKey(named));
  return permalinks.map((line, i) =>
    i === first ? { ...line, rewritten: { ...line.rewritten, [version]: why } } : line,
  );
}
