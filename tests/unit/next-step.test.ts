import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { installCommand } from '../../src/cli/next-step.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'next-'));
  folders.push(folder);
  return folder;
}

/** A folder in which npm has installed the engine from a dependency, and the engine’s folder. */
function project(dependency: string): { folder: string; engine: string } {
  const folder = newFolder();
  const engine = join(folder, 'node_modules/dossier');
  mkdirSync(engine, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { dossier: dependency } }));
  writeFileSync(join(engine, 'package.json'), '{}');
  return { folder, engine };
}

test('needs no installation in a folder of a project that depends on the engine', () => {
  const { folder, engine } = project('^1.0.0');
  mkdirSync(join(folder, 'papers'));
  expect(installCommand(engine, join(folder, 'papers'))).toBeUndefined();
});

test('installs an engine lent by npx from the same tarball', () => {
  const { folder, engine } = project('file:engine/dossier-1.0.0.tgz');
  const elsewhere = newFolder();
  expect(installCommand(engine, elsewhere)).toBe(`npm install ${join(folder, 'engine/dossier-1.0.0.tgz')}`);
});

test('installs an engine lent by npx from a registry in the same version', () => {
  const { engine } = project('^1.0.0');
  const elsewhere = newFolder();
  expect(installCommand(engine, elsewhere)).toMatch(/^npm install dossier@\d+\.\d+\.\d+$/);
});
