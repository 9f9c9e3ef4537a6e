import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { decode } from '../../src/import/decode.ts';
import { importPaper } from '../../src/import/import-paper.ts';
import { isWhole } from '../support/whole.ts';
import { runNode } from '../support/sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const papers = 'tests/fixtures/papers';
const names = readdirSync(papers).filter((name) => !name.endsWith('.md'));
const runImport = (...args: string[]) =>
  runNode(['src/cli/import.ts', ...args], { SOURCE_DATE_EPOCH: '1577836800' });

test.each(names)(
  'what is made of %s is a dossier without errors, with every character accounted for',
  async (name) => {
    const decoded = decode(readFileSync(`${papers}/${name}/paper.txt`));
    if ('refusal' in decoded) throw new Error(decoded.refusal);
    const { files, faults, ledger } = importPaper({ ...decoded, path: 'paper.txt' }, '2020-01-01');
    expect(faults).toEqual([]);
    expect(ledger.remainder).toBe(0);
    const to = join(folder, `in-process-${name}`);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), text);
    }
    expect((await checkDossier(to)).messages.filter(({ level }) => level === 'error')).toEqual([]);
  },
);

describe('npm run import', () => {
  // The one with whatever looks like code; an audit builds them all.
  test.each(names.filter((name) => isWhole || name === 'odd-characters'))(
    'makes of %s a dossier that can be built',
    async (name) => {
      const [to, out] = [join(folder, name), join(folder, `${name}-out`)];
      const { code, output } = await runImport(`${papers}/${name}/paper.txt`, '--to', to);
      expect(output).toMatch(/^All \d+ characters of paper.txt are accounted for/m);
      expect(code).toBe(0);
      const build = await runNode(['src/cli/build.ts'], { DOSSIER: to, OUT: out });
      expect(build.output).toMatch(/^0 errors/m);
      expect(build.output).toContain('Built');
      if (name !== 'odd-characters') return;
      const page = readFileSync(join(out, 'zh/1-section/index.html'), 'utf8');
      expect(page).toMatch(/<a [^>]*lang="en"[^>]*>Philip Ogden, /);
    },
  );

  test('writes nothing where something is, and with --force only what nobody has edited', async () => {
    const to = join(folder, 'again');
    const paper = `${papers}/english/paper.txt`;
    await runImport(paper, '--to', to);
    const chapter = join(to, 'chapters/en/1-section.mdx');
    const written = readFileSync(chapter, 'utf8');

    const again = await runImport(paper, '--to', to);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('are there already') as string });

    expect(await runImport(paper, '--to', to, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(chapter, 'utf8')).toBe(written);

    writeFileSync(chapter, `${written}\n`);
    const edited = await runImport(paper, '--to', to, '--force');
    expect(edited).toMatchObject({ code: 2, output: expect.stringContaining('1-section.mdx') as string });
    expect(edited.output).not.toContain('works.json');
    expect(readFileSync(chapter, 'utf8')).toBe(`${written}\n`);
  });

  test('takes away nothing outside the folder, whatever stands in its record of what it wrote', async () => {
    const to = join(folder, 'record');
    const paper = `${papers}/english/paper.txt`;
    await runImport(paper, '--to', to);
    const kept = join(folder, 'kept.txt');
    writeFileSync(kept, 'kept');
    const hash = createHash('sha256').update('kept').digest('hex');
    writeFileSync(join(to, '.import/written.json'), JSON.stringify({ '../kept.txt': hash }));
    const { code, output } = await runImport(paper, '--to', to, '--force');
    expect([code, output]).toEqual([2, expect.stringContaining('written.json')]);
    expect(readFileSync(kept, 'utf8')).toBe('kept');
  });

  test('refuses what is no text, in a sentence, and writes nothing', async () => {
    const file = join(folder, 'picture.txt');
    writeFileSync(file, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const to = join(folder, 'none');
    const { code, output } = await runImport(file, '--to', to);
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('none');
  });
});
