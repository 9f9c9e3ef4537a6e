import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { addressInProject } from '../config/folder.ts';
import type { Dossier } from '../read/dossier.ts';

/** The id of the module that lists the chapters. */
export const chapterModulesId = '\0dossier-chapter-modules';

/**
 * Provides the list of chapters from memory. Astro stores it in a file in the project, which two runs at once would
 * overwrite.
 */
export function chapterModules(shown: () => Dossier | undefined): Plugin {
  return {
    name: 'dossier-chapter-modules',
    resolveId: {
      order: 'pre',
      filter: { id: /^astro:content-module-imports$/ },
      handler: () => chapterModulesId,
    },
    load: {
      filter: { id: new RegExp(chapterModulesId) },
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

/** The search as a module at a fixed address, for embedding: `search/search.js`. */
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
 * Removes Vite’s helper for dynamic imports, which loads their style sheets but is larger than what it loads here, the
 * lists of each module’s dependencies, and what Vite writes round an import for the helper.
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
            .replace(/,\s*__vite__mapDeps\(\[[\d,]*\]\)/g, '')
            .replace(/\b[\w$]+\(\(\)=>(import\(`[^`]+`\))(?:,\[\])?\)/g, '$1')
            .replace(
              /\b[\w$]+\(async\(\)=>\{let(\{[^{}]*\})=await (import\(`[^`]+`\));return\1\}(?:,\[\])?\)/g,
              '$2',
            );
    },
  },
});

/**
 * A script or dynamically imported module that is bundled with others gets a file that only imports the bundle. Scripts
 * import the bundle directly instead; a page’s script, whose address is in the page, becomes the bundle itself.
 */
export const directImports = (): Plugin => ({
  name: 'dossier-direct-imports',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const nameOf = ({ fileName }: { fileName: string }): string => fileName.split('/').at(-1) ?? '';
    const replace = (before: string, after: string): void => {
      for (const chunk of chunks) chunk.code = chunk.code.replaceAll(before, after);
    };
    for (const importing of chunks) {
      const [, target] = /^import\s*["'`]\.\/([^"'`]+)["'`];\s*$/.exec(importing.code) ?? [];
      const imported = chunks.find((chunk) => nameOf(chunk) === target);
      if (!target || !imported) continue;
      if (imported.name === FIRST && importing.isEntry) {
        importing.code = imported.code;
        Reflect.deleteProperty(bundle, imported.fileName);
        replace(`/${target}`, `/${nameOf(importing)}`);
      } else replace(`import(\`./${nameOf(importing)}\`)`, `import(\`./${target}\`)`);
    }
  },
});

/** The bundle of the script of every page. */
export const FIRST = 'first';

/**
 * Astro looks for the pages’ style sheets, to move them to the pages, at a URL made by prefixing a path with `file://`.
 * If the path contains a per cent sign, that URL is wrong and the style sheets would be lost.
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
