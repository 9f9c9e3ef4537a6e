/** Caches each result by its argument, which must never change, for as long as the argument is in use. */
export function memoize<K extends object, V>(compute: (from: K) => V): (from: K) => V {
  const results = new WeakMap<K, { value: V }>();
  return (from) => {
    const known = results.get(from) ?? { value: compute(from) };
    results.set(from, known);
    return known.value;
  };
}

/** The same for a function of more arguments: the others must be plain data. */
export function memoizeWith<K extends object, Data extends unknown[], V>(
  compute: (from: K, ...data: Data) => V,
): (from: K, ...data: Data) => V {
  const resultsOf = memoize((_: K) => new Map<string, { value: V }>());
  return (from, ...data) => {
    const results = resultsOf(from);
    const key = JSON.stringify(data);
    const known = results.get(key) ?? { value: compute(from, ...data) };
    results.set(key, known);
    return known.value;
  };
}
