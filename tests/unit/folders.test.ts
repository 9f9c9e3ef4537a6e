import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWhole } from '../support/whole.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), '研究 目录 a b-'))));
afterAll(() => rmSync(folder, { recursive: true }));

// Below a folder with a per cent sign in its name, Astro does not copy the fonts that pages use. Run by audits only,
// since `canal` already has spaces and Chinese characters in its path.
test.runIf(isWhole)(
  'paths of clone, dossier and site may contain spaces and Chinese characters, the latter two also per cent signs',
  () => {
    const [clone, dossier, out] = ['克隆 50', '卷宗 1%2F2', '网站 100%'].map((name) => join(folder, name));
    for (const part of ['src', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
      cpSync(part, join(clone!, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(clone!, 'node_modules'));
    cpSync('tests/fixtures/dossiers/bridge', dossier!, { recursive: true });
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], {
      cwd: clone!,
      env: { ...process.env, DOSSIER: dossier!, OUT: out! },
      encoding: 'utf8',
    });
    expect(status, stdout + stderr).toBe(0);
    expect(readFileSync(join(out!, 'zh/1-spans/index.html'), 'utf8')).toContain('跨度是');
  },
);
