import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { serve } from '../support/sites.ts';
import { startBrowser } from '../support/start-browser.ts';

/** Serves the dossier in `content/` from `dist/`, where `npm run build` wrote it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/404.html')) throw new Error('Missing dist, expected what npm run build makes');
  const browser = await startBrowser(project);
  const site = await serve('dist', '/');
  project.provide('site', site.address);
  project.provide('siteOut', 'dist');
  return async () => {
    await browser.close();
    await site.close();
  };
}
