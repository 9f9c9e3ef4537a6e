import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { compareSites } from '../build/compare-sites.ts';
import { engineFolder, tarballOf } from '../config/engine.ts';
import { installed } from '../model/command-line.ts';
import { UsageError } from '../model/usage-error.ts';
import { argumentsOf } from './command-table.ts';
import { run } from './run.ts';

const usage = `Usage: dossier upgrade [--dry-run] [<version or tarball>]

Replaces the engine with another version: the latest, or the one that you name. If the engine came as a tarball, name
the new tarball. No file of the dossier changes. --dry-run replaces nothing: it builds the site with both engines and
lists what would change. Exit code 1 if an address would be lost or the dossier could not be built.`;

/** The maximum number of files to list for each kind of change. */
const SHOWN = 20;

await run(usage, async () => {
  const { values, positionals } = argumentsOf('upgrade');
  const [version = 'latest', ...more] = positionals;
  if (more.length > 0) throw new UsageError(usage);
  if (!installed)
    throw new UsageError('This is the engine’s own repository: update it with git pull && npm ci.');
  if (version === 'latest' && tarballOf(engineFolder) !== undefined)
    throw new UsageError('This engine was installed from a tarball: name a newer one.');
  if (values['dry-run']) return rehearse(version);
  const status = npm('install', specOf(version, keepTarball));
  if (status === 0) console.log('The engine was replaced; no file of the dossier was changed.');
  return status;
});

function specOf(version: string, place = resolve): string {
  return version.endsWith('.tgz') ? place(version) : `${packageJson.name}@${version}`;
}

/** Copies a tarball into the project, so that the project includes its engine. */
function keepTarball(tarball: string): string {
  const own = join('engine', basename(tarball));
  mkdirSync('engine', { recursive: true });
  if (resolve(tarball) !== resolve(own)) cpSync(tarball, own);
  return `./${own}`;
}

function rehearse(version: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-upgrade-'));
  try {
    if (npm('install', specOf(version), '--prefix', folder) !== 0)
      throw new UsageError(`${version} could not be installed.`);
    const candidate = join(folder, 'node_modules', packageJson.name);
    console.log(`Engine ${packageJson.version} → ${versionOf(candidate)}`);
    const sites = [engineFolder, candidate].map((engine, i) => {
      const site = join(folder, `site-${i}`);
      const binary = join(engine, 'lib/cli/dossier.js');
      const build = spawnSync(process.execPath, [binary, 'build'], {
        env: { ...process.env, OUT: site },
        encoding: 'utf8',
      });
      if (build.status === 0) return site;
      console.error(`Engine ${versionOf(engine)} cannot build this dossier:\n${build.stdout}${build.stderr}`);
      return undefined;
    });
    const [before, after] = sites;
    if (before === undefined || after === undefined) return 1;
    const { lost, added, changed } = compareSites(before, after);
    list('addresses lost', lost);
    list('addresses added', added);
    list('addresses whose page or file would change', changed);
    console.log(
      'No file of the dossier would change; package.json and package-lock.json would name the new engine.',
    );
    return lost.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function list(what: string, files: string[]): void {
  console.log(`${files.length} ${what}${files.length > 0 ? ':' : ''}`);
  for (const file of files.slice(0, SHOWN)) console.log(`  /${file.replace(/index\.html$/, '')}`);
  if (files.length > SHOWN) console.log(`  … and ${files.length - SHOWN} more`);
}

function versionOf(engine: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}

/** Runs npm and returns its exit code. */
function npm(...args: string[]): number {
  const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}
