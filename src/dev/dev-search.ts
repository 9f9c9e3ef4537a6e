import { memoize } from '../model/memoize.ts';
import type { Dossier } from '../read/dossier.ts';
import { searchRenderer } from '../render/renderers.ts';
import { writeSearch } from '../search/write-search.ts';

/** The files of a dossier’s search, by name; created at the first request. */
export const searchFiles = memoize(async (dossier: Dossier) => {
  const files = new Map<string, string | Uint8Array>();
  await writeSearch(
    dossier,
    dossier.settings.value.editions,
    searchRenderer(dossier),
    async (name, content) => void files.set(name.replaceAll('\\', '/'), content),
  );
  return files;
});
