import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The import rules, which keep data flowing in one direction: a folder may import only from itself and from the folders
 * listed for it.
 */
const mayImport = {
  model: [],
  exchange: ['i18n', 'model'],
  language: ['model'],
  markdown: ['model'],
  cite: ['language', 'model'],
  read: ['language', 'markdown', 'model'],
  config: ['read', 'model'],
  review: ['read', 'markdown', 'model'],
  release: ['read', 'markdown', 'model'],
  permalinks: ['release', 'read', 'model'],
  search: ['read', 'language', 'markdown', 'model'],
  import: ['i18n', 'markdown', 'cite', 'language', 'model'],
  i18n: ['read', 'cite', 'model'],
  render: ['i18n', 'permalinks', 'search', 'review', 'release', 'read', 'cite', 'markdown', 'model'],
  export: [
    'draw',
    'site',
    'render',
    'i18n',
    'review',
    'release',
    'read',
    'config',
    'cite',
    'language',
    'markdown',
    'model',
  ],
  check: ['i18n', 'review', 'permalinks', 'release', 'read', 'import', 'language', 'markdown', 'model'],
  build: ['exchange', 'config', 'permalinks', 'read', 'markdown', 'model'],
  client: ['exchange', 'i18n', 'search', 'model', 'styles'],
  site: [
    'exchange',
    'render',
    'i18n',
    'permalinks',
    'search',
    'review',
    'release',
    'config',
    'read',
    'cite',
    'language',
    'markdown',
    'model',
  ],
};
const belowPages = ['client', 'styles', 'export', 'draw', 'site', ...mayImport.site];
Object.assign(mayImport, {
  draw: ['site', ...mayImport.site],
  dev: ['site', ...mayImport.site],
  components: belowPages,
  layouts: ['components', ...belowPages],
  pages: ['layouts', 'components', ...belowPages],
  cli: [
    'build',
    'exchange',
    'check',
    'import',
    'export',
    'render',
    ...mayImport.render,
    'config',
    'language',
  ],
});

const zones = Object.entries(mayImport).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `src/${folder} may import from ${allowed.join(', ') || 'no other folder'} only.`,
}));

/** The same for the rooms of `src/import`: any room may also import the files beside the rooms. */
const importRooms = {
  words: [],
  citations: ['words'],
  text: ['words'],
  pdf: ['text', 'words'],
  markup: ['text', 'citations', 'words'],
  document: ['citations', 'words'],
  corrections: ['text', 'words'],
  write: ['corrections', 'document', 'citations', 'words'],
  look: ['write'],
};
for (const [room, allowed] of Object.entries(importRooms))
  zones.push({
    target: `./src/import/${room}`,
    from: Object.keys(importRooms)
      .filter((other) => other !== room && !allowed.includes(other))
      .map((other) => `./src/import/${other}`),
    message: `src/import/${room} may import from ${allowed.join(', ') || 'no other room'} only.`,
  });

const fileSystem = { paths: ['fs', 'fs/promises', 'node:fs', 'node:fs/promises'] };
const astroModules = { patterns: ['astro:*'] };
const noRestricted = (options) => ({ 'no-restricted-imports': ['error', options] });
const mayReadFiles = [
  'src/read/**',
  'src/config/**',
  'src/cite/read-styles.ts',
  'src/build/**',
  'src/cli/**',
];
const mayAskAstro = ['src/site/**', 'src/pages/**', 'src/content.config.ts'];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'lib/',
      'dist-private/',
      '.*.build/',
      '.astro/',
      'docs/site/dist/',
      'docs/site/.astro/',
      'node_modules/',
      'tests/fixtures/',
    ],
  },
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver()], 'import-x/extensions': ['.ts'] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      // TypeScript checks these better.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
      'max-len': ['error', { comments: 120, code: 10_000, ignoreUrls: true }],
    },
  },
  {
    files: [
      '*.config.*',
      'docs/site/**/*.config.ts',
      'src/content.config.ts',
      'src/astro.config.mjs',
      '**/*.astro',
      // Astro and Vitest expect a default export.
      'src/build/build-log.ts',
      'tests/*/setup.ts',
      'src/cite/packages.d.ts',
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  // Without `ignoreExternal`, packages are parsed too.
  { files: ['src/**/*.ts'], rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] } },
  { files: ['src/**'], rules: noRestricted({ ...fileSystem, ...astroModules }) },
  { files: mayReadFiles, rules: noRestricted(astroModules) },
  { files: mayAskAstro, rules: noRestricted(fileSystem) },
  // Only pages know this run’s dossier; functions in src/site take a dossier as an argument.
  {
    files: ['src/site/**'],
    rules: noRestricted({ ...fileSystem, patterns: ['./dossier.ts'] }),
  },
);
