import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A package that only an audit needs, so that `npm ci` does not bring it. */
export interface Fetched {
  /** The path of one of its files. */
  path: (file: string) => string;
  /** The module that it is. */
  load: () => Promise<unknown>;
}

/**
 * Fetches a package of just that version into node_modules/.cache, where it stays for the next audit. It runs no script
 * of its own. A sentence says why it is not to be had.
 */
export async function fetchPackage(name: string, version: string): Promise<Fetched | string> {
  const folder = resolve('node_modules/.cache/audit', `${name}-${version}`);
  const inside = (file: string): string => join(folder, 'node_modules', name, file);
  if (!existsSync(inside('package.json'))) {
    console.log(`  fetching ${name}@${version} …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts'];
    try {
      await promisify(execFile)('npm', [...args, `${name}@${version}`], { cwd: folder });
    } catch (error) {
      return `${name}@${version} cannot be fetched: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return {
    path: inside,
    load: () => import(pathToFileURL(createRequire(inside('index.js')).resolve(name)).href),
  };
}
