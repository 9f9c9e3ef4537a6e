import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { cacheFolder, engineFolder, pageInManual } from '../config/engine.ts';
import { dossierFolder, showsPrivate } from '../config/folder.ts';
import { outFolder } from '../config/out-folder.ts';
import { siteAddress } from '../config/site-address.ts';
import { chapterPlugins } from '../markdown/chapter-plugins.ts';
import { installed } from '../model/command-line.ts';
import { sha256 } from '../model/fingerprint.ts';
import { formatMessage, type Message } from '../model/message.ts';
import type { Dossier } from '../read/dossier.ts';
import { readDossier } from '../read/read-dossier.ts';
import { renderContext } from '../render/render-context.ts';
import { unitMarks } from '../render/unit-marks.ts';
import {
  chapterModules,
  directImports,
  FIRST,
  ownFiles,
  pageStyles,
  plainImports,
  searchModule,
} from './vite-plugins.ts';

/** What `dev` needs to show every edit. */
export interface DevOptions {
  folder: string;
  /** The base path of the site. */
  base: string;
  /** Returns the messages of the check rules. */
  judge: (dossier: Dossier) => Message[];
  /** The text of a rule’s page in the manual. */
  manual: (rule: string) => string | undefined;
  /** Receives the dossier that pages are to show, at the start and after each change. */
  show: (dossier: Dossier) => void;
}

/**
 * The Astro configuration for this run’s dossier. `judge` returns the messages of the check rules for a dossier: a
 * build stops at errors, and `devMessages` shows them in `dev`.
 */
export async function dossierConfig(
  judge: (dossier: Dossier) => Message[],
  devMessages: (options: DevOptions) => AstroIntegration,
): Promise<AstroUserConfig> {
  const folder = dossierFolder();
  const { dossier, messages } = await readDossier(folder, { withPrivate: showsPrivate() });
  // The rules apply to the published dossier.
  const published = showsPrivate() ? (await readDossier(folder)).dossier : dossier;
  const { base } = siteAddress(dossier?.settings.value.dossier.site);

  let shown = dossier;
  const optionsOf = (read: Dossier) => ({
    ...renderContext(read, base),
    unitMarks: unitMarks(read),
    withAnchors: true,
  });
  let options = dossier && optionsOf(dossier);
  const show = (changed: Dossier): void => {
    shown = changed;
    options = optionsOf(changed);
  };
  // Dossiers must not share Astro’s cache of chapters.
  const digest = sha256(`${folder}${showsPrivate() ? ' private' : ''}`).slice(0, 12);
  const cache = join(cacheFolder, `dossier-${digest}`);

  return {
    base,
    srcDir: fileURLToPath(new URL('..', import.meta.url)),
    publicDir: join(engineFolder, 'public'),
    outDir: outFolder(folder),
    cacheDir: cache,
    trailingSlash: 'always',
    compressHTML: 'jsx',
    devToolbar: { enabled: false },
    build: { inlineStylesheets: 'never', assets: 'assets' },
    integrations: [
      stopAtErrors(() => [...messages, ...(published ? judge(published) : [])]),
      mdx(),
      devMessages({ folder, base, judge, manual: pageInManual, show }),
    ],
    markdown: {
      syntaxHighlight: false,
      processor: unified({
        gfm: false,
        smartypants: false,
        ...chapterPlugins(() => {
          if (!options) throw new Error('A chapter is rendered before its dossier could be read');
          return options;
        }),
      }),
    },
    vite: viteConfig(folder, cache, () => shown),
  };
}

/** The Vite configuration for the dossier in a folder; `shown` returns the dossier as last read. */
const viteConfig = (
  folder: string,
  cache: string,
  shown: () => Dossier | undefined,
): NonNullable<AstroUserConfig['vite']> => ({
  cacheDir: join(cache, 'vite'),
  // The content security policy allows no inline scripts or data: URLs.
  build: {
    assetsInlineLimit: 0,
    // Astro puts a directive into MDX modules, about which the bundler would warn for every chapter.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  // The worker’s scope is its own folder.
  worker: { rolldownOptions: { output: { entryFileNames: '[name].js' } } },
  environments: {
    client: {
      build: { rolldownOptions: { output: { ...shortNames, codeSplitting: { groups: chunks } } } },
    },
    prerender: {
      build: { rolldownOptions: { output: { assetFileNames: shortNames.assetFileNames } } },
    },
  },
  // A dossier outside the project has no node_modules in which to find this.
  resolve: {
    alias: { 'astro/jsx-runtime': fileURLToPath(import.meta.resolve('astro/jsx-runtime')) },
  },
  server: {
    fs: { allow: ['.', folder, engineFolder, ...(installed ? [join(engineFolder, '..')] : [])] },
  },
  plugins: [ownFiles(), searchModule(), plainImports(), directImports(), chapterModules(shown), pageStyles()],
});

/** Names of files that every page names: fonts have only their hash, and scripts the name of their component. */
const shortNames = {
  assetFileNames: ({ names: [name = ''] }: { names: string[] }): string =>
    name.endsWith('.woff2')
      ? 'assets/[hash:6][extname]'
      : `assets/${name.replace(/[.@].*/, '')}.[hash:6][extname]`,
  entryFileNames: ({ name }: { name: string }): string =>
    `assets/${name.replace(/\.astro\b.*|\.astro_.*/, '').replace(/[^\w-]/g, '_')}.[hash:6].js`,
};

/**
 * Modules shared by several scripts, in one file per group: a request costs more than loading unneeded code. In the
 * package, `src/` is `lib/`.
 */
export const chunks = [
  {
    name: FIRST,
    test: /PageScript\.astro|client\/(?:before-search|element|fetch-page|fill|held-keys|is-typing|load-style|main-data|page|press|reading-place|remember|search-key)\.|model\/(?:cache-by-name|fetched)\.|preload-helper/,
  },
  {
    name: 'search',
    test: /(?:src|lib)\/search\/(?!module|page-tokens|readings|respell|near\.|at-sentence|within)|client\/(?:search-(?!dialog|key|choices)|divide-by-script)|(?:src|lib)\/(?:model\/(?:language|urls)|language\/(?:en-plurals|zh-numeral))\./,
  },
];

/** Stops the build of a dossier with errors, even if Astro is run without `npm run build`. */
const stopAtErrors = (find: () => Message[]): AstroIntegration => ({
  name: 'dossier-stop-at-errors',
  hooks: {
    'astro:config:setup': ({ command }) => {
      if (command !== 'build') return;
      const errors = find().filter(({ level }) => level === 'error');
      if (errors.length > 0) throw new Error(errors.map(formatMessage).join('\n'));
    },
  },
});
