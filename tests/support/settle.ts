import type { Permalink } from '../../src/model/permalink.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { addressesOf, fingerprinter } from '../../src/permalinks/current-addresses.ts';
import { decide, rewrite } from '../../src/permalinks/decide.ts';
import { register } from '../../src/permalinks/register.ts';

/** A dossier’s registry after `npm run permalinks` with the given arguments. */
export function settled(dossier: Dossier, [option, path = '', ...rest]: string[]): Permalink[] {
  const addresses = addressesOf(dossier);
  const { version } = dossier.settings.value.dossier;
  const { value } = dossier.permalinks;
  const decision =
    option === '--move'
      ? { from: path, to: rest[0]! }
      : { from: path, gone: Object.fromEntries(rest.map((one) => one.split('=') as [string, string])) };
  const decided =
    option === undefined
      ? value
      : option === '--rewritten'
        ? rewrite(value, path, version, rest[0]!)
        : decide(value, addresses, decision);
  return register(decided, addresses, version, fingerprinter(dossier)).permalinks;
}
