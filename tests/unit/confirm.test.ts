import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { fingerprint } from '../../src/model/fingerprint.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';
import { inSeries } from '../support/series.ts';

let folder: string;
const chapter = () => join(folder, 'chapters/zh/1-spans.mdx');
const git = (...args: string[]) =>
  execFileSync('git', [
    '-C',
    folder,
    '-c',
    'user.name=Editor',
    '-c',
    'user.email=editor@example.org',
    ...args,
  ]);
const run = (command: string, ...args: string[]): Promise<Outcome> =>
  runCommand(command, args, { env: { DOSSIER: folder } });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-confirm-'));
  cpSync('tests/fixtures/dossiers/bridge', folder, { recursive: true });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Begin');
});
afterAll(() => rmSync(folder, { recursive: true }));

// An editor’s consecutive steps.
describe('an editor who has compared the editions', () => {
  inSeries();

  test('confirms a chapter', async () => {
    expect(await run('confirm', '1-spans')).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 segment confirmed') as string,
    });
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'confirmed.json'), 'utf8')) as object)).toEqual([
      '1.0.1',
    ]);
  });

  test('gets no message when only the formatting changes', async () => {
    writeFileSync(chapter(), readFileSync(chapter(), 'utf8').replace('跨度是', '**跨度**是'));
    expect((await checkDossier(folder)).messages).toEqual([]);
  });

  test('gets a message about a changed word that shows it', async () => {
    writeFileSync(chapter(), readFileSync(chapter(), 'utf8').replace('作者指出', '作者认为'));
    const { messages } = await checkDossier(folder);
    expect(messages).toMatchObject([{ level: 'todo', ruleId: 'pairs-confirmed', line: 1 }]);
    expect((await run('status')).output).toMatch(/作者\[-指出-\]\{\+认为\+\}，吊桥/);
  });

  test('confirms the segment again', async () => {
    expect((await run('confirm', '1.0.1')).code).toBe(0);
    expect((await checkDossier(folder)).messages).toEqual([]);
  });

  test('cannot confirm while the editions disagree, nor confirm missing segments', async () => {
    writeFileSync(chapter(), readFileSync(chapter(), 'utf8').replace('340亿', '350亿'));
    expect(await run('confirm', '1.0.1')).toMatchObject({
      code: 1,
      output: expect.stringContaining('numbers-agree') as string,
    });
    expect((await run('confirm', '9.9.9')).code).toBe(2);
  });
});

test('a fingerprint depends on the words, not on the layout', () => {
  expect(fingerprint('One  two\nthree ')).toBe(fingerprint('One two three'));
  expect(fingerprint('碳中和')).not.toBe(fingerprint('碳汇'));
  // Entries in confirmed.json must keep their meaning when the code changes.
  expect(fingerprint('碳中和')).toBe('a664cfb2bdf5f46a');
});
