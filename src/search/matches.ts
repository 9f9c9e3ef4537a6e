import type { Entry } from './entries.ts';
import type { Span } from './match.ts';
import { partsOfPaper, recordKinds, type SearchRecord } from './record.ts';

/** How often the query occurs in a record, and how often literally. */
export interface Count {
  count: number;
  literal: number;
}
export const NONE: Count = { count: 0, literal: 0 };

/** A matching record, whose text is fetched on demand. */
export interface Match extends Entry, Count {
  /** Whether it was asked for by name or number. */
  isKnown?: boolean;
  /** Whether it has the words of the query only apart from each other. */
  isApart?: boolean;
  /** The printed page that was asked for. */
  printedPage?: string | undefined;
  /** Fetches the record and finds the matches in its text. */
  read: () => Promise<Hit>;
}

/** A record found by its name or number. */
export type KnownItem = Match & { record: SearchRecord };

export interface Hit {
  lot: number;
  place: number;
  record: SearchRecord;
  spans: Span[];
  /** The number of the unit that was asked for, which alone is marked then. */
  unit?: number | undefined;
  /** For a near match: the stretches of the query that it contains. */
  runs?: string[];
}

/** Whether two entries of an edition are the same. */
export const isSame = (a: Pick<Entry, 'lot' | 'place'>, b: typeof a): boolean =>
  a.lot === b.lot && a.place === b.place;

/** Whether a record is about the paper, rather than part of it. */
export const isAccount = ({ kind }: Pick<Entry, 'kind'>): boolean =>
  !partsOfPaper.some((one) => one === kind);

/** Whole before divided matches, literal before similar ones, the paper before entries about it, then by frequency. */
export const compareByCount = (a: Match, b: Match): number =>
  Number(a.isApart ?? false) - Number(b.isApart ?? false) ||
  Number(b.literal > 0) - Number(a.literal > 0) ||
  Number(isAccount(a)) - Number(isAccount(b)) ||
  b.literal - a.literal ||
  b.count - a.count;

/** Compares by count, then by kind, then by order in the text. */
export const compareMatches = (a: Match, b: Match): number =>
  compareByCount(a, b) ||
  recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind) ||
  a.lot - b.lot ||
  a.place - b.place;

/** Reorders about equally good matches so that the first ones are in few files, each of which has two lots. */
export function groupByFile([best, ...matches]: Match[], fileOf: (match: Match) => number): Match[] {
  if (!best) return [];
  const seen = new Set([fileOf(best)]);
  const groups = Map.groupBy(matches, (match) =>
    [
      match.isApart,
      match.literal > 0,
      isAccount(match),
      Math.floor(Math.log2(match.count) / (isAccount(match) ? 3 : 2)),
    ].join(),
  );
  const sorted = [...groups.values()].flatMap((group) => {
    const byFile = Map.groupBy(group, (match) => (seen.has(fileOf(match)) ? -1 : fileOf(match)));
    for (const match of group) seen.add(fileOf(match));
    return [...byFile]
      .sort(([a, some], [b, others]) => Number(b < 0) - Number(a < 0) || others.length - some.length)
      .flatMap(([, sameFile]) => sameFile);
  });
  return [best, ...sorted];
}
