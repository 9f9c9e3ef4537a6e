import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDossier } from '../../src/check/check-dossier.ts';
import { decode } from '../../src/import/text/decode.ts';
import { importPaper } from '../../src/import/import-paper.ts';
import { runCommand } from '../support/run-command.ts';
import { isWhole } from '../support/whole.ts';
import { runBuild } from '../support/sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const papers = 'tests/fixtures/papers';
const names = readdirSync(papers).filter((name) => !name.endsWith('.md'));
const runImport = (...args: string[]) =>
  runCommand('import', args, { env: { SOURCE_DATE_EPOCH: '1577836800' } });

test.each(names)(
  'importing %s gives a dossier without errors, with every character accounted for',
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
  // tests/e2e/private.test.ts builds another paper; an audit builds all of these.
  test.runIf(isWhole).each(names)('imports %s into a dossier that can be built', async (name) => {
    const [to, out] = [join(folder, name), join(folder, `${name}-out`)];
    const { code, output } = await runImport(`${papers}/${name}/paper.txt`, '--to', to);
    expect(output).toMatch(/^All \d+ characters of paper.txt are accounted for/m);
    expect(code).toBe(0);
    const build = await runBuild({ DOSSIER: to, OUT: out });
    expect(build.output).toMatch(/^0 errors/m);
    expect(build.output).toContain('Built');
    if (name !== 'odd-characters') return;
    const page = readFileSync(join(out, 'zh/1-section/index.html'), 'utf8');
    expect(page).toMatch(/<a [^>]*lang="en"[^>]*>Philip Ogden, /);
  });

  describe('beside an edition that is not finished', () => {
    const besideBridge = async (text: string, prepare?: (to: string) => void) => {
      const to = mkdtempSync(join(folder, 'beside-'));
      prepare?.(to);
      cpSync('tests/fixtures/dossiers/bridge', to, { recursive: true });
      writeFileSync(join(to, 'paper.txt'), text);
      return runImport(join(to, 'paper.txt'), '--to', to, '--edition', 'original');
    };
    const long = '这一段文字说明桥梁的跨度和造价，以及各国修建的经过，并且写得足够长，以便成为一段。';
    const paper = (...paragraphs: string[]): string =>
      ['论桥', '例如', '一、跨度', ...paragraphs].map((line) => `${line}\n`).join('\n');

    test('accepts paragraphs that are not written yet, and says which', async () => {
      const { code, output } = await besideBridge(paper(long, `再论造价。${long}`, `最后是年代。${long}`));
      expect(output).toContain('Not in the dossier yet, so give them these ids when you write them: 1.0.2\n');
      expect(code).toBe(0);
    });

    test('warns if git would publish the paper', async () => {
      const text = paper(long, `再论造价。${long}`, `最后是年代。${long}`);
      const init = (to: string): void => void execFileSync('git', ['init', '--quiet', to]);
      const ignore = (to: string): void => {
        init(to);
        writeFileSync(join(to, '.gitignore'), 'paper.txt\n');
      };
      expect((await besideBridge(text, init)).output).toMatch(/^git does not ignore .*paper\.txt: unless/m);
      expect((await besideBridge(text, ignore)).output).not.toContain('git does not ignore');
      expect((await besideBridge(text)).output).not.toContain('git does not ignore');
    });

    test('refuses other chapters, and says what to do', async () => {
      const { code, output } = await besideBridge(paper(long, '二、造价', long));
      expect(output).toContain(
        'The text has a section 2 for which the dossier has no chapter: add one to chapters in dossier.yaml\nNothing was written.',
      );
      expect(code).toBe(1);
    });
  });

  test('does not overwrite files that no import wrote', async () => {
    const to = join(folder, 'own');
    mkdirSync(to);
    writeFileSync(join(to, 'works.json'), '[]\n');
    const { code, output } = await runImport(`${papers}/english/paper.txt`, '--to', to);
    expect([code, output]).toEqual([2, expect.stringContaining('no import wrote these files')]);
    expect(output).toContain('works.json');
    expect(readdirSync(to)).toEqual(['works.json']);
  });

  test('does not mix a paper with the chapters of another dossier', async () => {
    const to = join(folder, 'sample');
    mkdirSync(join(to, 'terms'), { recursive: true });
    writeFileSync(join(to, 'terms', 'well.yaml'), 'name: { en: well }\n');
    const { code, output } = await runImport(`${papers}/english/paper.txt`, '--to', to);
    expect(code).toBe(2);
    expect(output).toContain(`${join(to, 'terms', 'well.yaml')}\nMove them out of ${to}`);
    expect(readdirSync(to)).toEqual(['terms']);
  });

  test('applies corrections when a paper is imported again, and keeps what an editor has written', async () => {
    const to = join(folder, 'again');
    const paper = `${papers}/english/paper.txt`;
    const first = await runImport(paper, '--to', to);
    expect(first.output).toMatch(/^All \d+ characters of paper.txt are accounted for/m);
    expect(first.code).toBe(0);
    const chapter = join(to, 'chapters/en/1-section.mdx');
    const written = readFileSync(chapter, 'utf8');

    const edited = `${written}\n{/* 1.9.9 */} Added by an editor.\n`;
    writeFileSync(chapter, edited);
    const corrections = join(to, '.import/corrections.yaml');
    writeFileSync(corrections, 'title: Another title\n');
    const { code, output } = await runImport(paper, '--to', to);
    expect(output).toMatch(/^(?:Each page beside the result: |Look first at ).*index\.html/m);
    expect(code).toBe(0);
    expect(readFileSync(chapter, 'utf8')).toBe(edited);
    expect(readFileSync(join(to, 'dossier.yaml'), 'utf8')).toContain('Another title');
    expect(readFileSync(corrections, 'utf8')).toBe('title: Another title\n');

    writeFileSync(chapter, `${written}\n{/* 1.9.9 */} Written by [nobody](case:nowhere).\n`);
    const broken = await runImport(paper, '--to', to);
    // It does not count the todos, which it does not list.
    expect(broken).toMatchObject({ code: 1, output: expect.stringMatching(/^1 error$/m) });

    writeFileSync(corrections, 'title: Another title\nlines:\n  - line: nowhere at all\n    is: heading\n');
    const misfit = await runImport(paper, '--to', to);
    expect(misfit).toMatchObject({ code: 1 });
    expect(misfit.output).toMatch(/corrections\.yaml:3:5 error .*“nowhere at all”: no line begins with them/);
    expect(misfit.output).toContain('Nothing was written.');
  });

  test('writes into a chapter under the name that an editor has given it since', async () => {
    const to = join(folder, 'renamed');
    const paper = `${papers}/english/paper.txt`;
    await runImport(paper, '--to', to);
    const chapters = join(to, 'chapters/en');
    const edited = `${readFileSync(join(chapters, '1-section.mdx'), 'utf8')}\n{/* 1.9.9 */} Added by an editor.\n`;
    rmSync(join(chapters, '1-section.mdx'));
    writeFileSync(join(chapters, '1-problem.mdx'), edited);
    const settings = readFileSync(join(to, 'dossier.yaml'), 'utf8');
    writeFileSync(join(to, 'dossier.yaml'), settings.replace('- id: 1-section', '- id: 1-problem'));
    const before = readdirSync(chapters).sort();
    writeFileSync(join(to, '.import/corrections.yaml'), 'title: Another title\n');
    const { code, output } = await runImport(paper, '--to', to);
    expect([code, output]).toEqual([0, expect.not.stringContaining('Not overwritten')]);
    expect(readdirSync(chapters).sort()).toEqual(before);
    expect(readFileSync(join(chapters, '1-problem.mdx'), 'utf8')).toBe(edited);
    const after = readFileSync(join(to, 'dossier.yaml'), 'utf8');
    expect(after).toContain('- id: 1-problem');
    expect(after).toContain('Another title');
  });

  test('imports another file over the one before only with --force', async () => {
    const to = join(folder, 'other');
    await runImport(`${papers}/english/paper.txt`, '--to', to);
    const other = `${papers}/gbt-list/paper.txt`;
    expect(await runImport(other, '--to', to)).toMatchObject({
      code: 2,
      output: expect.stringContaining('another file') as string,
    });
    expect(await runImport(other, '--to', to, '--force')).toMatchObject({ code: 0 });
    expect(readdirSync(join(to, 'chapters'))).toContain('zh');
  });

  test('deletes nothing outside the folder, whatever its record of written files says', async () => {
    const to = join(folder, 'record');
    const paper = `${papers}/english/paper.txt`;
    await runImport(paper, '--to', to);
    const kept = join(folder, 'kept.txt');
    writeFileSync(kept, 'kept');
    const record = join(to, '.import/written.json');
    const { source } = JSON.parse(readFileSync(record, 'utf8')) as { source: string };
    writeFileSync(record, JSON.stringify({ source, files: { '../kept.txt': 'kept' } }));
    const { code, output } = await runImport(paper, '--to', to);
    expect([code, output]).toEqual([2, expect.stringContaining('written.json')]);
    expect(readFileSync(kept, 'utf8')).toBe('kept');
  });

  test('refuses input that is not text, in a sentence, and writes nothing', async () => {
    const file = join(folder, 'picture.txt');
    writeFileSync(file, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const to = join(folder, 'none');
    const { code, output } = await runImport(file, '--to', to);
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain('none');
  });
});
