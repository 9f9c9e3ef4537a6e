import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { renderContext } from '../../src/render/render-context.ts';
import { unitMarks } from '../../src/render/unit-marks.ts';
import { renderBlocks } from '../../src/markdown/render.ts';
import { hasOwnPage, htmlId } from '../../src/model/segment-id.ts';
import { urls } from '../../src/model/urls.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { builtPages } from '../support/built-pages.ts';
import { testBuiltSite } from '../support/built-site.ts';
import { testOwnAddresses } from '../support/own-addresses.ts';
import { attribute, builtTree } from '../support/page-tree.ts';
import { runNode } from '../support/sites.ts';
import { isWhole } from '../support/whole.ts';

describe.each([
  { name: 'dyke', folder: inject('siteOut'), base: '/' },
  { name: 'well', folder: inject('otherOut'), base: '/sub/dir/' },
])('the dossier $name', ({ name, folder, base }) => {
  testBuiltSite(folder);
  testOwnAddresses(folder, `tests/fixtures/dossiers/${name}`);

  test('without source checks, no page mentions any', () => {
    const speaking = builtPages(folder).filter(({ html }) =>
      /href="[^"]*\/checks?\/|(?:#|id=")check-/.test(html),
    );
    expect(speaking.map(({ address }) => address)).toEqual([]);
    expect(['check', 'de/checks', 'en/checks'].filter((one) => existsSync(join(folder, one)))).toEqual([]);
  });

  test('a segment is the same in its chapter, which MDX compiled, as everywhere else', async () => {
    const dossier = await dossierIn(`tests/fixtures/dossiers/${name}`);
    expect(dossier).toBeDefined();
    const context = { ...renderContext(dossier, base), unitMarks: unitMarks(dossier) };
    for (const { edition, id, segments } of dossier.chapters) {
      const blocks = selectAll('.prose > *', builtTree(folder, `${edition}/${id}/`));
      for (const segment of segments.filter((one) => hasOwnPage(one.id))) {
        const first = blocks.findIndex((block) => attribute(block, 'id') === htmlId(segment.id));
        const next = blocks.findIndex((block, i) => i > first && attribute(block, 'id') !== undefined);
        const inChapter = blocks.slice(first, next < 0 ? undefined : next);
        const elsewhere = renderBlocks(segment.blocks, { ...context, withAnchors: true, edition });
        expect(first).toBeGreaterThanOrEqual(0);
        expect(plain(inChapter), `${edition} ${segment.id}`).toBe(
          plain(fromHtml(elsewhere, { fragment: true }).children),
        );
      }
    }
  });
});

/** Normalises HTML: the order of attributes and white space between blocks do not matter. */
const plain = (nodes: RootContent[]): string =>
  toHtml(nodes)
    .replace(/>\s+</g, '><')
    .replace(
      /<(\w+)((?: [\w-]+="[^"]*")+)/g,
      (_, name: string, attributes: string) =>
        `<${name} ${attributes
          .trim()
          .split(/(?<=") /)
          .sort()
          .join(' ')}`,
    );

describe('the dossier well', () => {
  const pages = () => new Map(builtPages(inject('otherOut')).map(({ address, html }) => [address, html]));

  test('has its own editions and nothing of another dossier', () => {
    const front = pages().get('/welsch/') ?? '';
    expect(front).toContain('<html lang="fr"');
    expect(front).toContain('Le puits et le village');
    for (const [address, html] of pages()) expect(html, address).not.toMatch(/海堤|dyke/i);
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

  test('never uses the address in its dossier.yaml if a deployment sets another', () => {
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
    expect(pages().get('/p/1.1.2/')).toContain('暂缺');
    expect(pages().has('/hant/1-tiefe/')).toBe(false);
  });

  test('has formulas as MathML and no style attribute', () => {
    expect(pages().get('/de/1-tiefe/')).toContain('<mfrac>');
    for (const [address, html] of pages()) expect(html, address).not.toMatch(/ style="/);
  });

  test('shows in its release the same as in its chapter: formula, list, table, figure, pages, links', () => {
    const page = pages().get('/v/2.0.0/de/1-tiefe/') ?? '';
    for (const part of [
      '<mfrac>',
      'zählen {1, 2} und 1 &#x3C; 2.',
      '<li><span id="p1.1.1-2">einen Stein;</span></li>',
      '<td>12</td>',
      '<figcaption>',
      'data-page="9"',
      'id="note-2-mark"',
      'href="../../../../v/2.0.0/de/1-tiefe/#p1.0.1"',
      'href="../../../../v/2.0.0/de/1-tiefe/#figure-1"',
      'href="../../../../de/cases/dry-summer/"',
      'href="https://example.org/"',
      '<link rel="canonical" href="https://example.net/sub/dir/v/2.0.0/de/1-tiefe/"',
      '<link rel="latest-version" href="/sub/dir/de/1-tiefe/"',
    ])
      expect(page).toContain(part);
    expect(pages().get('/v/2.0.0/p/0.0.1/')).toContain('<cite lang="de">');
    // A translation that lacks a passage has no page for it.
    expect(pages().has('/v/2.0.0/hant/1-tiefe/')).toBe(false);
  });

  test('lists its releases on a page in all languages, to which each release leads', () => {
    const list = pages().get('/v/') ?? '';
    expect(list.split('href="/sub/dir/v/2.0.0/"').length - 1).toBe(3);
    expect(list).not.toContain('/lead-on.js');
    expect(list).toContain('/own-language-first.js');
    for (const address of ['/v/2.0.0/', '/v/2.0.0/p/0.0.1/', '/de/about/'])
      expect(pages().get(address), address).toContain('href="/sub/dir/v/"');
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

  test('fails the build before a page is made', async () => {
    const { code, output } = await runNode(['src/cli/build.ts'], {
      DOSSIER: folder,
      OUT: join(temporary, 'out'),
    });
    expect(code).toBe(1);
    expect(output).toContain(
      `${folder}/chapters/de/1-tiefe.mdx:20:1 error no-code Unexpected {process.exit(0)}`,
    );
  });

  // `build` runs Astro only if the check, tested above, finds no error.
  test.runIf(isWhole)(
    'also fails Astro’s own build, and is not evaluated, not even as front matter',
    async () => {
      const evidence = join(temporary, 'evidence');
      await writeFile(
        join(temporary, 'evil.js'),
        `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(evidence)}, '');`,
      );
      for (const [edition, fence] of [
        ['de', '---\nlayout: ../../../evil.js\n---'],
        ['welsch', '+++\nlayout = "../../../evil.js"\n+++'],
      ] as const) {
        const file = join(folder, `chapters/${edition}/0-anfang.mdx`);
        await writeFile(file, `\n${fence}\n${await readFile(file, 'utf8')}`);
      }
      const { code, output } = await runNode(['node_modules/astro/bin/astro.mjs', 'build'], {
        DOSSIER: folder,
        OUT: join(temporary, 'out'),
      });
      expect(output).toMatch(/Unexpected (?:\{process\.exit\(0\)\}|front matter)/);
      expect(code).toBe(1);
      expect(existsSync(evidence)).toBe(false);
    },
  );
});
