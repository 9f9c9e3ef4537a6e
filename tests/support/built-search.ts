import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openSource } from '../../src/search/open-source.ts';
import type { SearchSource } from '../../src/search/source.ts';

const fetchFromHost = globalThis.fetch;
// Node’s fetch does not support file: URLs, by which the tests read a search index from a folder.
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  return address.startsWith('file:')
    ? new Response(await readFile(fileURLToPath(address)))
    : fetchFromHost(input, init);
};

/** The search of an edition, from the files built for browsers. */
export const builtSearch = (folder: string, edition: string): Promise<SearchSource> =>
  openSource(pathToFileURL(folder).href, edition);
