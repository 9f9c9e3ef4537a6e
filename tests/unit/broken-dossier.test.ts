import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { formatMessage } from '../../src/model/message.ts';

test('one run over a thoroughly broken dossier reports every fault, with its place and a remedy', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-broken-'));
  try {
    for (const from of ['tests/fixtures/dossiers/well', 'tests/fixtures/broken/content'])
      cpSync(from, folder, { recursive: true });
    const errors = (await checkDossier(folder)).messages.filter(({ level }) => level === 'error');
    const said = errors.map(formatMessage).join('\n').replaceAll(`${folder}/`, '') + '\n';
    await expect(said).toMatchFileSnapshot('../fixtures/broken/expected.txt');
    expect(errors.filter(({ reason, note }) => !/expected/.test(reason) && note === undefined)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
