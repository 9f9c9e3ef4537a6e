import { Refusal } from '../model/refusal.ts';
import type { Permalink } from '../model/permalink.ts';
import type { Address } from './addresses.ts';
import { thingKey } from '../release/things.ts';

/** What becomes of somebody who follows an address that was published. */
export type Way =
  /** There is a page, here or where it leads on to. */
  | { end: 'living'; path: string }
  /** Its thing was withdrawn; a page says why. */
  | { end: 'gone'; permalink: Permalink }
  /** Nothing answers at `path`. */
  | { end: 'lost'; path: string };

export interface Registry {
  follow: (path: string) => Way;
  /** The line of an address. */
  line: (path: string) => Permalink | undefined;
  living: ReadonlyMap<string, Address>;
}

export const pageOf = (path: string): string => path.replace(/#.*$/, '');
export const fragmentOf = (path: string): string | undefined => /#(.*)$/.exec(path)?.[1];

/** The registry as it stands against the addresses that the dossier gives. */
export function registryOf(permalinks: Permalink[], addresses: Address[]): Registry {
  const living = new Map(addresses.map((address) => [address.path, address]));
  const lines = new Map<string, Permalink>();
  for (const permalink of permalinks) if (!lines.has(permalink.path)) lines.set(permalink.path, permalink);

  const follow = (path: string, passed: ReadonlySet<string> = new Set()): Way => {
    if (living.has(path)) return { end: 'living', path };
    if (passed.has(path)) return { end: 'lost', path };
    const line = lines.get(path);
    if (line?.gone !== undefined) return { end: 'gone', permalink: line };
    const further = new Set(passed).add(path);
    if (line?.successor !== undefined) return follow(line.successor, further);
    // A place on a page that leads on is looked for where it leads to, as browsers do.
    const fragment = fragmentOf(path);
    const page = lines.get(pageOf(path));
    if (fragment === undefined || page?.successor === undefined || living.has(page.path))
      return { end: 'lost', path };
    const way = follow(`${pageOf(page.successor)}#${fragment}`, further);
    return way.end === 'lost' ? { end: 'lost', path } : way;
  };
  return { follow, line: (path) => lines.get(path), living };
}

/** The registry with what is new, and what was done to it. */
export interface Registration {
  permalinks: Permalink[];
  added: string[];
  /** Addresses whose things are elsewhere, and where they lead. */
  led: { path: string; successor: string }[];
  /** Addresses of which an editor must say where they lead, or why they are gone. */
  lost: string[];
}

/**
 * Leads addresses on whose thing has another one, and adds the addresses that are new, in the order given. `version` is
 * the dossier's.
 */
export function register(
  permalinks: Permalink[],
  addresses: Address[],
  version: string,
  fingerprintOf: (address: Address) => string | undefined,
): Registration {
  const before = registryOf(permalinks, addresses);
  const locate = locator(permalinks, addresses);
  const led: Registration['led'] = [];
  const lead = (lines: Permalink[], isAsked: (line: Permalink) => boolean): Permalink[] => {
    const { follow } = registryOf(lines, addresses);
    return lines.map((line) => {
      if (!isAsked(line) || line.successor !== undefined || follow(line.path).end !== 'lost') return line;
      const successor = locate(line);
      if (successor === undefined) return line;
      led.push({ path: line.path, successor });
      return { ...line, successor };
    });
  };
  // Chapters first: where a page leads on, the places on it need no line of their own.
  const kept = lead(
    lead(permalinks, ({ kind }) => kind === 'chapter'),
    () => true,
  );
  const added = addresses
    .filter(({ path }) => before.line(path) === undefined)
    .map((address): Permalink => {
      const print = fingerprintOf(address);
      const { path, kind, id } = address;
      return { path, kind, id, since: version, ...(print === undefined ? {} : { fingerprint: print }) };
    });
  const after = registryOf([...kept, ...added], addresses);
  return {
    permalinks: [...kept, ...added],
    added: added.map(({ path }) => path),
    led,
    lost: kept.filter(({ path }) => after.follow(path).end === 'lost').map(({ path }) => path),
  };
}

/**
 * Finds where the thing of a lost address is: at another of its addresses; or a chapter, which may have another name,
 * where everything is that stood in it. Undefined where an editor must say.
 */
export function locator(
  permalinks: Permalink[],
  addresses: Address[],
): (line: Permalink) => string | undefined {
  const byThing = Map.groupBy(addresses, thingKey);
  const byPage = Map.groupBy(permalinks, ({ path }) => pageOf(path));
  const pages = Map.groupBy(permalinks, thingKey);
  const chapters = new Map(addresses.filter(({ kind }) => kind === 'chapter').map((one) => [one.path, one]));

  /** The chapters in which a place that stood on a page is now, in the same edition. */
  const chaptersOf = (line: Permalink): string[] =>
    (byThing.get(thingKey(line)) ?? [])
      .filter(({ path, edition }) => edition === editionOf(line.path) && fragmentOf(path) !== undefined)
      .flatMap(({ path }) => chapters.get(pageOf(path)) ?? [])
      .map(thingKey);

  const heirOf = (line: Permalink): string | undefined => {
    if (line.kind !== 'chapter') return undefined;
    const stood = (pages.get(thingKey(line)) ?? [])
      .flatMap(({ path }) => byPage.get(path) ?? [])
      .filter(({ path, successor, gone }) => fragmentOf(path) !== undefined && !successor && !gone);
    const now = stood.map(chaptersOf);
    const [heir, ...others] = new Set(now.flat());
    return others.length === 0 && now.every(({ length }) => length > 0) ? heir : undefined;
  };

  return (line) => nearestAddress(line, byThing.get(thingKey(line)) ?? byThing.get(heirOf(line) ?? '') ?? []);
}

const editionOf = (path: string): string | undefined => path.split('/')[1];

/** Of a thing's addresses the one most like an address that it had: of the same edition, then neutral, then any. */
export function nearestAddress({ path }: { path: string }, candidates: Address[]): string | undefined {
  const isPlace = (one: string): boolean => fragmentOf(one) !== undefined;
  const edition = editionOf(path);
  const rank = (one: Address): number =>
    (one.edition === edition ? 0 : one.edition === undefined ? 2 : 4) +
    (isPlace(one.path) === isPlace(path) ? 0 : 1);
  return candidates
    .filter((one) => one.path !== path)
    .map((one) => ({ path: one.path, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)[0]?.path;
}

/** What an editor decides of an address that nothing answers any more. */
export type Decision = { from: string; to: string } | { from: string; gone: Record<string, string> };

/**
 * Writes a decision beside every lost address of the thing that the one named was given to, and, where a chapter is
 * meant, beside those of whatever stood on its page and is nowhere else. Throws a sentence where there is nothing to
 * decide.
 */
export function decide(permalinks: Permalink[], addresses: Address[], decision: Decision): Permalink[] {
  const registry = registryOf(permalinks, addresses);
  const named = registry.line(decision.from);
  if (named === undefined)
    throw new Refusal(`${decision.from} is not in permalinks.json: nothing was promised of it.`);
  const isLost = ({ path }: Permalink): boolean => registry.follow(path).end === 'lost';
  if (!isLost(named)) {
    const way = registry.follow(named.path);
    throw new Refusal(
      way.end === 'gone'
        ? `${named.path} is already said to be gone.`
        : way.path === named.path
          ? `${named.path} still has its page: there is nothing to decide.`
          : `${named.path} already leads on to ${way.path}.`,
    );
  }
  const key = thingKey(named);
  if ('to' in decision) {
    const target = registry.living.get(decision.to);
    if (target === undefined)
      throw new Refusal(
        `${decision.to} is no address of the dossier: an address leads on to one that there is.`,
      );
    const candidates = addresses.filter((one) => thingKey(one) === thingKey(target));
    return permalinks.map((line) =>
      thingKey(line) === key && isLost(line)
        ? {
            ...line,
            successor:
              line.path === named.path ? decision.to : (nearestAddress(line, candidates) ?? decision.to),
          }
        : line,
    );
  }
  const pages = new Set(permalinks.filter((line) => thingKey(line) === key).map(({ path }) => path));
  const stood = new Set([key, ...permalinks.filter(({ path }) => pages.has(pageOf(path))).map(thingKey)]);
  const isElsewhere = new Set(addresses.map(thingKey));
  return permalinks.map((line) =>
    stood.has(thingKey(line)) && !isElsewhere.has(thingKey(line)) && isLost(line)
      ? { ...line, gone: decision.gone }
      : line,
  );
}

/** Notes, for a version, why the thing at an address has another text. Throws a sentence for an unknown address. */
export function rewrite(permalinks: Permalink[], path: string, version: string, why: string): Permalink[] {
  const named = permalinks.find((line) => line.path === path);
  if (named === undefined) throw new Refusal(`${path} is not in permalinks.json.`);
  const first = permalinks.findIndex((line) => thingKey(line) === thingKey(named));
  return permalinks.map((line, i) =>
    i === first ? { ...line, rewritten: { ...line.rewritten, [version]: why } } : line,
  );
}
