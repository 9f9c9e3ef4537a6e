/** Caches a fetch by name; a failed fetch is retried at the next call. */
export function once<T>(fetchIt: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const fetched = new Map<string, Promise<T>>();
  return (name) => {
    const known = fetched.get(name) ?? fetchIt(name);
    fetched.set(name, known);
    known.catch(() => fetched.delete(name));
    return known;
  };
}

/** Caches a result for each object, for as long as the object exists. */
export function cached<K extends object, T>(workOut: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const result = known.get(of) ?? workOut(of);
    known.set(of, result);
    return result;
  };
}
