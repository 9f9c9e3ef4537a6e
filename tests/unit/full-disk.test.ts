import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../support/run-command.ts';

// Every command that writes into a dossier, on a small file system without free space. Only root can mount one;
// `npm run audit -- kill` tests whole builds on one.

const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
const disk = join(folder, 'disk');
const [content, filling] = [join(disk, 'content'), join(disk, 'filling')];
mkdirSync(disk);
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0;

beforeAll(() => {
  if (!isMounted) return;
  cpSync('tests/fixtures/dossiers/bridge', content, { recursive: true });
  writeFileSync(join(content, 'confirmed.json'), '{}\n');
  writeFileSync(join(content, 'permalinks.json'), '[]\n');
});
afterEach(() => rmSync(filling, { force: true }));
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true });
});

/** Leaves exactly that many blocks free on the disk. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filling, Buffer.alloc((bavail - left) * bsize));
}

/** Every file on the disk, including hidden ones, with its content. */
const files = (): Map<string, string> =>
  new Map(
    readdirSync(disk, { recursive: true, encoding: 'utf8' })
      .filter((file) => file !== 'filling' && statSync(join(disk, file)).isFile())
      .map((file) => [file, readFileSync(join(disk, file), 'utf8')]),
  );

describe.skipIf(!isMounted)('on a full disk, a command that', () => {
  test.each([
    ['confirms', 0, 'content/confirmed.json', 'confirm', ['1.0.1']],
    ['registers addresses', 0, 'content/permalinks.json', 'permalinks', []],
    ['releases', 2, 'content/permalinks.json', 'release', ['--yes', '1.0.0']],
    [
      'imports a paper',
      4,
      'paper/.import/index.html',
      'import',
      ['tests/fixtures/source/paper.txt', '--to', join(disk, 'paper')],
    ],
  ])(
    '%s says which file needs space, and leaves everything as it was',
    async (_, left, path, command, args) => {
      const before = files();
      fill(left);
      const failed = await runCommand(command, args, { env: { DOSSIER: content } });
      expect(failed.output).toContain(
        `Cannot read or write ${join(disk, path)}: there is no space left on the disk (ENOSPC). Free some space and run the command again.`,
      );
      expect(failed.code).toBe(1);
      expect(files()).toEqual(before);
      expect(readdirSync(disk).sort()).toEqual(['content', 'filling']);

      rmSync(filling);
      const again = await runCommand(command, args, { env: { DOSSIER: content } });
      expect(again.code, again.output).toBe(0);
      expect(files().has(path)).toBe(true);
      expect([...files().keys()].filter((file) => file.endsWith('.new'))).toEqual([]);
    },
  );
});
