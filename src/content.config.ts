import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { readDossier } from './read/read-dossier.ts';
import { addressInProject, dossierFolder, showsPrivate } from './config/folder.ts';

/**
 * The chapters, which alone are compiled by MDX. Everything else of a dossier is read as it stands: `site/dossier.ts`.
 */
const chapters = defineCollection({
  loader: {
    name: 'dossier-chapters',
    async load({ store, config, generateDigest, refreshContextData }) {
      const root = fileURLToPath(config.root);
      const { dossier } = await readDossier(dossierFolder(), { withPrivate: showsPrivate() });
      store.clear();
      for (const { edition, id, path } of dossier?.chapters ?? []) {
        store.set({
          id: `${edition}/${id}`,
          data: { edition, chapter: id },
          filePath: addressInProject(path, root),
          deferredRender: true,
          digest: generateDigest(path),
        });
      }
      const whenStored = refreshContextData?.['whenStored'];
      if (typeof whenStored === 'function') whenStored();
    },
  },
  schema: z.object({ edition: z.string(), chapter: z.string() }),
});

export const collections = { chapters };
