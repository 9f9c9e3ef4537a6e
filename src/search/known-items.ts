import { fold, foldQuery, withoutPunctuation } from './fold.ts';
import type { RecordKind, SearchRecord, Shard } from './record.ts';
import type { SearchSource } from './search-source.ts';

export type Item = Pick<SearchRecord, 'kind' | 'id'>;
type Entries = Shard['entries'];

/** The records that go by one of these names in any language, or by a number such as 注30, §1.3.4 or check 26a. */
export async function knownItems(source: SearchSource, names: string[]): Promise<SearchRecord[]> {
  const items = names.flatMap((name): Item[] => [...numbered(name), ...entriesNamed(source.entries, name)]);
  const single = new Map(items.map((item) => [`${item.kind} ${item.id}`, item]));
  const records = await Promise.all([...single.values()].map(({ kind, id }) => source.record(kind, id)));
  return records.filter((record) => record !== undefined);
}

const numbers: [RecordKind, RegExp][] = [
  ['note', /^(?:[注註][释釋]?|脚注|腳註|(?:foot)?note|fn?\.?|n\.?|第(?=\d+[注註]))\s*(\d+)[注註]?$/],
  ['segment', /^(?:[§¶第段]|段落|para(?:graph|\.)?)?\s*(\d+(?:\.\d+){2}[a-z]?)段?$/],
  ['heading', /^(?:[§第节節]|sec(?:tion|t?\.)?)?\s*(\d+\.\d+)[节節]?$/],
  ['check', /^(?:核[查对對]|(?:source )?check)?\s*((?:\d+\.\d+\.)?\d+[a-z]+)$/],
];

/** What a query asks for that is nothing but a number with the name of its kind; some tell their kind by themselves. */
const numbered = (query: string): Item[] =>
  numbers.flatMap(([kind, pattern]) => {
    const id = pattern.exec(foldQuery(query))?.[1];
    return id === undefined ? [] : [{ kind, id }];
  });

const entriesByKey = new WeakMap<Entries, Map<string, Entries>>();

/** The entries that go by a name, whatever its case and punctuation; a work only where nothing before it does. */
export function entriesNamed(entries: Entries, name: string): Entries {
  const byKey = entriesByKey.get(entries) ?? new Map<string, Entries>();
  if (!entriesByKey.has(entries)) {
    entriesByKey.set(entries, byKey);
    for (const entry of entries)
      for (const key of new Set(Object.values(entry.names).flat().map(keyOf)))
        if (entry.kind !== 'work' || !byKey.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return byKey.get(keyOf(name)) ?? [];
}

const keyOf = (name: string): string =>
  withoutPunctuation(fold(foldQuery(name)))
    .text.trim()
    .replace(/^the /, '');
