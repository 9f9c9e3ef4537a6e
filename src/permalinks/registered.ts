import type { Address } from './addresses.ts';
import { digestOf } from '../read/read-releases.ts';
import type { Permalink } from '../model/permalink.ts';
import { compareVersions, type ReleaseRecord } from '../model/release.ts';

/** What of the registry may never change: the addresses, in their order, and what each was given to. */
export const registryDigest = (permalinks: Permalink[]): ReleaseRecord['permalinks'] => ({
  count: permalinks.length,
  digest: digestOf(permalinks.map(({ path, kind, id, since }) => [path, kind, id, since])),
});

export const latestRelease = (list: ReleaseRecord[]): ReleaseRecord | undefined =>
  [...list].sort((a, b) => compareVersions(a.version, b.version)).at(-1);

/** The registry with the fingerprints of what is released. */
export function refreshed(
  permalinks: Permalink[],
  addresses: Address[],
  fingerprintOf: (address: Address) => string | undefined,
): Permalink[] {
  const living = new Map(addresses.map((address) => [address.path, address]));
  return permalinks.map((line) => {
    const address = living.get(line.path);
    const fingerprint = address && fingerprintOf(address);
    return fingerprint === undefined ? line : { ...line, fingerprint };
  });
}
