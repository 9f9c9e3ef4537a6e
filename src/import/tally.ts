/** The sum of the numbers given for each key, in the order of first mention. */
export function tally<Key>(counts: Iterable<readonly [key: Key, count: number]>): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const [key, count] of counts) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

/** The key with the highest count, the first of several; undefined if there are no keys. */
export const mostFrequent = <Key>(counts: ReadonlyMap<Key, number>): Key | undefined =>
  [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
