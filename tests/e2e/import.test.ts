import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runNode } from './sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const papers = 'tests/fixtures/papers';
const importPaper = (...args: string[]) =>
  runNode(['src/cli/import.ts', ...args], { SOURCE_DATE_EPOCH: '1577836800' });

/** Enough to have every kind of page: notes and a table, a list of works, whatever looks like code. */
const built = ['english', 'gbt-list', 'odd-characters'];

describe('npm run import', () => {
  test.each(readdirSync(papers).filter((name) => !name.endsWith('.md')))(
    'makes of %s a dossier without errors',
    async (name) => {
      const to = join(folder, name);
      const { code, output } = await importPaper(`${papers}/${name}/paper.txt`, '--to', to);
      expect(output).toMatch(/^All \d+ characters of paper.txt are accounted for/m);
      expect(code).toBe(0);
      expect((await runNode(['src/cli/check.ts', to])).output).toMatch(/^0 errors/m);
      if (!built.includes(name)) return;
      const build = await runNode(['src/cli/build.ts'], { DOSSIER: to, OUT: join(folder, `${name}-out`) });
      expect(build.output).toContain('Built');
      if (name !== 'odd-characters') return;
      const page = readFileSync(join(folder, `${name}-out`, 'zh/1-section/index.html'), 'utf8');
      expect(page).toMatch(/<a [^>]*lang="en"[^>]*>Philip Ogden, /);
    },
  );

  test('writes nothing where something is, and with --force only what nobody has edited', async () => {
    const to = join(folder, 'again');
    const paper = `${papers}/english/paper.txt`;
    await importPaper(paper, '--to', to);
    const chapter = join(to, 'chapters/en/1-section.mdx');
    const written = readFileSync(chapter, 'utf8');

    const again = await importPaper(paper, '--to', to);
    expect(again).toMatchObject({ code: 2, output: expect.stringContaining('are there already') as string });

    expect(await importPaper(paper, '--to', to, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(chapter, 'utf8')).toBe(written);

    writeFileSync(chapter, `${written}\n`);
    const edited = await importPaper(paper, '--to', to, '--force');
    expect(edited).toMatchObject({ code: 2, output: expect.stringContaining('1-section.mdx') as string });
    expect(edited.output).not.toContain('works.json');
    expect(readFileSync(chapter, 'utf8')).toBe(`${written}\n`);
  });

  test('takes away nothing outside the folder, whatever stands in its record of what it wrote', async () => {
    const to = join(folder, 'record');
    const paper = `${papers}/english/paper.txt`;
    await importPaper(paper, '--to', to);
    const kept = join(folder, 'kept.txt');
    writeFileSync(kept, 'kept');
    const hash = createHash('sha256').update('kept').digest('hex');
    writeFileSync(join(to, '.import/written.json'), JSON.stringify({ '../kept.txt': hash }));
    const { code, output } = await importPaper(paper, '--to', to, '--force');
    expect([code, output]).toEqual([2, expect.stringContaining('written.json')]);
    expect(readFileSync(kept, 'utf8')).toBe('kept');
  });

  test('refuses what is no text, in a sentence, and writes nothing', async () => {
    const file = join(folder, 'picture.txt');
    writeFileSync(file, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const to = join(folder, 'none');
    const { code, output } = await importPaper(file, '--to', to);
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('none');
  });
});
