import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { outFolder } from '../../src/read/out-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-out-'));
afterEach(() => {
  delete process.env['OUT'];
  rmSync(folder, { recursive: true });
});

test('OUT that names a file is refused in a sentence', () => {
  process.env['OUT'] = join(folder, 'file');
  writeFileSync(join(folder, 'file'), '');
  expect(() => outFolder('content')).toThrow(/^OUT names .*file, which is a file: name a folder\.$/);
});
