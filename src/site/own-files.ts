import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const own = fileURLToPath(new URL('..', import.meta.url)).replaceAll('\\', '/');

/** Lets modules that read files in their own folders find these when bundled for the build. */
export const ownFiles = (): Plugin => ({
  name: 'dossier-own-files',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'prerender',
  transform: {
    filter: { id: /\.[jt]s$/, code: 'import.meta.url' },
    handler: (code, id) =>
      id.startsWith(own)
        ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        : undefined,
  },
});
