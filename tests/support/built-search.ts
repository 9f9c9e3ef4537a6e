import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Variants, Shard } from '../../src/search/record.ts';
import { shardSource } from '../../src/search/shard.ts';
import type { SearchSource } from '../../src/search/search-source.ts';

/** The search of an edition, from the file that was built for browsers. */
export function builtSearch(folder: string, edition: string): SearchSource {
  const load = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'search', name), 'utf8'));
  return shardSource(load(`${edition}.json`) as Shard, () =>
    Promise.resolve(load(`${edition}.forms.json`) as Variants),
  );
}
