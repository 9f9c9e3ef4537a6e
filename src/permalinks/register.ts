import type { Permalink } from '../model/permalink.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { digestOf } from '../read/read-releases.ts';
import { entityKey } from '../release/entities.ts';
import type { Address } from './current-addresses.ts';
import { fragmentOf, pageOf, registryOf } from './resolve.ts';

/** The registry with what is new, and what was done to it. */
interface Registration {
  permalinks: Permalink[];
  added: string[];
  /** Addresses of what is elsewhere, and where they lead. */
  redirected: { path: string; successor: string }[];
  /** Addresses of which an editor must say where they lead, or why they are gone. */
  dead: string[];
}

/**
 * Redirects addresses of what has another one, and adds the addresses that are new, in the order given. `version` is
 * the dossier's.
 */
export function register(
  permalinks: Permalink[],
  addresses: Address[],
  version: string,
  fingerprintOf: (address: Address) => string | undefined,
): Registration {
  const before = registryOf(permalinks, addresses);
  const findAddress = addressFinder(permalinks, addresses);
  const redirected: Registration['redirected'] = [];
  const redirect = (lines: Permalink[], isAsked: (line: Permalink) => boolean): Permalink[] => {
    const { resolve } = registryOf(lines, addresses);
    return lines.map((line) => {
      if (!isAsked(line) || line.successor !== undefined || resolve(line.path).status !== 'dead') return line;
      const successor = findAddress(line);
      if (successor === undefined) return line;
      redirected.push({ path: line.path, successor });
      return { ...line, successor };
    });
  };
  // Chapters first: where a page leads on, the places on it need no line of their own.
  const kept = redirect(
    redirect(permalinks, ({ kind }) => kind === 'chapter'),
    () => true,
  );
  const added = addresses
    .filter(({ path }) => before.line(path) === undefined)
    .map((address): Permalink => {
      const fingerprint = fingerprintOf(address);
      const { path, kind, id } = address;
      return { path, kind, id, since: version, ...(fingerprint === undefined ? {} : { fingerprint }) };
    });
  const after = registryOf([...kept, ...added], addresses);
  return {
    permalinks: [...kept, ...added],
    added: added.map(({ path }) => path),
    redirected,
    dead: kept.filter(({ path }) => after.resolve(path).status === 'dead').map(({ path }) => path),
  };
}

/**
 * Finds where the thing is that a dead address was given to: at another of its addresses or, for a chapter that was
 * renamed, in the chapter that now holds everything that stood in it. Undefined where an editor must decide.
 */
export function addressFinder(
  permalinks: Permalink[],
  addresses: Address[],
): (line: Permalink) => string | undefined {
  const byEntity = Map.groupBy(addresses, entityKey);
  const byPage = Map.groupBy(permalinks, ({ path }) => pageOf(path));
  const pages = Map.groupBy(permalinks, entityKey);
  const chapters = new Map(addresses.filter(({ kind }) => kind === 'chapter').map((one) => [one.path, one]));

  /** The chapters in which a place that stood on a page is now, in the same edition. */
  const chaptersOf = (line: Permalink): string[] =>
    (byEntity.get(entityKey(line)) ?? [])
      .filter(({ path, edition }) => edition === editionOf(line.path) && fragmentOf(path) !== undefined)
      .flatMap(({ path }) => chapters.get(pageOf(path)) ?? [])
      .map(entityKey);

  const renamedTo = (line: Permalink): string | undefined => {
    if (line.kind !== 'chapter') return undefined;
    const stood = (pages.get(entityKey(line)) ?? [])
      .flatMap(({ path }) => byPage.get(path) ?? [])
      .filter(({ path, successor, gone }) => fragmentOf(path) !== undefined && !successor && !gone);
    const now = stood.map(chaptersOf);
    const [name, ...others] = new Set(now.flat());
    return others.length === 0 && now.every(({ length }) => length > 0) ? name : undefined;
  };

  return (line) =>
    nearestAddress(line, byEntity.get(entityKey(line)) ?? byEntity.get(renamedTo(line) ?? '') ?? []);
}

const editionOf = (path: string): string | undefined => path.split('/')[1];

/**
 * Of several addresses of one entity, that most like an address that it had: of the same edition, then neutral, then any;
 * among these a page for a page and a place for a place, then one of the same form.
 */
export function nearestAddress({ path }: { path: string }, candidates: Address[]): string | undefined {
  const isPlace = (one: string): boolean => fragmentOf(one) !== undefined;
  const edition = editionOf(path);
  /** The folders between the edition and the id: `parallel`, `cases`. */
  const formOf = (one: { path: string; edition?: string }): string =>
    pageOf(one.path)
      .split('/')
      .slice(one.edition === undefined ? 1 : 2, -2)
      .join('/');
  const hasEdition = candidates.some((one) => one.edition !== undefined && one.edition === edition);
  const form = formOf(edition !== undefined && hasEdition ? { path, edition } : { path });
  const rank = (one: Address): number =>
    (one.edition === edition ? 0 : one.edition === undefined ? 2 : 4) +
    (isPlace(one.path) === isPlace(path) ? 0 : 1) +
    (formOf(one) === form ? 0 : 0.5);
  return candidates
    .filter((one) => one.path !== path)
    .map((one) => ({ path: one.path, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)[0]?.path;
}

/** The registry with the fingerprints of what is released. */
export function withFingerprints(
  permalinks: Permalink[],
  addresses: Address[],
  fingerprintOf: (address: Address) => string | undefined,
): Permalink[] {
  const live = new Map(addresses.map((address) => [address.path, address]));
  return permalinks.map((line) => {
    const address = live.get(line.path);
    const fingerprint = address && fingerprintOf(address);
    return fingerprint === undefined ? line : { ...line, fingerprint };
  });
}

/** What of the registry may never change: the addresses, in their order, and what each was given to. */
export const registryDigest = (permalinks: Permalink[]): ReleaseRecord['permalinks'] => ({
  count: permalinks.length,
  digest: digestOf(permalinks.map(({ path, kind, id, since }) => [path, kind, id, since])),
});
