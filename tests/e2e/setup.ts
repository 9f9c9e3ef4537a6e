import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runBuild, runNode, serve, sparing } from '../support/sites.ts';
import { startBrowser } from '../support/start-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a second dossier, which is outside the project, released, and served below a base path. */
    other: string;
    /** The folder of the second dossier’s built site. */
    otherOut: string;
  }
}

/** Builds and serves the dossiers `dyke`, in Chinese and English, and `well`, in three other languages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-'));
  const dyke = { DOSSIER: 'tests/fixtures/dossiers/dyke', OUT: join(folder, 'dyke') };
  // Overrides the address in its dossier.yaml, as a deployment does.
  const well = {
    DOSSIER: join(folder, 'content'),
    OUT: join(folder, 'well'),
    SITE: 'https://example.net/sub/dir',
  };
  await cp('tests/fixtures/dossiers/well', well.DOSSIER, { recursive: true });
  await addPrivateEdition(well.DOSSIER);
  console.log('Building two small dossiers …');
  await Promise.all([
    succeed(runBuild(dyke)),
    succeed(runNode([...sparing, 'src/cli/release.ts', '--yes', '2.0.0'], well)).then(() =>
      succeed(runBuild(well)),
    ),
  ]);

  const browser = await startBrowser(project);
  const sites = [await serve(dyke.OUT, '/'), await serve(well.OUT, '/sub/dir/')] as const;
  project.provide('site', sites[0].address);
  project.provide('siteOut', dyke.OUT);
  project.provide('other', sites[1].address);
  project.provide('otherOut', well.OUT);
  return async () => {
    await browser.close();
    for (const site of sites) await site.close();
    await rm(folder, { recursive: true });
  };
}

/** The beginning of every paragraph in the private edition of the second dossier. */
export const SECRET = 'Verschlossene Urschrift';

/** Adds a private edition, of which the site must contain nothing. */
async function addPrivateEdition(content: string): Promise<void> {
  const [from, to] = ['de', 'original'].map((edition) => join(content, 'chapters', edition)) as [
    string,
    string,
  ];
  await mkdir(to);
  await writeFile(join(to, 'edition.yaml'), 'lang: de\nrole: original\nname: Original\n');
  for (const name of await readdir(from)) {
    const text = await readFile(join(from, name), 'utf8');
    await writeFile(join(to, name), text.replace(/^\{\/\* (?:abstract|[\d.]+) \*\/\} /gm, `$&${SECRET}. `));
  }
}

async function succeed(run: Promise<{ code: number; output: string }>): Promise<void> {
  const { code, output } = await run;
  if (code !== 0) throw new Error(output);
}
