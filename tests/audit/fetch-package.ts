import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** A package that only an audit needs, and that `npm ci` therefore does not install. */
export interface Fetched {
  /** The path of one of its files. */
  path: (file: string) => string;
  /** Imports the package. */
  load: () => Promise<unknown>;
}

/**
 * Downloads exactly that version of a package into node_modules/.cache, where later audits find it, without running its
 * scripts. Returns a sentence if it is not available.
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
