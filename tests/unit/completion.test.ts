import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commands } from '../../src/cli/command-table.ts';
import { complete } from '../../src/cli/complete.ts';

test.each(Object.keys(commands).filter((name) => name !== 'help'))(
  'the table has the same options of %s as its help',
  (name) => {
    const [, usage = ''] = /`Usage: (.*?)\n\n/s.exec(readFileSync(`src/cli/${name}.ts`, 'utf8'))!;
    const options = [...new Set(usage.match(/--[a-z-]+/g))].sort();
    expect(Object.keys(commands[name]!.options).sort()).toEqual(options);
  },
);

describe('the words offered next', () => {
  beforeAll(() => {
    vi.stubEnv('DOSSIER', 'tests/fixtures/dossiers/since-1.1');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  test.each<[string[], string[]]>([
    [['per'], ['permalinks']],
    [['--v'], ['--version']],
    [
      ['check', '--'],
      ['--strict', '--format', '--help'],
    ],
    [
      ['check', '--format', ''],
      ['text', 'json', 'github'],
    ],
    [['check', ''], []],
    [['init', 'my-dossier', '--host', 'n'], ['netlify']],
    [['export', 'ep'], ['epub']],
    [
      ['confirm', '1.0'],
      ['1.0.1', '1.0.2'],
    ],
    [['confirm', '1.0.1', '1.0'], ['1.0.2']],
    [['permalinks', '--gone', '/te'], ['/term/swinging-circle/']],
    [['works', ''], ['add']],
    [['help', 'rel'], ['release']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['no-such-command', ''], []],
  ])('%j', async (words, expected) => {
    expect(await complete(words)).toEqual(expected);
  });
});

describe('the script for bash', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'completion-'));
    mkdirSync(join(folder, 'bin'));
    const program = join(folder, 'bin/dossier');
    writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${resolve('src/cli/dossier.ts')}" "$@"\n`);
    chmodSync(program, 0o755);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['dossier rel', 'release'],
    ['dossier check --f', '--format'],
    ['npx dossier check --f', '--format'],
    ['npx other check --f', ''],
  ])('completes %s', (line, expected) => {
    const script = `source <(dossier completion bash); COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
      _dossier; echo "\${COMPREPLY[*]}"`;
    const PATH = [join(folder, 'bin'), process.env['PATH']].join(delimiter);
    const { stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: folder,
      env: { ...process.env, PATH },
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: `${expected}\n`, stderr: '' });
  });
});
