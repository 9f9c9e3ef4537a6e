import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, relative } from 'node:path';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

/** A module in this folder is a sweep if it has a name, a sentence about its coverage, and a `run` function. */
export interface SweepModule {
  name: string;
  covers: string;
  /**
   * Adds findings to `sweep`. `folder` is empty at the start, and is deleted afterwards. A sweep that cannot run at all
   * throws a CannotRun.
   */
  run: (sweep: Sweep, folder: string) => Promise<void>;
}

/** Says what a sweep needs that this machine does not have. */
export class CannotRun extends Error {}

/** The faults that a long sweep found, and what it could not examine on this machine. */
export interface Sweep {
  failures: string[];
  skipped: string[];
}

/** Whether so much else runs on this machine that a time measured here says nothing. A sweep itself is some load. */
export const isBusy = (): boolean => (loadavg()[0] ?? 0) > 2 * availableParallelism();

/** The dossier in content/ and the fixtures. */
export async function everyDossier(sweep: Sweep): Promise<{ from: string; dossier: Dossier }[]> {
  const fixtures = 'tests/fixtures/dossiers';
  const found = [];
  for (const from of ['content', ...readdirSync(fixtures).map((one) => join(fixtures, one))]) {
    const { dossier } = await readDossier(from);
    if (dossier) found.push({ from, dossier });
    else sweep.failures.push(`${from} cannot be read`);
  }
  return found;
}

/** Every file in a folder, including hidden ones, with a hash of its bytes. */
export function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((file) => [
      relative(folder, file),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

/** The files that differ between two folders. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}
