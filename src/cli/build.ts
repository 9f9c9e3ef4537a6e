import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'astro';
import { checkAddresses } from '../check/built-addresses.ts';
import { checkLinks } from '../check/built-links.ts';
import { checkLabels, checkWhole, type BuiltPage } from '../check/check-built.ts';
import { checkDossier } from '../check/check-dossier.ts';
import { dossierFolder, showsPrivate } from '../read/folder.ts';
import { outFolder } from '../read/out-folder.ts';
import { keepReadings, readDossier } from '../read/read-dossier.ts';
import { addressesOf } from '../release/addresses.ts';
import { redirectsOf } from '../release/redirects.ts';
import { registryOf } from '../release/registry.ts';
import { basePath } from '../read/base-path.ts';
import { writeSearch } from '../search/write-search.ts';
import { hostingFiles } from '../site/hosting.ts';
import { searchPrintOf } from '../site/print.ts';
import { warnings } from './build-log.ts';
import { printMessages } from './print-messages.ts';
import { setTimes } from './set-times.ts';
import { openStaging, type Staging } from './staging.ts';

// Usage: npm run build [-- --private]. DOSSIER=<content folder>, OUT=<folder for the site>, SITE_BASE=<base path>.

// Whoever calls, a built site is a production build: only there does the policy of content security stand.
process.env['NODE_ENV'] = 'production';
if (process.argv.includes('--private')) process.env['PRIVATE'] = '1';

keepReadings();

// Whatever ends the process early, it has not succeeded.
process.exitCode = 1;
const { folder, out, staging } = prepare();
const started = Date.now();
let made = 0;

await step(1, `check ${shown(folder)}`, async () => printMessages((await checkDossier(folder)).messages));

await step(2, 'pages', async () => {
  const progress = setInterval(
    () => void filesIn().then((files) => console.log(`  ${files.filter(isPage).length} so far`)),
    2000,
  );
  const count = {
    name: 'dossier-count',
    hooks: { 'astro:build:done': ({ pages }: { pages: unknown[] }) => void (made = pages.length) },
  };
  await build({
    logLevel: 'warn',
    logger: { entrypoint: new URL('build-log.ts', import.meta.url) },
    outDir: staging.site,
    cacheDir: staging.cache,
    vite: { cacheDir: join(staging.cache, 'vite') },
    integrations: [count],
  }).finally(() => clearInterval(progress));
  console.log(`${made} pages`);
  // Astro passes over a log that it cannot load.
  assert(warnings, 'Astro has not opened the log of this build');
  if (warnings.length > 0) console.error('Unexpected warnings, expected none: each of them is to be mended.');
  return warnings.length === 0;
});

await step(3, 'index', async () => {
  const { dossier } = await readDossier(folder, { withPrivate: showsPrivate() });
  if (!dossier) return false;
  const index = join(staging.site, 'search');
  await mkdir(index, { recursive: true });
  await writeSearch(dossier, dossier.settings.value.editions, searchPrintOf(dossier), {
    folder: index,
    write: (name, text) => writeFile(join(index, name), text),
  });
  console.log(`${dossier.settings.value.editions.length} editions`);
  return true;
});

await step(4, 'redirects and headers', async () => {
  const { dossier } = await readDossier(folder);
  if (!dossier) return false;
  const permalinks = dossier.permalinks.value;
  const redirects = redirectsOf(permalinks, registryOf(permalinks, addressesOf(dossier)));
  for (const [name, text] of Object.entries(hostingFiles(redirects, basePath())))
    await writeFile(join(staging.site, name), text);
  console.log(`${redirects.length} redirects`);
  return true;
});

await step(5, 'verify', async () => {
  const { dossier } = await readDossier(folder);
  if (!dossier) return false;
  const files = new Set(await filesIn());
  const pages = await Promise.all(
    [...files].filter(isPage).map(async (file): Promise<BuiltPage> => ({
      file,
      path: shown(join(out, file)),
      html: await readFile(join(staging.site, file), 'utf8'),
    })),
  );
  const promised = [
    ...addressesOf(dossier).map(({ path }) => path),
    ...dossier.permalinks.value.map(({ path }) => path).filter((path) => path.endsWith('/')),
  ];
  return printMessages([
    ...checkWhole(pages, made, shown(out)),
    ...checkAddresses(pages, files, promised, shown(out)),
    ...checkLinks(pages, files, basePath()),
    ...checkLabels(pages),
  ]);
});

await step(6, `put it in ${shown(out)}`, async () => {
  await setTimes(staging.site, await filesIn());
  staging.swap();
  return true;
});

console.log(`Built ${shown(out)} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
process.exitCode = 0;

function prepare(): { folder: string; out: string; staging: Staging } {
  try {
    const dossier = dossierFolder();
    const site = outFolder(dossier);
    basePath();
    return { folder: dossier, out: site, staging: openStaging(site) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** Says what is done next and how far that is; a step that fails ends the build, and the site is what it was. */
async function step(number: number, name: string, work: () => Promise<boolean>): Promise<void> {
  console.log(`[${number}/6] ${name}`);
  try {
    if (await work()) return;
  } catch (error) {
    console.error(error);
  }
  console.error(`Stopped at step ${number}, ${name}: see above. Nothing in ${shown(out)} has changed.`);
  process.exit(1);
}

/** A path as the person at the command line would type it. */
function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}

/** All files of the site in the making, in an order that no file system decides. */
async function filesIn(): Promise<string[]> {
  const entries = await readdir(staging.site, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(staging.site, join(entry.parentPath, entry.name)))
    .sort();
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}
