import { withBase } from '../model/urls.ts';
import type { Variants, Shard, Vocabulary } from './record.ts';
import { shardSource } from './shard.ts';
import type { SearchSource } from './search-source.ts';

const opened = new Map<string, Promise<SearchSource>>();

/** Opens the search of an edition; `base` is the dossier's root, from which its records' addresses count. */
export function openSource(base: string, edition: string): Promise<SearchSource> {
  const folder = withBase(base, '/search/');
  const key = folder + edition;
  let source = opened.get(key);
  if (!source) {
    source = open(folder, edition);
    opened.set(key, source);
    // What failed once may be there the next time.
    source.catch(() => opened.delete(key));
  }
  return source;
}

/** The editions of the dossier whose root that is. */
export const editionsAt = (base: string): Promise<{ id: string; lang: string }[]> =>
  load(withBase(base, '/search/editions.json'));

async function open(folder: string, edition: string): Promise<SearchSource> {
  const shard = await load<Shard>(`${folder}${edition}.json`);
  let variants: Promise<Variants> | undefined;
  const loadVariants = (): Promise<Variants> =>
    (variants ??= load<Variants>(`${folder}${edition}.forms.json`));
  if (shard.indexed === undefined) return shardSource(shard, loadVariants);
  const { indexSource } = await import('./index-source.ts');
  return indexSource(shard, `${folder}${edition}/`, loadVariants, () =>
    load<Vocabulary>(`${folder}${edition}.words.json`),
  );
}

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return (await response.json()) as T;
}
