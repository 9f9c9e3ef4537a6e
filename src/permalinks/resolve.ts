import { memoize } from '../model/memoize.ts';
import type { Permalink } from '../model/permalink.ts';
import type { Dossier } from '../read/dossier.ts';
import { addressesOf, type Address } from './current-addresses.ts';

/** What happens to readers who follow a published address. */
export type Resolution =
  /** There is a page, at this address or at the end of its redirects. */
  | { status: 'live'; path: string }
  /** Its entity was withdrawn; a page says why. */
  | { status: 'gone'; permalink: Permalink }
  /** `path` leads to no page. */
  | { status: 'dead'; path: string };

export interface Registry {
  resolve: (path: string) => Resolution;
  /** The registry line of an address. */
  line: (path: string) => Permalink | undefined;
  /** The dossier’s current addresses, by path. */
  live: ReadonlyMap<string, Address>;
}

export const pageOf = (path: string): string => path.replace(/#.*$/, '');
export const fragmentOf = (path: string): string | undefined => /#(.*)$/.exec(path)?.[1];

/** A dossier’s registry, resolved against its current addresses. */
export const registryIn = memoize((dossier: Dossier) =>
  registryOf(dossier.permalinks.value, addressesOf(dossier)),
);

/** The same for a registry that is about to change. */
export function registryOf(permalinks: Permalink[], addresses: Address[]): Registry {
  const live = new Map(addresses.map((address) => [address.path, address]));
  const lines = new Map<string, Permalink>();
  for (const permalink of permalinks) if (!lines.has(permalink.path)) lines.set(permalink.path, permalink);

  const resolve = (path: string, passed: ReadonlySet<string> = new Set()): Resolution => {
    if (live.has(path)) return { status: 'live', path };
    if (passed.has(path)) return { status: 'dead', path };
    const line = lines.get(path);
    if (line?.gone !== undefined) return { status: 'gone', permalink: line };
    const further = new Set(passed).add(path);
    if (line?.successor !== undefined) return resolve(line.successor, further);
    // An anchor on a page that redirects is looked up on the new page, as browsers do.
    const fragment = fragmentOf(path);
    const page = lines.get(pageOf(path));
    if (fragment === undefined || page?.successor === undefined || live.has(page.path))
      return { status: 'dead', path };
    const resolution = resolve(`${pageOf(page.successor)}#${fragment}`, further);
    return resolution.status === 'dead' ? { status: 'dead', path } : resolution;
  };
  return { resolve, line: (path) => lines.get(path), live };
}
