import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Dossier } from '../../src/read/dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';

/** A module of this folder that is a sweep has a name, says in a sentence what it covers, and can be run. */
export interface SweepModule {
  name: string;
  covers: string;
  /** What it finds goes to `sweep`; `folder` is empty, and is removed after it. */
  run: (sweep: Sweep, folder: string) => Promise<void>;
}

/** What a long sweep found wrong, and what it could not look at here. */
export interface Sweep {
  failures: string[];
  skipped: string[];
}

/** The dossier in content/ and those of the fixtures. */
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

/** Every file of a folder, hidden ones included, with the digest of its bytes. */
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

/** The files in which two folders differ. */
export function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}
