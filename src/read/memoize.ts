/** Caches each result by its argument, which must never change, for as long as the argument is in use. */
export function memoize<K extends object, V>(compute: (from: K) => V): (from: K) => V {
  const results = new WeakMap<K, { value: V }>();
  return (from) => {
    const known = results.get(from) ?? { value: compute(from) };
    results.set(from, known);
    return known.value;
  };
}
