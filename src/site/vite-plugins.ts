import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { addressInProject } from '../config/folder.ts';
import type { Dossier } from '../read/dossier.ts';

/**
 * Astro notes which chapters there are in a file in the project, which two runs at once would write over each other's.
 * Pages are therefore told the chapters from memory.
 */
export function chapterModules(shown: () => Dossier | undefined): Plugin {
  const id = '\0dossier-chapter-modules';
  return {
    name: 'dossier-chapter-modules',
    resolveId: {
      order: 'pre',
      filter: { id: /^astro:content-module-imports$/ },
      handler: () => id,
    },
    load: {
      filter: { id: new RegExp(id) },
      handler: () => {
        const modules = (shown()?.chapters ?? []).map(({ path }) => {
          const file = addressInProject(path);
          const query = new URLSearchParams({
            'astro:content-layer-deferred-module': '',
            fileName: file,
            astroContentModuleFlag: 'true',
          });
          const address = `astro:content-layer-deferred-module?${query.toString()}`;
          return `[${JSON.stringify(file)}, () => import(${JSON.stringify(address)})]`;
        });
        return `export default new Map([${modules.join(',')}]);`;
      },
    },
  };
}

/** The search as a module at an address that stays, for whoever embeds it: `search/search.js`. */
export function searchModule(): Plugin {
  return {
    name: 'dossier-search-module',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL('../search/module.ts', import.meta.url)),
        fileName: 'search/search.js',
        preserveSignature: 'strict',
      });
    },
  };
}

/**
 * Vite’s own way of loading a module on demand, for style sheets that come with it, is larger than what we load so; and so
 * are the lists of what each module needs in its turn.
 */
export const plainImports = (): Plugin => ({
  name: 'dossier-plain-imports',
  enforce: 'pre',
  apply: 'build',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk')
          file.code = file.code
            .replace(/^const __vite__mapDeps=.*\n/m, '')
            .replace(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, '');
    },
  },
});

/** A module that is loaded on demand and bundled with others gets a file that only imports the bundle: scripts import that at once. */
export const directImports = (): Plugin => ({
  name: 'dossier-direct-imports',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    for (const { fileName, code } of chunks) {
      const [, target] = /^import\s*["'`]\.\/([^"'`]+)["'`];\s*$/.exec(code) ?? [];
      if (!target) continue;
      const name = fileName.split('/').at(-1) ?? '';
      for (const chunk of chunks)
        chunk.code = chunk.code.replaceAll(`import(\`./${name}\`)`, `import(\`./${target}\`)`);
    }
  },
});

/**
 * Astro looks for the pages' style sheets, to put them beside the pages, under an address that it makes by writing
 * `file://` before a path. Where the path has a per cent sign that is another place, and the style sheets would be lost.
 */
export function pageStyles(): Plugin {
  let site: string;
  return {
    name: 'dossier-page-styles',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    configResolved: ({ environments }) => {
      site = environments['client']!.build.outDir;
    },
    async writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((one) => one.endsWith('.css'))) {
        await this.fs.mkdir(dirname(join(site, file)), { recursive: true });
        await this.fs.copyFile(join(dir, file), join(site, file));
      }
    },
  };
}
