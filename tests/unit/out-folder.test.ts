import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { outFolder } from '../../src/config/out-folder.ts';

afterEach(() => delete process.env['OUT']);

test.each([
  ['the dossier itself', 'tests/fixtures/dossiers/well', 'tests/fixtures/dossiers/well'],
  ['a folder that holds the dossier', 'tests/fixtures/dossiers/well', 'tests/fixtures/dossiers'],
  ['the project', 'tests/fixtures/dossiers/well', '.'],
  ['a folder with something else in it', 'tests/fixtures/dossiers/well', 'tests'],
])('a site is not built into %s', (_, dossier, out) => {
  process.env['OUT'] = out;
  expect(() => outFolder(resolve(dossier))).toThrow(/^OUT names .* (?:erase it|another folder)\.$/);
});

test('OUT that names a file is refused in a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-out-'));
  process.env['OUT'] = join(folder, 'file');
  writeFileSync(join(folder, 'file'), '');
  expect(() => outFolder('content')).toThrow(/^OUT names .*file, which is a file: name a folder\.$/);
  rmSync(folder, { recursive: true });
});
