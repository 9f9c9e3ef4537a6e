import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pageForm } from '../../src/site/page-form.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import { hasOwnPage, htmlId } from '../../src/model/segment-id.ts';
import { urls } from '../../src/model/urls.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { checkLabels } from '../../src/check/check-built.ts';
import { builtPages, danglingLinks, idsGivenTwice } from './built-pages.ts';
import { openPage } from './open-page.ts';
import { runNode } from './sites.ts';

const sites = () => [
  { name: 'shipped', folder: 'dist', base: '/', content: 'content', site: inject('site') },
  {
    name: 'second',
    folder: inject('otherOut'),
    base: '/sub/dir/',
    content: 'tests/fixtures/dossiers/well',
    site: inject('other'),
  },
];

describe.each([0, 1])('dossier %i', (index) => {
  test('every link and fragment leads somewhere', () => {
    const { folder, base } = sites()[index]!;
    expect(danglingLinks(folder, base)).toEqual([]);
  });

  test('no id stands twice on a page', () => {
    expect(idsGivenTwice(sites()[index]!.folder)).toEqual([]);
  });

  test('every page carries the label of its edition', () => {
    const pages = builtPages(sites()[index]!.folder).map(({ address, html }) => ({ path: address, html }));
    expect(pages.length).toBeGreaterThan(40);
    expect(checkLabels(pages)).toEqual([]);
  });

  test('a segment reads the same in its chapter, which MDX compiled, and everywhere else', async () => {
    const { content, base, site } = sites()[index]!;
    const { dossier } = await readDossier(content);
    expect(dossier).toBeDefined();
    const form = pageForm(dossier!, base);
    for (const chapter of dossier!.chapters) {
      const page = await openPage(`${chapter.edition}/${chapter.id}/`, { site });
      for (const segment of chapter.segments.filter(({ id }) => hasOwnPage(id))) {
        const html = renderBlocks(segment.blocks, { ...form, home: true, edition: chapter.edition });
        const [inChapter, elsewhere] = await page.evaluate(
          ([id, rendered]) => {
            const shown: string[] = [];
            for (
              let block = document.getElementById(id);
              block;
              block = block.nextElementSibling as HTMLElement | null
            ) {
              if (block.id !== id && block.id !== '') break;
              shown.push(block.outerHTML);
            }
            const template = document.createElement('template');
            template.innerHTML = rendered;
            return [shown.join(''), [...template.content.children].map((block) => block.outerHTML).join('')];
          },
          [htmlId(segment.id), html] as const,
        );
        expect(plain(inChapter), `${chapter.edition} ${segment.id}`).toBe(plain(elsewhere));
      }
      await page.context().close();
    }
  });
});

/** Attributes may be written in another order, and a script adds one; white space between blocks is nothing. */
const plain = (html = ''): string =>
  html
    .replace(/>\s+</g, '><')
    .replaceAll(' aria-haspopup="dialog"', '')
    .replace(
      /<(\w+)((?: [\w-]+="[^"]*")+)/g,
      (_, name: string, attributes: string) =>
        `<${name} ${attributes
          .trim()
          .split(/(?<=") /)
          .sort()
          .join(' ')}`,
    );

describe('the second dossier', () => {
  const pages = () => new Map(builtPages(inject('otherOut')).map(({ address, html }) => [address, html]));

  test('has its own editions and nothing of the shipped one', () => {
    const front = pages().get('/welsch/') ?? '';
    expect(front).toContain('<html lang="fr"');
    expect(front).toContain('Le puits et le village');
    for (const [address, html] of pages()) expect(html, address).not.toMatch(/碳|carbon|Zhang/i);
  });

  test('keeps every link below its base path and its canonical address at its site', () => {
    for (const [address, html] of pages()) {
      for (const [, href = ''] of html.matchAll(/ (?:href|src)="(\/[^"]*)"/g))
        expect(href, address).toMatch(/^\/sub\/dir\//);
    }
    expect(pages().get('/p/0.0.1/')).toContain(
      '<link rel="canonical" href="https://example.net/sub/dir/p/0.0.1/"',
    );
  });

  test('gives nowhere the address that its dossier.yaml gives, where a deployment gives another', () => {
    const folder = inject('otherOut');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const texts = files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'latin1')]);
    expect(texts.filter(([, text]) => text?.includes('example.org/brunnen')).map(([name]) => name)).toEqual(
      [],
    );
    expect(texts.filter(([, text]) => text?.includes('example.net/sub/dir')).map(([name]) => name)).toEqual(
      expect.arrayContaining(['sitemap-0.xml', 'search.xml', '1.0.1.json', 'data.json', 'llms.txt']),
    );
  });

  test('shows a segment that a translation lacks as untranslated', () => {
    expect(pages().get('/p/1.1.2/')).toContain('尚无');
    expect(pages().has('/hant/1-tiefe/')).toBe(false);
  });

  test('has formulas as MathML and no style attribute', () => {
    expect(pages().get('/de/1-tiefe/')).toContain('<mfrac>');
    for (const [address, html] of pages()) expect(html, address).not.toMatch(/ style="/);
  });

  test('shows in its release what its chapter shows: formula, list, table, figure, pages, links', () => {
    const page = pages().get('/v/2.0.0/de/1-tiefe/') ?? '';
    for (const part of [
      '<mfrac>',
      'zählen {1, 2} und 1 &#x3C; 2.',
      '<li><p><span id="p1.1.1-2">einen Stein;</span></p></li>',
      '<td>12</td>',
      '<figcaption>',
      'data-page="9"',
      'id="note-2-mark"',
      'href="/sub/dir/v/2.0.0/de/1-tiefe/#p1.0.1"',
      'href="/sub/dir/v/2.0.0/de/1-tiefe/#figure-1"',
      'href="/sub/dir/case/dry-summer/"',
      'href="https://example.org/"',
      '<link rel="canonical" href="https://example.net/sub/dir/v/2.0.0/de/1-tiefe/"',
      '<link rel="latest-version" href="/sub/dir/de/1-tiefe/"',
    ])
      expect(page).toContain(part);
    expect(pages().get('/v/2.0.0/p/0.0.1/')).toContain('<cite lang="de">');
    // A translation that has not reached a passage has nothing to show of it.
    expect(pages().has('/v/2.0.0/hant/1-tiefe/')).toBe(false);
  });

  test('shows what looks like code or markup as text', () => {
    expect(pages().get('/de/1-tiefe/')).toContain('Ein Mann &amp; eine Frau zählen {1, 2} und 1 &lt; 2.');
    expect(pages().get(urls.entry('work', 'amt-1950'))).toContain('Brunnen in &lt;Zahlen&gt; &amp; Bildern');
  });
});

