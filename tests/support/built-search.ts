import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openSource } from '../../src/search/open-source.ts';
import type { SearchSource } from '../../src/search/source.ts';

/** What tests have written, by address. */
export const filesInMemory = new Map<string, string | Uint8Array>();

const fetchFromHost = globalThis.fetch;
// Node’s fetch does not support file: URLs, by which the tests read a search index from a folder or from memory.
globalThis.fetch = async (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (address.startsWith('memory:')) {
    const content = filesInMemory.get(address);
    return new Response(content === undefined ? null : Buffer.from(content), {
      status: content === undefined ? 404 : 200,
    });
  }
  return address.startsWith('file:')
    ? new Response(await readFile(fileURLToPath(address)))
    : fetchFromHost(input, init);
};

/** The search of an edition, given the address of the dossier’s root. */
export const searchAt = openSource;

/** The search of an edition, from the files built for browsers. */
export const builtSearch = (folder: string, edition: string): Promise<SearchSource> =>
  openSource(pathToFileURL(folder).href, edition);
