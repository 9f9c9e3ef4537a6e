import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { cacheFolder } from '../config/engine.ts';
import { sha256 } from '../model/fingerprint.ts';
import { UsageError } from '../model/usage-error.ts';
import { shown } from '../read/read-text.ts';
import { besideOf, claim, otherOwner, targetOf } from './out-owner.ts';

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
 * Makes room for a build of a dossier into `out` and holds it until the process ends, however it ends. What an earlier
 * build left that did not end well is deleted. Throws a sentence where another build holds it, and where the site of
 * another dossier is there that may not be replaced.
 *
 * The site is made inside the engine, since Astro runs code from there that must find its packages, and otherwise shares
 * one folder among all builds. It is then brought beside `out`, from where it can be swapped in.
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
  // A build that was killed between the two renames below.
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  const other = replace ? undefined : otherOwner(target, dossier);
  if (other !== undefined)
    throw new UsageError(
      `${shown(out)} holds the site of another dossier, ${other}: name another folder with OUT, or replace it with --replace.`,
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

/** The operating system frees the lock with the process: a build that was killed leaves none behind. */
function lock(path: string, out: string): void {
  if (!tryLock(openSync(path, 'a')))
    throw new UsageError(`Another build is writing to ${out}: wait until it has ended, or name another OUT.`);
}

/** Exchanges two folders at one stroke, where the system has a command for that (GNU coreutils from 9.5). */
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
      // Some copies that find no room fail as if the disk were broken (EIO).
      const isFull = statfsSync(dirname(to)).bavail === 0;
      // A part of a site would only take more room.
      remove(to);
      throw isFull
        ? Object.assign(new Error('No room', { cause: failure }), { code: 'ENOSPC', path: to })
        : failure;
    }
  }
}

const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
