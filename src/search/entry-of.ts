/** The entry of a map for a key; if there is none, it becomes `without`. */
export function entryOf<K, V>(map: Map<K, V>, key: K, without: V): V {
  const entry = map.get(key) ?? without;
  map.set(key, entry);
  return entry;
}
