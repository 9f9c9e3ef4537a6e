import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild } from '../support/sites.ts';

// A paper on pages 701 to 718, of which no text says where one begins.
const folder = mkdtempSync(join(tmpdir(), 'no-pages-'));
const out = join(folder, 'out');
let built: { code: number; output: string };

beforeAll(async () => {
  const content = join(folder, 'content');
  cpSync('tests/fixtures/dossiers/since-1.0', content, { recursive: true });
  const edit = (path: string, from: RegExp, to: string): void => {
    const before = readFileSync(join(content, path), 'utf8');
    writeFileSync(join(content, path), before.replace(from, to));
  };
  edit('dossier.yaml', /pages: .*/, 'pages: [701, 718]');
  for (const file of readdirSync(join(content, 'chapters'), { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.mdx')) edit(join('chapters', file), /\{\/\* p\. \d+ \*\/\}/g, '');
  built = await runBuild({ DOSSIER: content, OUT: out, SITE_BASE: '/ferry/' });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a paper whose pages are not marked is built, and told to lack them', () => {
  expect(built, built.output).toMatchObject({ code: 0 });
  expect(built.output).toContain('todo pages-marked Missing printed pages, expected {/* p. 702 */}');
});

test('no page is printed in it, in no file and no form, but those that the whole paper runs over', () => {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:bin|js|zip)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    // A release says what it said.
    .filter((file) => !file.startsWith(join(out, 'v')));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
      .replace(/701(?:–|—|--|-)(?:7?18)/g, '')
      .replace(/start: "701"\s+end: "718"/g, '')
      .replace(/SP {2}- 701\s+EP {2}- 718/g, '')
      .replace(/"citation_(?:firstpage|lastpage)" content="7(?:01|18)"/g, '');
    const page = /.{0,40}(?:\b701\b|data-page="\d|class="pages"|"pages?": ?[[\d]).{0,40}/.exec(text)?.[0];
    return page === undefined ? [] : [`${file.slice(out.length)}: ${page}`];
  });
  expect(found).toEqual([]);
});
