/** Caches a fetch by name or number; a failed fetch is retried at the next call. */
export function cacheByName<T, Name = string>(load: (name: Name) => Promise<T>): (name: Name) => Promise<T> {
  const fetched = new Map<Name, Promise<T>>();
  return (name) => {
    const answer = fetched.get(name) ?? load(name);
    fetched.set(name, answer);
    answer.catch(() => fetched.delete(name));
    return answer;
  };
}
