import { addressesOf, fingerprinter, type Address } from '../../permalinks/current-addresses.ts';
import { addressFinder } from '../../permalinks/register.ts';
import { fragmentOf, pageOf, registryIn, type Registry } from '../../permalinks/resolve.ts';
import { entityKey } from '../../model/entity-key.ts';
import { commandLine } from '../../model/command-line.ts';
import type { Permalink } from '../../model/permalink.ts';
import type { Dossier } from '../../read/dossier.ts';
import { segmentsIn } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

export const permalinkKept: Rule = {
  id: 'permalink-kept',
  isSuppressedByCause: true,
  *judge(dossier) {
    const permalinks = dossier.permalinks.value;
    if (permalinks.length === 0 || dossier.unread.size > 0) return;
    const addresses = addressesOf(dossier);
    const registry = registryIn(dossier);
    for (const circle of circlesIn(permalinks.filter(({ path }) => !registry.live.has(path)))) {
      yield {
        place: dossier.permalinks.at(
          permalinks.findIndex(({ path }) => path === circle[0]),
          'successor',
        ),
        reason: `Unexpected loop of successors, ${[...circle, circle[0]].join(' → ')}, expected them to end at a page`,
      };
    }
    const findAddress = addressFinder(permalinks, addresses);
    // One finding per entity, at the first of its addresses.
    const unresolved = Map.groupBy(unresolvedIn(permalinks, registry), ({ permalink }) =>
      entityKey(permalink),
    );
    const findReplacement = replacementFinder(dossier, addresses, registry, [...unresolved.keys()]);
    for (const [first, ...others] of unresolved.values()) {
      const { permalink, i } = first!;
      const { path, successor } = permalink;
      if (successor !== undefined) {
        yield {
          place: dossier.permalinks.at(i, 'successor'),
          reason: `Unexpected successor ${successor} of ${path}, expected an existing address`,
        };
        continue;
      }
      const elsewhere = findAddress(permalink);
      const replacement = elsewhere === undefined ? findReplacement(permalink) : undefined;
      yield missingPage(dossier, first!, others.length, elsewhere, replacement);
    }
  },
};

/** A registered address that leads to no page. */
interface Unresolved {
  permalink: Permalink;
  i: number;
}

function unresolvedIn(permalinks: Permalink[], registry: Registry): Unresolved[] {
  const isUnresolved = (path: string): boolean => registry.resolve(path).status === 'dead';
  return (
    permalinks
      .map((permalink, i) => ({ permalink, i }))
      .filter(({ permalink: { path, successor } }) => {
        const resolution = registry.resolve(path);
        // If a chain of redirects breaks further on, at an address that was published too, only that address is
        // reported.
        return (
          resolution.status === 'dead' &&
          (successor === undefined || registry.line(resolution.path) === undefined)
        );
      })
      // Fragments of a missing page are recovered with the page itself.
      .filter(
        ({ permalink: { path } }) =>
          fragmentOf(path) === undefined || !registry.line(pageOf(path)) || !isUnresolved(pageOf(path)),
      )
  );
}

type Replacement = Address & { hasText: boolean };

/**
 * Finds the new address that probably replaces a missing one; `missing` are the keys of all missing entities. An
 * address that is new in this version replaces one with the same text even if it has been registered in the meantime.
 */
function replacementFinder(
  dossier: Dossier,
  addresses: Address[],
  registry: Registry,
  missing: string[],
): (permalink: Permalink) => Replacement | undefined {
  const fingerprintOf = fingerprinter(dossier);
  const { version } = dossier.settings.value.dossier;
  return ({ path, kind, id, fingerprint }) => {
    const like = addresses.filter((one) => one.kind === kind && path.replaceAll(id, one.id) === one.path);
    const fresh = like.filter((one) => registry.line(one.path) === undefined);
    const recent = like.filter((one) => registry.line(one.path)?.since === version);
    const same = [...fresh, ...recent].find(
      (one) => fingerprint !== undefined && fingerprintOf(one) === fingerprint,
    );
    if (same) return { ...same, hasText: true };
    const isOnly = fresh.length === 1 && missing.filter((key) => key.startsWith(`${kind} `)).length === 1;
    return isOnly ? { ...fresh[0]!, hasText: false } : undefined;
  };
}

/**
 * The finding for a missing entity. `others` counts its further addresses, `elsewhere` is its present address, and
 * `replacement` is the new entity in its place.
 */
function missingPage(
  dossier: Dossier,
  { permalink: { path, kind, id, since }, i }: Unresolved,
  others: number,
  elsewhere: string | undefined,
  replacement: Replacement | undefined,
): Finding {
  const [segment, partner] = segmentsIn(dossier).filter((one) => one.id === replacement?.id);
  const line = dossier.permalinks.at(i, 'path');
  const otherAddresses = others > 0 ? ` (and ${others} more of ${kind} ${id})` : '';
  const reasons = dossier.settings.value.editions.map((edition) => `${edition.id}="…"`);
  return {
    ...(kind === 'segment' ? { about: id } : {}),
    ...(segment ? { place: segment.place, cause: partner?.place ?? line } : { place: line }),
    reason: `Missing page at ${path}${otherAddresses}, published since ${since}, expected a page, a successor or a reason why it is gone`,
    note:
      replacement !== undefined
        ? `${capital(kind)} ${id} is missing, and ${replacement.id} is new${replacement.hasText ? ' and has its text' : ''}. If the new id is a mistake, restore ${segment ? `{/* ${id} */} in every edition` : id}. If it is intended: ${commandLine('permalinks', '--move', path, replacement.path)}`
        : elsewhere === undefined
          ? `Say where it redirects: ${commandLine('permalinks', '--move', path, '<address>')}; or why it is gone: ${commandLine('permalinks', '--gone', path, ...reasons)}`
          : `It is now at ${elsewhere}: ${commandLine('permalinks')} adds a redirect.`,
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The loops of redirects. */
function circlesIn(permalinks: Permalink[]): string[][] {
  const successors = new Map(permalinks.map(({ path, successor }) => [path, successor]));
  const seen = new Set<string>();
  return [...successors.keys()].flatMap((start) => {
    const way: string[] = [];
    let path: string | undefined = start;
    for (; path !== undefined && !seen.has(path); path = successors.get(path)) {
      seen.add(path);
      way.push(path);
    }
    return path !== undefined && way.includes(path) ? [way.slice(way.indexOf(path))] : [];
  });
}
