import type { Permalink } from '../model/permalink.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { digestOf } from '../read/read-releases.ts';
import { defined } from '../model/defined.ts';
import { entityKey } from '../model/entity-key.ts';
import type { Address } from './current-addresses.ts';
import { fragmentOf, pageOf, registryOf } from './resolve.ts';

/** The updated registry, and the changes made to it. */
interface Registration {
  permalinks: Permalink[];
  added: string[];
  /** Addresses of entities that have moved, and their new addresses. */
  redirected: { path: string; successor: string }[];
  /** Addresses for which an editor must give a successor or a reason why they are gone. */
  dead: string[];
}

/**
 * Redirects dead addresses of entities that have another address, and adds new addresses in the given order.
 * `version` is written as `since` into the new lines.
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
  // Chapters first: if a page redirects, the anchors on it need no redirects of their own.
  const kept = redirect(
    redirect(permalinks, ({ kind }) => kind === 'chapter'),
    () => true,
  );
  const added = addresses
    .filter(({ path }) => before.line(path) === undefined)
    .map((address): Permalink => {
      const fingerprint = fingerprintOf(address);
      const { path, kind, id } = address;
      return defined({ path, kind, id, since: version, fingerprint });
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
 * Finds the present address of the entity that a dead address belongs to: another of its addresses or, for a renamed
 * chapter, the chapter that now contains everything from it. Undefined if an editor must decide.
 */
export function addressFinder(
  permalinks: Permalink[],
  addresses: Address[],
): (line: Permalink) => string | undefined {
  const addressesByEntity = Map.groupBy(addresses, entityKey);
  const linesByPage = Map.groupBy(permalinks, ({ path }) => pageOf(path));
  const linesByEntity = Map.groupBy(permalinks, entityKey);
  const chapters = new Map(addresses.filter(({ kind }) => kind === 'chapter').map((one) => [one.path, one]));

  /** The chapters that now contain an anchor of the old page, in the same edition. */
  const chaptersOf = (line: Permalink): string[] =>
    (addressesByEntity.get(entityKey(line)) ?? [])
      .filter(({ path, edition }) => edition === editionOf(line.path) && fragmentOf(path) !== undefined)
      .flatMap(({ path }) => chapters.get(pageOf(path)) ?? [])
      .map(entityKey);

  const renamedTo = (line: Permalink): string | undefined => {
    if (line.kind !== 'chapter') return undefined;
    const anchorsOnPage = (linesByEntity.get(entityKey(line)) ?? [])
      .flatMap(({ path }) => linesByPage.get(path) ?? [])
      .filter(({ path, successor, gone }) => fragmentOf(path) !== undefined && !successor && !gone);
    const now = anchorsOnPage.map(chaptersOf);
    const [name, ...others] = new Set(now.flat());
    return others.length === 0 && now.every(({ length }) => length > 0) ? name : undefined;
  };

  return (line) =>
    nearestAddress(
      line,
      addressesByEntity.get(entityKey(line)) ?? addressesByEntity.get(renamedTo(line) ?? '') ?? [],
    );
}

const editionOf = (path: string): string | undefined => path.split('/')[1];

/**
 * Of the addresses of one entity, the one most similar to a given address: in the same edition, else neutral, else
 * any; then a page for a page and an anchor for an anchor; then one of the same form.
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
  return candidates.filter((one) => one.path !== path).sort((a, b) => rank(a) - rank(b))[0]?.path;
}

/** The registry with updated fingerprints for a release. */
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

/**
 * The count and digest of the part of the registry that may never change: the addresses in order, and their entities.
 */
export const registryDigest = (permalinks: Permalink[]): ReleaseRecord['permalinks'] => ({
  count: permalinks.length,
  digest: digestOf(permalinks.map(({ path, kind, id, since }) => [path, kind, id, since])),
});
