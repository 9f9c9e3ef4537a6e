import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Lets a module that reads files beside itself find them where it is bundled for the build. */
export const ownFiles = (): Plugin => ({
  name: 'dossier-own-files',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'prerender',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: 'import.meta.url' },
    handler: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
  },
});
