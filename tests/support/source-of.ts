import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { EditionRecords } from '../../src/search/record.ts';
import type { Match, SearchSource } from '../../src/search/source.ts';
import { writeEditions } from '../../src/search/write-search.ts';
import { builtSearch } from './built-search.ts';

/** The search of the first of these editions, written to a folder as for a browser and read from there. */
export async function sourceOf(...editions: EditionRecords[]): Promise<SearchSource> {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  afterAll(() => rm(folder, { recursive: true }));
  await writeSearchTo(folder, editions);
  return builtSearch(folder, editions[0]?.edition ?? '');
}

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