describe('a chapter with code in it', () => {
  let temporary: string;
  let folder: string;
  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'dossier-code-'));
    folder = join(temporary, 'content');
    await cp('tests/fixtures/dossiers/well', folder, { recursive: true });
    await appendFile(join(folder, 'chapters/de/1-tiefe.mdx'), '\n{process.exit(0)}\n');
  });
  afterAll(() => rm(temporary, { recursive: true }));

  test('fails the check at its line', async () => {
    const { code, output } = await runNode(['src/cli/check.ts', folder]);
    expect(code).toBe(1);
    expect(output).toContain(
      `${folder}/chapters/de/1-tiefe.mdx:20:1 error no-code Unexpected expression in braces`,
    );
  });

  test('fails the build before a page is made', async () => {
    const { code, output } = await runNode(['src/cli/build.ts'], {
      DOSSIER: folder,
      OUT: join(temporary, 'out'),
    });
    expect(code).toBe(1);
    expect(output).toContain('1-tiefe.mdx:20:1 error no-code');
  });

  test('fails Astro’s own build too, evaluating nothing', async () => {
    const { code, output } = await runNode(['node_modules/astro/bin/astro.mjs', 'build'], {
      DOSSIER: folder,
      OUT: join(temporary, 'out'),
    });
    expect(output).toContain('Unexpected expression in braces');
    expect(code).toBe(1);
  });

  test('is not let in as front matter either', async () => {
    const file = join(folder, 'chapters/de/0-anfang.mdx');
    const evidence = join(temporary, 'evidence');
    await writeFile(
      join(temporary, 'evil.js'),
      `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(evidence)}, '');`,
    );
    const sound = await readFile(file, 'utf8');
    for (const fence of ['---\nlayout: ../../../evil.js\n---', '+++\nlayout = "../../../evil.js"\n+++']) {
      await writeFile(file, `\n${fence}\n${sound}`);
      const { code } = await runNode(['node_modules/astro/bin/astro.mjs', 'build'], {
        DOSSIER: folder,
        OUT: join(temporary, 'out'),
      });
      expect(code).toBe(1);
      expect(existsSync(evidence)).toBe(false);
    }
    await writeFile(file, sound);
  });
});

describe('a build is not let loose on', () => {
  test.each([
    ['the dossier itself', (folder: string) => folder],
    ['a folder that holds the dossier', (folder: string) => join(folder, '..')],
    ['the project', () => '.'],
    ['a folder with something else in it', () => 'tests'],
  ])('%s', async (_, out) => {
    const temporary = await mkdtemp(join(tmpdir(), 'dossier-out-'));
    const folder = join(temporary, 'content');
    await cp('tests/fixtures/dossiers/well', folder, { recursive: true });
    const { code, output } = await runNode(['src/cli/build.ts'], { DOSSIER: folder, OUT: out(folder) });
    expect(code).toBe(2);
    expect(output).toMatch(/^OUT names .* (?:erase it|another folder)\.$/m);
    expect(existsSync(join(folder, 'dossier.yaml'))).toBe(true);
    await rm(temporary, { recursive: true });
  });
});
