import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../model/usage-error.ts';

/** The engine’s own folder, wherever it is installed. */
export const engineFolder = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * The folder for files that only builds read. It is inside the engine’s node_modules, not the project: code that
 * Astro generates and runs there can resolve the engine’s packages only from there.
 */
export const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/**
 * The path of our Astro configuration, relative to the project’s folder. Throws a UsageError if Astro, which starts
 * in the project’s folder, would not find its own modules.
 */
export function astroConfig(): string {
  try {
    createRequire(resolve('.', 'package.json')).resolve('astro/package.json');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    throw new UsageError(
      'Astro cannot be found from this folder: install the engine here with npm, or with pnpm and node-linker=hoisted.',
    );
  }
  return relative('.', fileURLToPath(new URL('../astro.config.mjs', import.meta.url)));
}

/** The text of a rule’s page in the manual, or of `README`, which lists the rules. */
export function pageInManual(rule: string): string | undefined {
  const path = join(engineFolder, 'docs/rules', `${basename(rule)}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The tarball that an engine was installed from; undefined if it came from a registry or was never installed. */
export function tarballOf(folder: string): string | undefined {
  const project = join(folder, '../..');
  const manifest = join(project, 'package.json');
  if (basename(join(folder, '..')) !== 'node_modules' || !existsSync(manifest)) return undefined;
  const { dependencies } = installedIn.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const path = /^file:(.+\.tgz)$/.exec(dependencies[basename(folder)] ?? '')?.[1];
  return path === undefined ? undefined : resolve(project, path);
}

const installedIn = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
