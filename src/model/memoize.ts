/** Caches each result by its argument, which must never change, for as long as the argument is in use. */
export function memoize<K extends object, V>(compute: (from: K) => V): (from: K) => V {
  const results = new WeakMap<K, { value: V }>();
  return (from) => {
    const known = results.get(from) ?? { value: compute(from) };
    results.set(from, known);
    return known.value;
  };
}

/** Caches each result by its arguments, which must be plain data, for as long as the function is in use. */
export function memoizeData<Data extends unknown[], V>(compute: (...data: Data) => V): (...data: Data) => V {
  const results = new Map<string, { value: V }>();
  return (...data) => {
    // Most have one string, by far the most often a language.
    const key = data.length === 1 && typeof data[0] === 'string' ? data[0] : JSON.stringify(data);
    const known = results.get(key) ?? { value: compute(...data) };
    results.set(key, known);
    return known.value;
  };
}

/** Caches each result by an object, as above, and by the other arguments, which must be plain data. */
export function memoizeWith<K extends object, Data extends unknown[], V>(
  compute: (from: K, ...data: Data) => V,
): (from: K, ...data: Data) => V {
  const computeFrom = memoize((from: K) => memoizeData((...data: Data) => compute(from, ...data)));
  return (from, ...data) => computeFrom(from)(...data);
}
