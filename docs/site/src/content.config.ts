import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressOfPage, pages } from '../pages.ts';

const docs = defineCollection({
  loader: {
    name: 'manual',
    async load({ store, parseData, renderMarkdown, generateDigest }) {
      store.clear();
      for (const { path, title, body } of pages()) {
        const id = addressOfPage(path).replace(/\/$/, '') || 'index';
        const filePath = join('..', path);
        const data = await parseData({ id, data: { title } });
        const rendered = await renderMarkdown(body, { fileURL: pathToFileURL(join('docs', path)) });
        store.set({
          id,
          data,
          body,
          filePath,
          rendered,
          digest: generateDigest(body),
          assetImports: rendered.metadata?.imagePaths ?? [],
        });
      }
    },
  },
  schema: docsSchema(),
});

export const collections = { docs };
