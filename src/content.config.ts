import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { readDossier } from './read/read-dossier.ts';
import { addressInProject, dossierFolder, showsPrivate } from './read/folder.ts';

/** The chapters, which alone are compiled by MDX. Everything else of a dossier is read as it stands: `site/dossier.ts`. */
const chapters = defineCollection({
  loader: {
    name: 'dossier-chapters',
    async load({ store, config, watcher, generateDigest }) {
      const folder = dossierFolder();
      const root = fileURLToPath(config.root);
      const loadChapters = async (): Promise<void> => {
        const { dossier } = await readDossier(folder, { withPrivate: showsPrivate() });
        store.clear();
        for (const { edition, id, path } of dossier?.chapters ?? []) {
          const filePath = addressInProject(path, root);
          store.set({
            id: `${edition}/${id}`,
            data: { edition, chapter: id },
            filePath,
            deferredRender: true,
            digest: generateDigest(path),
          });
        }
      };
      await loadChapters();
      watcher?.on('all', (_event, path) => {
        if (path.startsWith(folder)) void loadChapters();
      });
    },
  },
  schema: z.object({ edition: z.string(), chapter: z.string() }),
});

export const collections = { chapters };
