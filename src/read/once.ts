/** What follows from a value that never changes, found once. */
export function once<K extends object, V>(find: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const found = find(from);
    known.set(from, found);
    return found;
  };
}
