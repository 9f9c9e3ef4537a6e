/** Caches a fetch by name; a failed fetch is retried at the next call. */
export function cacheByName<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const fetched = new Map<string, Promise<T>>();
  return (name) => {
    const answer = fetched.get(name) ?? load(name);
    fetched.set(name, answer);
    answer.catch(() => fetched.delete(name));
    return answer;
  };
}

/** Caches a result for each object, for as long as the object exists. */
export function cacheByObject<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const results = new WeakMap<K, T>();
  return (of) => {
    const result = results.get(of) ?? compute(of);
    results.set(of, result);
    return result;
  };
}
