import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveOf } from '../build/archive.ts';
import { checkSite } from '../build/check-site.ts';
import { filesIn, isPage } from '../build/files-in.ts';
import { checkDossier } from '../check/check-dossier.ts';
import { astroConfig } from '../config/engine.ts';
import { dossierFolder, showsPrivate } from '../config/folder.ts';
import { outFolder } from '../config/out-folder.ts';
import { folderName, folderZip } from '../export/folder.ts';
import { ARCHIVE_FOLDER, ARCHIVE_NOTE } from '../exchange/saved-site.ts';
import { urls } from '../model/urls.ts';
import { forms, missingPackageNotices } from '../export/forms.ts';
import { keepReadings, readDossier } from '../read/read-dossier.ts';
import { typedPath } from '../read/read-text.ts';
import { MAKING } from '../export/form.ts';
import { atSiteAddress, siteAddress } from '../config/site-address.ts';
import { redirectsOf } from '../permalinks/server-redirects.ts';
import { writeSearch } from '../search/write-search.ts';
import { hostingFiles } from '../build/hosting.ts';
import { searchRenderer } from '../render/renderers.ts';
import { warnings } from '../build/build-log.ts';
import { argumentsOf } from './command-table.ts';
import { failureOf } from './failure.ts';
import { openDossier } from './open-dossier.ts';
import { printMessages } from './print-messages.ts';
import { run } from './run.ts';
import { openStaging, type Staging } from '../build/staging.ts';

const usage = `Usage: dossier build [--private] [--replace]

Checks a dossier and builds its site, completely or not at all. --private also builds private editions, into a separate
folder. --replace overwrites the site of another dossier. DOSSIER=<folder> names the dossier, OUT=<folder> the folder of
its site, SITE=<address> its public address. Exit code 1 if the site could not be built, 2 if building was refused.`;

// If anything ends the process early, the exit code must say that it failed.
process.exitCode = 1;
// A built site is always a production build, whatever the environment says: only then do pages contain the content
// security policy.
process.env['NODE_ENV'] = 'production';

await run(usage, async () => {
  const { values } = argumentsOf('build');
  if (values.private) process.env['PRIVATE'] = '1';
  keepReadings();
  const started = Date.now();
  const folder = dossierFolder();
  const out = outFolder(folder);
  const { dossier } = await openDossier(folder);
  const { base } = siteAddress(dossier?.settings.value.dossier.site);
  const configFile = astroConfig();
  const staging = openStaging(out, folder, values);

  const step = stepsOf(showsPrivate() ? 6 : 7, staging.site, `Nothing in ${typedPath(out)} has changed.`);
  await step(`check ${typedPath(folder)}`, async () => printMessages((await checkDossier(folder)).messages));
  assert(dossier, 'A dossier that cannot be read has passed the check');
  const { dossier: whole = dossier } = await readDossier(folder, { withPrivate: showsPrivate() });
  const redirects = redirectsOf(dossier);

  let made = 0;
  await step('pages', async () => {
    made = await makePages(configFile, staging);
    return warnings?.length === 0;
  });

  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    const path = join(staging.site, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };

  await step('index', async () => {
    const { editions } = whole.settings.value;
    await writeSearch(whole, editions, searchRenderer(whole), (name, content) =>
      write(join('search', name), content),
    );
    console.log(`${editions.length} editions`);
  });

  await step('redirects and headers', async () => {
    for (const [name, text] of Object.entries(hostingFiles(redirects, base))) await write(name, text);
    console.log(`${redirects.length} redirects`);
  });

  // Private editions are never offered for download.
  if (!showsPrivate())
    await step('offline copies', async () => {
      const files = await Promise.all(
        filesIn(staging.site).map(async (path) => ({
          path,
          content: await readFile(join(staging.site, path)),
        })),
      );
      const { content, note } = archiveOf(files, dossier.settings.value.dossier);
      const zipped = folderZip(atSiteAddress(dossier), files, base);
      await write(ARCHIVE_FOLDER + note.archive, content);
      await write(ARCHIVE_NOTE, JSON.stringify(note));
      await write(urls.folder(folderName(dossier)), zipped);
      console.log(`${megabytes(content)} MB to keep in a browser, ${megabytes(zipped)} MB as a folder`);
    });

  await step('verify', async () =>
    printMessages(await checkSite(staging.site, { dossier, whole, made, base, out: typedPath(out) })),
  );

  await step(`move it to ${typedPath(out)}`, staging.swap);

  console.log(`Built ${typedPath(out)} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return 0;
});

/** Makes the pages with Astro, printing progress, and returns their number. Astro’s warnings are in `warnings`. */
async function makePages(configFile: string, { site, cache }: Staging): Promise<number> {
  let [made, last] = [0, 0];
  const progress = setInterval(() => {
    let count = last;
    try {
      count = filesIn(site).filter(isPage).length;
    } catch {
      // Astro creates and removes folders of its own meanwhile.
    }
    if (count > last) console.log(`  ${count} so far`);
    last = count;
  }, 10_000);
  const count = {
    name: 'dossier-count',
    hooks: { 'astro:build:done': ({ pages }: { pages: unknown[] }) => void (made = pages.length) },
  };
  // Whoever is told of a fault does not wait until Astro is loaded.
  const { build } = await import('astro');
  await build({
    configFile,
    logLevel: 'warn',
    logger: { entrypoint: new URL('../build/build-log.ts', import.meta.url) },
    outDir: site,
    cacheDir: cache,
    vite: { cacheDir: join(cache, 'vite') },
    integrations: [count],
  }).finally(() => clearInterval(progress));
  console.log(`${made} pages`);
  const making = performance.getEntriesByType('measure').filter(({ name }) => name.startsWith(MAKING));
  if (making.length > 0)
    console.log(`${making.length} files for download, in ${(spent(making) / 1000).toFixed(1)} s of that`);
  for (const said of missingPackageNotices(forms)) console.log(said);
  // Astro silently ignores a logger that it cannot load.
  assert(warnings, 'Astro has not opened the log of this build');
  if (warnings.length > 0) console.error('Unexpected warnings, expected none: resolve each of them.');
  return made;
}

/**
 * Returns a function that announces and runs the next step. A step that fails ends the build and leaves the published
 * site unchanged.
 */
function stepsOf(count: number, site: string, unharmed: string) {
  let number = 0;
  return async (name: string, work: () => unknown): Promise<void> => {
    number++;
    console.log(`[${number}/${count}] ${name}`);
    try {
      if ((await work()) !== false) return;
    } catch (error) {
      console.error(failureOf(error, typedPath(site)));
    }
    console.error(`Stopped at step ${number}, ${name}: see above. ${unharmed}`);
    process.exit(1);
  };
}

function megabytes({ length }: Uint8Array): string {
  return (length / 1e6).toFixed(1);
}

/** The total time in milliseconds during which any of these were being made; some may overlap. */
function spent(parts: { startTime: number; duration: number }[]): number {
  let [end, sum] = [0, 0];
  for (const { startTime, duration } of parts.toSorted((a, b) => a.startTime - b.startTime)) {
    sum += Math.max(0, startTime + duration - Math.max(end, startTime));
    end = Math.max(end, startTime + duration);
  }
  return sum;
}
