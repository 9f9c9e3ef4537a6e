import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readDossier } from '../../src/read/read-dossier.ts';
import { search } from '../../src/search/search.ts';
import { builtSearch } from '../support/built-search.ts';
import { namesOf } from '../support/source-of.ts';
import { openPage, type OpenedPage } from '../support/open-page.ts';
import { runCommand } from '../support/run-command.ts';
import { runNode, serve } from '../support/sites.ts';

// The paper of a dossier is added as a private edition, as by someone who owns a copy.

const paper = 'tests/fixtures/papers/spaced-rule/paper.txt';
const folder = mkdtempSync(join(tmpdir(), 'private-'));
const content = join(folder, 'content');
const open = join(folder, 'open');
const closed = join(folder, 'closed');
let site: Awaited<ReturnType<typeof serve>>;
let before: string;
/** The passages of a case and of dates: the last sentence of each paragraph. */
let told: string[];
let page: OpenedPage | undefined;

beforeAll(async () => {
  await importPaper(paper, '--to', content, '--first-page', '45');
  told = await restate();
  git('init', '--quiet');
  git('add', '--all');
  git(
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    'commit',
    '--quiet',
    '--message',
    'Dossier',
  );
  before = digestOf(content);
  await importPaper(paper, '--edition', 'original', '--to', content);
  await Promise.all([build(open), build(closed, '--private')]);
  site = await serve(closed, '/');
});
afterEach(async () => {
  await page?.context().close();
  page = undefined;
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const succeed = ({ code, output }: { code: number; output: string }): void => expect(code, output).toBe(0);
const importPaper = async (...args: string[]): Promise<void> => succeed(await runCommand('import', args));
const build = async (out: string, ...args: string[]): Promise<void> =>
  succeed(await runNode(['src/cli/build.ts', ...args], { DOSSIER: content, OUT: out }));

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', content, ...args], { encoding: 'utf8' });

/**
 * Replaces the imported edition by two paraphrases: every Han character becomes its neighbour in Unicode, every
 * clause a sentence, each paragraph has an additional date, and notes are only links. References to passages count the
 * paraphrases’ sentences, of which the original has fewer; returns these references.
 */
async function restate(): Promise<string[]> {
  const settings = join(content, 'dossier.yaml');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8')
      .replace(
        /role: original\n( +)name: .*\n/,
        'role: paraphrase\n$1name: 转述\n  - { id: again, lang: zh-Hans, role: translation, name: 再述 }\n',
      )
      .replace('caseKinds: []', 'caseKinds: [{ id: well, name: { zh: 井 } }]'),
  );
  const chapters = join(content, 'chapters', 'zh');
  for (const name of readdirSync(chapters)) {
    const text = readFileSync(join(chapters, name), 'utf8');
    const restated = text
      .replace(/[\u4E00-\u9F00]/g, (han) => String.fromCharCode(han.charCodeAt(0) + 1))
      .replace(/^\{\/\* [\d.]+ \*\/\}.*$/gm, (paragraph) => `${paragraph.replaceAll('，', '。')}这是1999年。`)
      .replace(
        /^(\[\^\d+\]: )(.*)$/gm,
        (_, mark: string, printed: string) =>
          `${mark}${[...printed.matchAll(/\]\((work:[^)]*)\)/g)].map(([, work]) => `[此书](${work})`).join('；')}。`,
      );
    writeFileSync(join(chapters, name), restated);
  }
  cpSync(chapters, join(content, 'chapters', 'again'), { recursive: true });
  const { dossier } = await readDossier(content);
  const last = dossier!.chapters
    .flatMap(({ segments }) => segments)
    .filter(({ edition, type }) => edition === 'zh' && type === 'paragraph')
    .map(({ id, units }) => `${id}-${units.length}`);
  const all = last.map(
    (passage) => `- { type: date, date: "1999", what: { zh: 年 }, passage: ${passage} }\n`,
  );
  writeFileSync(join(content, 'quantities.yaml'), all.join(''));
  mkdirSync(join(content, 'cases', 'year'), { recursive: true });
  writeFileSync(
    join(content, 'cases', 'year', 'case.yaml'),
    `title: { zh: 年 }\nsummary: { zh: 一年。 }\nkind: well\npassages: [${last.join(', ')}]\n`,
  );
  writeFileSync(join(content, 'cases', 'year', 'zh.mdx'), `见[此段](seg:${last[0]!.split('-')[0]})。\n`);
  return last;
}

const digestOf = (where: string): string =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('/.git/'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (file) => `${relative(where, file)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`,
    )
    .join('\n');

/** Twenty strings of sixteen characters from paragraphs of the original, without note marks, with their segments. */
async function stretches(): Promise<{ id: string; text: string }[]> {
  const { dossier } = await readDossier(content, { withPrivate: true });
  const segments = dossier!.chapters
    .filter(({ edition }) => edition === 'original')
    .flatMap((chapter) =>
      chapter.segments.filter(({ type, text }) => type === 'paragraph' && text.length > 60),
    );
  return Array.from({ length: 20 }, (_, i) => {
    const { id, text } = segments[(i * 7) % segments.length]!;
    const from = (i * 13) % (text.length - 20);
    // A search does not match the middle of a word or number.
    let start = from;
    while (/[\p{Script=Latin}\d]/u.test(text.charAt(start - 1))) start++;
    return { id, text: text.slice(start, start + 16).replace(/\d+$/, '') };
  });
}

test('git ignores it', () => {
  expect(git('status', '--porcelain')).toBe('');
});

test('a build without --private contains nothing of it', async () => {
  const files = readdirSync(open, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').replaceAll('\u200B', ''));
  expect(files.length).toBeGreaterThan(20);
  const whole = files.join('\n').replace(/<[^>]*>/g, '');
  for (const { text } of await stretches()) expect(whole).not.toContain(text);
  // Even the name of the private edition would reveal it.
  expect(whole).not.toContain('/original/');
});

test('with --private, every page has noindex', () => {
  const pages = readdirSync(closed, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(pages.length).toBeGreaterThan(20);
  for (const file of pages)
    expect(readFileSync(join(closed, file), 'utf8'), file).toContain('name="robots" content="noindex');
});

test('with --private, there is no offline download', () => {
  expect(existsSync(join(open, 'offline/archive.json'))).toBe(true);
  expect(existsSync(join(closed, 'offline'))).toBe(false);
  expect(readFileSync(join(open, 'zh/index.html'), 'utf8')).toContain('class="offline"');
  expect(readFileSync(join(closed, 'zh/index.html'), 'utf8')).not.toContain('class="offline"');
});

test('with --private, a search finds each of its sentences at the right segment', async () => {
  const source = await builtSearch(closed, 'original');
  const wanted = await stretches();
  for (const { id, text } of wanted) {
    const { exact } = await search(source, text);
    expect(await namesOf(exact.slice(0, 1)), text).toEqual([`segment ${id}`]);
  }
  const { id, text } = wanted[0]!;
  page = await openPage(`original/search/?q=${encodeURIComponent(text)}`, { site: site.address });
  const hit = page.locator('.exact a.place').first();
  await hit.waitFor();
  expect(new URL((await hit.getAttribute('href')) ?? '', page.url()).hash).toBe(`#p${id}`);
  expect(page.complaints).toEqual([]);
});

test('its notes are as printed, and link to the dossier’s works', async () => {
  page = await openPage('original/1-section/', { site: site.address });
  const links = page.locator('.notes a[href*="/works/"]');
  expect(await links.count()).toBeGreaterThan(3);
  await links.first().click();
  await page.waitForURL(/\/original\/works\//);
});

test('beside the other editions, its segments are whole, with its notes as printed', async () => {
  page = await openPage('parallel/1-section/', {
    site: site.address,
    viewport: { width: 1280, height: 900 },
  });
  const sections = page.locator('.parallel section.paragraph');
  expect(await sections.count()).toBeGreaterThan(2);
  for (const section of await sections.all()) {
    expect(await section.locator('.whole').count()).toBe(1);
    expect(await section.locator('.row').count()).toBeGreaterThan(0);
  }
  const [whole, row] = await Promise.all(
    ['.whole', '.row'].map((part) => sections.first().locator(part).first().boundingBox()),
  );
  expect(whole!.x + whole!.width).toBeLessThanOrEqual(row!.x);
  // They are folded.
  expect(await page.locator('.notes li').first().textContent()).toMatch(/\p{Script=Han}/u);
  await page.goto(`${site.address}original/1-section/`);
  await page.getByRole('link', { name: '对照', exact: true }).click();
  await page.waitForURL(/\/parallel\/1-section\//);
  expect(page.complaints).toEqual([]);
});

test('references to sentences of the paraphrase link to the segment in the original', () => {
  const leadsOf = (edition: string, page: string): string[] => {
    const html = readFileSync(join(closed, edition, page, 'index.html'), 'utf8');
    const [main = ''] = /<main[^]*<\/main>/.exec(html) ?? [];
    return [...main.matchAll(new RegExp(`href="/${edition}/[^"]*#p([^"]+)"`, 'g'))].map(([, id = '']) => id);
  };
  for (const page of ['timeline', 'data', 'cases/year']) {
    expect(leadsOf('zh', page), page).toEqual(expect.arrayContaining(told));
    expect(new Set(leadsOf('original', page)), page).toEqual(
      new Set(told.map((passage) => passage.split('-')[0])),
    );
  }
});

test('the dossier is unchanged after its removal', () => {
  const copy = join(folder, 'copy');
  cpSync(content, copy, { recursive: true });
  rmSync(join(copy, 'chapters', 'original'), { recursive: true });
  expect(digestOf(copy)).toBe(before);
});
