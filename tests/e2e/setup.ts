import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserArguments, findBrowser } from './find-browser.ts';
import { runBuild, runNode, serve } from './sites.ts';

/** What the tests are given: a browser, the shipped dossier as `npm run build` left it, and a second one. */
declare module 'vitest' {
  interface ProvidedContext {
    browser: string;
    /** Address of the dossier in `dist`. */
    site: string;
    /** Address of the second dossier, built from outside the project and served below a base path. */
    other: string;
    /** The folder that the second dossier was built into. */
    otherOut: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findBrowser();
  const folder = await mkdtemp(join(tmpdir(), 'dossier-'));
  // What its dossier.yaml gives as its address is overridden, as a deployment does.
  const other = {
    DOSSIER: join(folder, 'content'),
    OUT: join(folder, 'out'),
    SITE: 'https://example.net/sub/dir',
  };
  await cp('tests/fixtures/dossiers/well', other.DOSSIER, { recursive: true });
  const release = await runNode(['src/cli/release.ts', '2.0.0'], other);
  if (release.code !== 0) throw new Error(`The second dossier was not released:\n${release.output}`);
  console.log('Building a second dossier outside the project …');
  const build = await runBuild(other);
  if (build.code !== 0) throw new Error(`The second dossier was not built:\n${build.output}`);

  const server = await chromium.launchServer({ executablePath, args: browserArguments });
  const sites = [await serve('dist', '/'), await serve(other.OUT, '/sub/dir/')] as const;
  project.provide('browser', server.wsEndpoint());
  project.provide('site', sites[0].address);
  project.provide('other', sites[1].address);
  project.provide('otherOut', other.OUT);
  return async () => {
    await server.close();
    for (const site of sites) await site.close();
    await rm(folder, { recursive: true });
  };
}
