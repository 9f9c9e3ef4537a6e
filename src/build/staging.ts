import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { cacheFolder } from '../config/engine.ts';
import { sha256 } from '../model/fingerprint.ts';
import { UsageError } from '../model/usage-error.ts';
import { typedPath } from '../read/read-text.ts';
import { besideOf, claim, otherOwner, targetOf } from './out-owner.ts';

/** The folder in which a site is built before it replaces the published one. */
export interface Staging {
  /** The site being built. */
  site: string;
  /** Astro’s cache for this build alone: two dossiers must never share it. */
  cache: string;
  /** Replaces the published site as a whole; the old one is deleted. */
  swap: () => void;
}

/**
 * Prepares a build of a dossier into `out`, and holds a lock until the process ends, however it ends. Deletes what an
 * aborted build left behind. Throws a UsageError if another build holds the lock, or if `out` contains another
 * dossier’s site and `replace` is not set.
 *
 * The site is built inside the engine, since Astro runs code there that must resolve the engine’s packages; by
 * default it would use the same folder for all builds. The finished site is then moved beside `out`, from where it
 * can be swapped in.
 */
export function openStaging(out: string, dossier: string, { replace }: { replace: boolean }): Staging {
  const target = targetOf(out);
  const beside = besideOf(out);
  const next = join(beside, 'next');
  const old = join(beside, 'old');
  const workshop = join(cacheFolder, 'dossier-builds', sha256(target).slice(0, 12));
  const site = join(workshop, 'site');

  mkdirSync(beside, { recursive: true });
  lock(join(beside, 'lock'), out);
  // A build was killed between the two renames below.
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  const other = replace ? undefined : otherOwner(target, dossier);
  if (other !== undefined)
    throw new UsageError(
      `${typedPath(out)} contains the site of another dossier, ${other}: name another folder with OUT, or replace it with --replace.`,
    );
  for (const rest of [workshop, next, old]) remove(rest);
  mkdirSync(site, { recursive: true });

  const swap = (): void => {
    move(site, next);
    claim(target, dossier);
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

/** The operating system releases the lock when the process ends, so a killed build leaves none behind. */
function lock(path: string, out: string): void {
  if (!tryLock(openSync(path, 'a')))
    throw new UsageError(
      `Another build is writing to ${typedPath(out)}: wait for it to finish, or set another OUT.`,
    );
}

/** Swaps two folders atomically, if the system has a command for it (GNU coreutils 9.5 or later). */
const exchange = (one: string, other: string): boolean =>
  spawnSync('mv', ['--exchange', '--no-target-directory', one, other], { stdio: 'ignore' }).status === 0;

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    try {
      cpSync(from, to, { recursive: true, preserveTimestamps: true });
    } catch (failure) {
      // On some systems, a copy that runs out of space fails with EIO.
      const isFull = statfsSync(dirname(to)).bavail === 0;
      // A partial site would only take up more space.
      remove(to);
      throw isFull
        ? Object.assign(new Error('No room', { cause: failure }), { code: 'ENOSPC', path: to })
        : failure;
    }
  }
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
