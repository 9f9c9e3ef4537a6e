import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'astro';
import { checkLabels, type BuiltPage } from '../check/check-built.ts';
import { checkDossier } from '../check/check-dossier.ts';
import { dossierFolder, showsPrivate } from '../read/folder.ts';
import { outFolder } from '../read/out-folder.ts';
import { readDossier } from '../read/read-dossier.ts';
import { addressesOf } from '../release/addresses.ts';
import { nginxMap, redirectsFile, redirectsOf } from '../release/redirects.ts';
import { registryOf } from '../release/registry.ts';
import { basePath } from '../read/base-path.ts';
import { writeSearch } from '../search/write-search.ts';
import { searchPrintOf } from '../site/print.ts';
import { printMessages } from './print-messages.ts';

// Usage: npm run build [-- --private]. DOSSIER=<content folder>, OUT=<folder for the site>, SITE_BASE=<base path>.

// Whoever calls, a built site is a production build: only there does the policy of content security stand.
process.env['NODE_ENV'] = 'production';
if (process.argv.includes('--private')) process.env['PRIVATE'] = '1';

const { folder, out } = folders();
const started = Date.now();

await step(1, `check ${relative(process.cwd(), folder) || folder}`, async () =>
  printMessages((await checkDossier(folder)).messages),
);

await step(2, 'pages', async () => {
  const progress = setInterval(
    () => void htmlFiles().then((files) => console.log(`  ${files.length} so far`)),
    2000,
  );
  await build({ logLevel: 'warn' }).finally(() => clearInterval(progress));
  console.log(`${(await htmlFiles()).length} pages`);
  return true;
});

await step(3, 'index', async () => {
  const { dossier } = await readDossier(folder, { withPrivate: showsPrivate() });
  if (!dossier) return false;
  const index = join(out, 'search');
  await mkdir(index, { recursive: true });
  await writeSearch(dossier, dossier.settings.value.editions, searchPrintOf(dossier), {
    folder: index,
    write: (name, text) => writeFile(join(index, name), text),
  });
  console.log(`${dossier.settings.value.editions.length} editions`);
  return true;
});

await step(4, 'redirects', async () => {
  const { dossier } = await readDossier(folder);
  if (!dossier) return false;
  const permalinks = dossier.permalinks.value;
  const redirects = redirectsOf(permalinks, registryOf(permalinks, addressesOf(dossier)));
  if (redirects.length > 0) {
    await writeFile(join(out, '_redirects'), redirectsFile(redirects, basePath()));
    await writeFile(join(out, 'redirects.nginx'), nginxMap(redirects, basePath()));
  }
  console.log(`${redirects.length} redirects`);
  return true;
});

await step(5, 'labels', async () => {
  const pages = await builtPages();
  console.log(`${pages.length} pages`);
  return printMessages(checkLabels(pages));
});

console.log(
  `Built ${relative(process.cwd(), out) || out} in ${((Date.now() - started) / 1000).toFixed(1)} s.`,
);

function folders(): { folder: string; out: string } {
  try {
    const dossier = dossierFolder();
    return { folder: dossier, out: outFolder(dossier) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** Says what is done next and how far that is; a step that fails ends the build. */
async function step(number: number, name: string, work: () => Promise<boolean>): Promise<void> {
  console.log(`[${number}/5] ${name}`);
  if (await work()) return;
  console.error(`Stopped at step ${number}, ${name}: see above.`);
  process.exit(1);
}

async function htmlFiles(): Promise<string[]> {
  const files = await readdir(out, { recursive: true }).catch(() => []);
  return files.filter((file) => file.endsWith('.html'));
}

async function builtPages(): Promise<BuiltPage[]> {
  return Promise.all(
    (await htmlFiles()).map(async (file) => ({
      path: relative(process.cwd(), join(out, file)),
      html: await readFile(join(out, file), 'utf8'),
    })),
  );
}
