import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { readPlainFile } from '../../src/read/plain-file.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { runCommand } from '../support/run-command.ts';

let outside: string;
let folder: string;
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'dossier-files-'));
  folder = join(outside, 'content');
  cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'Geheim.\n');
});
afterEach(() => rmSync(outside, { recursive: true }));

const link = (target: string, ...path: string[]): void => {
  rmSync(join(folder, ...path), { recursive: true, force: true });
  symlinkSync(target, join(folder, ...path));
};
const errors = async (): Promise<string[]> =>
  (await checkDossier(folder)).messages
    .filter(({ level }) => level === 'error')
    .map(({ file, ruleId, reason }) => `${file.slice(folder.length + 1)} ${ruleId} ${reason}`);

describe('only plain files of the dossier are read', () => {
  test('files outside the dossier are not read through links', async () => {
    link(join(outside, 'secret.txt'), 'cases', 'dry-summer', 'de.mdx');
    expect(await errors()).toEqual([
      'cases/dry-summer/de.mdx file-readable Unexpected link that points outside the dossier, expected a file inside it',
    ]);
    expect(JSON.stringify((await readDossier(folder)).dossier?.cases)).not.toContain('Geheim');
  });

  test('folders outside the dossier are not read through links, with a single message', async () => {
    mkdirSync(join(outside, 'terms'));
    writeFileSync(join(outside, 'terms', 'other.yaml'), 'Geheim');
    writeFileSync(join(outside, 'terms', 'another.yaml'), 'Geheim');
    link('../terms', 'terms');
    expect(await errors()).toEqual([
      'terms file-readable Unexpected link that points outside the dossier, expected a file inside it',
    ]);
  });

  test.each([
    ['a device', '/dev/zero', 'Unexpected link that points outside the dossier, expected a file inside it'],
    ['a link to itself', 'pipe.yaml', 'Unexpected link that points to itself, expected a file'],
    ['a link to nothing', 'nothing.yaml', 'Unexpected broken link, expected a file'],
  ])('%s is not read', async (_, target, reason) => {
    link(target, 'terms', 'pipe.yaml');
    expect(await errors()).toEqual([`terms/pipe.yaml file-readable ${reason}`]);
  });

  test('a pipe is not read', async () => {
    execFileSync('mkfifo', [join(folder, 'terms', 'pipe.yaml')]);
    expect(await errors()).toEqual([
      'terms/pipe.yaml file-readable Unexpected device or pipe, expected a plain file',
    ]);
    expect(await readPlainFile('/dev/zero', { limit: 100 })).toEqual({
      reason: 'Unexpected device or pipe, expected a plain file',
    });
  });

  test('a pipe is not read as a paper either', async () => {
    const pipe = join(outside, 'paper.txt');
    execFileSync('mkfifo', [pipe]);
    for (const { code, stderr } of [
      await runCommand('import', [pipe, '--to', join(outside, 'new')]),
      await runCommand('audit-source', [pipe]),
    ]) {
      expect(stderr).toContain(`${pipe} cannot be read: Unexpected device or pipe, expected a plain file`);
      expect(code).toBe(2);
    }
  });

  test('a link to another file of the dossier is followed, whatever the working directory', async () => {
    link('well.yaml', 'terms', 'spring.yaml');
    symlinkSync(folder, join(outside, 'alias'));
    const { dossier, messages } = await readDossier(join(outside, 'alias'));
    expect(messages).toEqual([]);
    expect(dossier?.terms.map(({ id }) => id)).toEqual(['spring', 'well']);
  });

  test('a file is read up to a limit, whatever size it reports', async () => {
    // Kernel files report a size of zero.
    expect(readFileSync('/proc/self/maps').length).toBeGreaterThan(100);
    expect(await readPlainFile('/proc/self/maps', { limit: 100 })).toEqual({
      reason: 'Unexpected file of more than 100 bytes, expected at most 100',
    });
  });
});
