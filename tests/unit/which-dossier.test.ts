import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { allowWriting } from '../../src/cli/open-dossier.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { runCommand, type Outcome } from '../support/run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-which-'));
  cpSync('tests/fixtures/dossiers/bridge', join(folder, 'content'), { recursive: true });
  cpSync('tests/fixtures/dossiers/bridge', join(folder, 'named'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (DOSSIER: string, command: string, ...args: string[]): Promise<Outcome> =>
  runCommand(command, args, { cwd: folder, env: { DOSSIER } });

describe('a command first says which dossier it is working on', () => {
  test.each([['check'], ['status'], ['stats'], ['confirm', '1.0.1'], ['permalinks']])(
    '%s',
    async (...args) => {
      const [script = '', ...rest] = args;
      const { stderr } = await run('named', script, ...rest);
      expect(stderr.split('\n')[0]).toBe('Dossier named: 《论桥》卷宗');
    },
  );
});

describe('a dossier that was not named explicitly', () => {
  test.each([
    ['confirm', '1.0.1', 'confirmed.json'],
    ['permalinks', '', 'permalinks.json'],
    ['release', '1.0.0', 'releases.json'],
  ])('is not changed by %s if nobody can be asked, unless --yes is given', async (script, argument, file) => {
    const args = argument === '' ? [] : [argument];
    expect(await run('', script, ...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'Dossier content: 《论桥》卷宗\nDOSSIER is not set, and this command would write into content: name the folder with DOSSIER=content, or add --yes.\n',
    });
    expect(existsSync(join(folder, 'content', file))).toBe(false);
    // A release needs citation styles that are in the project.
    if (script === 'release') return;
    expect((await run('', script, '--yes', ...args)).code).toBe(0);
    expect(existsSync(join(folder, 'content', file))).toBe(true);
  });

  test('may be read', async () => {
    expect((await run('', 'check')).code).toBe(0);
  });
});

describe('at a terminal, an editor is asked', () => {
  afterEach(() => vi.unstubAllEnvs());
  const answered = async (answer: string): Promise<unknown> => {
    vi.stubEnv('DOSSIER', '');
    const { dossier } = await readDossier('tests/fixtures/dossiers/bridge');
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const output = new PassThrough();
    input.end(`${answer}\n`);
    return allowWriting(dossier!, false, { input, output }).then(
      () => String(output.read()),
      (error: unknown) => (error instanceof Error ? error.message : error),
    );
  };

  test.each(['y', 'Yes '])('and may answer %s', async (answer) => {
    expect(await answered(answer)).toContain(
      'DOSSIER is not set: write into tests/fixtures/dossiers/bridge, 《论桥》卷宗? [y/N]',
    );
  });

  test.each(['n', '', 'x'])('and nothing is written for the answer %j', async (answer) => {
    expect(await answered(answer)).toBe('Nothing was written.');
  });
});

test('the commands that import suggests work, with the folders given in this run', async () => {
  const paper = resolve('tests/fixtures/source/paper.txt');
  const { code, stdout, stderr } = await runCommand(
    'import',
    [paper, '--to', `研究 目录/the ferryman's $1 "paper"`],
    { cwd: folder, env: { DOSSIER: '', OUT: '../a site' } },
  );
  expect(code, stderr).toBe(0);
  const [, next = ''] = /^Next: (.*) npm start$/m.exec(stdout) ?? [];
  const typed = spawnSync('sh', ['-c', `${next} printenv DOSSIER OUT`], { encoding: 'utf8' });
  expect(typed.stdout).toBe(`研究 目录/the ferryman's $1 "paper"\n../a site\n`);
});
