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
