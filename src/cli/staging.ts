import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where a site is built before it takes the place of the one that is served. */
export interface Staging {
  /** The site in the making. */
  site: string;
  /** What Astro remembers, for this build alone: two dossiers must never share it. */
  cache: string;
  /** Puts the site in its place, whole; what was there is deleted. */
  swap: () => void;
}

/**
 * Makes room for a build into `out` and holds it until the process ends, however it ends. What an earlier build left
 * that did not end well is deleted. Throws a sentence where another build holds it.
 *
 * The site is made inside the project, since Astro runs code from there that must find its modules, and otherwise shares
 * one folder among all builds. It is then brought beside `out`, from where it can be swapped in.
 */
export function openStaging(out: string): Staging {
  // Where `out` is a link, what it leads to is replaced.
  const target = existsSync(out) ? realpathSync(out) : out;
  const beside = join(dirname(target), `.${basename(target)}.build`);
  const next = join(beside, 'next');
  const old = join(beside, 'old');
  const workshop = resolve('node_modules/.cache/dossier-builds', digest(target));
  const site = join(workshop, 'site');

  mkdirSync(beside, { recursive: true });
  lock(join(beside, 'lock'), out);
  // A build that was killed between the two renames below.
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  for (const rest of [workshop, next, old]) remove(rest);
  mkdirSync(site, { recursive: true });

  const swap = (): void => {
    move(site, next);
    if (!existsSync(target)) renameSync(next, target);
    else if (!exchange(next, target)) {
      renameSync(target, old);
      try {
        renameSync(next, target);
      } catch (error) {
        renameSync(old, target);
        throw error;
      }
    }
    for (const rest of [workshop, next, old]) remove(rest);
  };
  return { site, cache: join(workshop, 'cache'), swap };
}

/** Held open for as long as the process lives. */
const held: DatabaseSync[] = [];

/** The operating system frees SQLite's lock with the process: there is none that a dead build could leave behind. */
function lock(path: string, out: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    throw new Error(`Another build is writing to ${out}: wait until it has ended, or name another OUT.`, {
      cause: error,
    });
  }
  held.push(database);
}

/** Exchanges two folders at one stroke, where the system has a command for that (GNU coreutils from 9.5). */
const exchange = (one: string, other: string): boolean =>
  spawnSync('mv', ['--exchange', '--no-target-directory', one, other], { stdio: 'ignore' }).status === 0;

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
  }
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
