import type { Dossier } from '../read/dossier.ts';
import { searchRenderer } from '../render/renderers.ts';
import { writeSearch } from '../search/write-search.ts';

/** The files of a dossier’s search, by name; created at the first request. */
export function searchFiles(dossier: Dossier): (name: string) => Promise<string | Uint8Array | undefined> {
  let made: Promise<Map<string, string | Uint8Array>> | undefined;
  return async (name) => (await (made ??= makeSearch(dossier))).get(name);
}

async function makeSearch(dossier: Dossier): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  await writeSearch(
    dossier,
    dossier.settings.value.editions,
    searchRenderer(dossier),
    async (name, content) => void files.set(name.replaceAll('\\', '/'), content),
  );
  return files;
}
