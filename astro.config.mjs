import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { chapterPlugins } from './src/markdown/notation.ts';
import { formatMessage } from './src/model/message.ts';
import { judge } from './src/check/check-dossier.ts';
import { outFolder } from './src/config/out-folder.ts';
import { readDossier } from './src/read/read-dossier.ts';
import { addressInProject, dossierFolder, showsPrivate } from './src/config/folder.ts';
import { siteAddress } from './src/config/site-address.ts';
import { devMessages } from './src/site/dev-messages.ts';
import { ownFiles } from './src/site/own-files.ts';
import { pageForm } from './src/render/page-form.ts';

const folder = dossierFolder();
const { dossier, messages } = await readDossier(folder, { withPrivate: showsPrivate() });

// The rules judge what is published.
const open = showsPrivate() ? (await readDossier(folder)).dossier : dossier;

const { base } = siteAddress(dossier?.settings.value.dossier.site);
let shown = dossier;
let form = dossier && pageForm(dossier, base);
const show = (changed) => {
  shown = changed;
  form = pageForm(changed, base);
};
// Two dossiers must never share what Astro remembers of chapters.
const cache = `./node_modules/.cache/dossier-${createHash('sha256')
  .update(`${folder}${showsPrivate() ? ' private' : ''}`)
  .digest('hex')
  .slice(0, 12)}`;

export default defineConfig({
  base,
  outDir: outFolder(folder),
  cacheDir: cache,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never', assets: 'assets' },
  integrations: [stopAtErrors(), mdx(), devMessages({ folder, base, judge, show })],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      ...chapterPlugins(() => ({ ...form, home: true })),
    }),
  },
  vite: {
    cacheDir: `${cache}/vite`,
    // The policy of content security allows no inline script or data: address.
    build: {
      assetsInlineLimit: 0,
      // Astro's own mark on MDX modules, of which the bundler would warn for every chapter.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // A dossier outside the project has no node_modules of its own to find this in.
    resolve: { alias: { 'astro/jsx-runtime': fileURLToPath(import.meta.resolve('astro/jsx-runtime')) } },
    server: { fs: { allow: ['.', folder] } },
    plugins: [ownFiles(), searchModule(), importPlainly(), chapterModules(), pageStyles()],
  },
});

/** A dossier with a fault is not built, even where `npm run build` was passed over. */
function stopAtErrors() {
  return {
    name: 'dossier-stop-at-errors',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build') return;
        const errors = (open ? judge(open) : []).filter(({ level }) => level === 'error');
        const found = [...messages, ...errors].map(formatMessage).join('\n');
        if (found) throw new Error(found);
      },
    },
  };
}

/**
 * Astro notes which chapters there are in a file in the project, which two runs at once would write over each other's.
 * Pages are therefore told the chapters from memory.
 */
function chapterModules() {
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
        const modules = (shown?.chapters ?? []).map(({ path }) => {
          const file = addressInProject(path);
          const query = new URLSearchParams({
            'astro:content-layer-deferred-module': '',
            fileName: file,
            astroContentModuleFlag: 'true',
          });
          const address = `astro:content-layer-deferred-module?${query}`;
          return `[${JSON.stringify(file)}, () => import(${JSON.stringify(address)})]`;
        });
        return `export default new Map([${modules.join(',')}]);`;
      },
    },
  };
}

/** The search as a module at an address that stays, for whoever embeds it: `search/search.js`. */
function searchModule() {
  return {
    name: 'dossier-search-module',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({
        type: 'chunk',
        id: fileURLToPath(new URL('./src/search/module.ts', import.meta.url)),
        fileName: 'search/search.js',
        preserveSignature: 'strict',
      });
    },
  };
}

/** Vite’s own way of loading a module on demand, for style sheets that come with it, is larger than what we load so. */
function importPlainly() {
  return {
    name: 'dossier-import-plainly',
    enforce: 'pre',
    apply: 'build',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  };
}

/**
 * Astro looks for the pages' style sheets, to put them beside the pages, under an address that it makes by writing
 * `file://` before a path. Where the path has a per cent sign that is another place, and the style sheets would be lost.
 */
function pageStyles() {
  let site;
  return {
    name: 'dossier-page-styles',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    configResolved: (config) => {
      site = config.environments.client.build.outDir;
    },
    writeBundle({ dir }, bundle) {
      for (const file of Object.keys(bundle))
        if (file.endsWith('.css')) cpSync(join(dir, file), join(site, file));
    },
  };
}
