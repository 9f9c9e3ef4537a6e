import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EditionRecords } from '../../src/search/record.ts';
import type { Match } from '../../src/search/matches.ts';
import type { SearchSource } from '../../src/search/source.ts';
import { writeEditions } from '../../src/search/write-search.ts';
import { filesInMemory, searchAt } from './built-search.ts';

/** The search of the first of these editions, from the files that a browser would load, which are kept in memory. */
export async function sourceOf(...editions: EditionRecords[]): Promise<SearchSource> {
  const base = `memory:${++sources}`;
  await writeEditions(editions, async (name, content) => {
    filesInMemory.set(`${base}/search/${name}`, content);
  });
  return searchAt(base, editions[0]?.edition ?? '');
}
let sources = 0;

/** Writes the search of editions into a site’s folder. */
export const writeSearchTo = (folder: string, editions: EditionRecords[]): Promise<void> =>
  writeEditions(editions, async (name, content) => {
    const path = join(folder, 'search', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  });

/** The matches by kind and id. */
export const namesOf = (matches: Match[]): Promise<string[]> =>
  Promise.all(
    matches.map(async (match) => {
      const { record } = await match.read();
      return `${record.kind} ${record.id}`;
    }),
  );

export const idsOf = async (matches: Match[]): Promise<string[]> =>
  (await namesOf(matches)).map((name) => name.slice(name.indexOf(' ') + 1));
