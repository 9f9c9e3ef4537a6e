import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { outFolder } from '../../src/read/out-folder.ts';

test.each([
  ['the dossier itself', 'tests/fixtures/dossiers/well', 'tests/fixtures/dossiers/well'],
  ['a folder that holds the dossier', 'tests/fixtures/dossiers/well', 'tests/fixtures/dossiers'],
  ['the project', 'tests/fixtures/dossiers/well', '.'],
  ['a folder with something else in it', 'tests/fixtures/dossiers/well', 'tests'],
])('a site is not built into %s', (_, dossier, out) => {
  process.env['OUT'] = out;
  try {
    expect(() => outFolder(resolve(dossier))).toThrow(/^OUT names .* (?:erase it|another folder)\.$/);
  } finally {
    delete process.env['OUT'];
  }
});
