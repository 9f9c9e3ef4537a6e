import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasOwnPage } from '../../src/model/segment-id.ts';
import { NOTE_MARK } from '../../src/model/units.ts';
import { dossierIn } from '../support/dossier-in.ts';
import { layOut, type Manuscript } from '../support/lay-out.ts';
import { isWhole } from '../support/whole.ts';
import { openPage, type OpenedPage } from '../support/open-page.ts';
import { run, serve } from '../support/sites.ts';

// The README’s instructions for owners of the shipped dossier’s paper, tested with an invented paper in its place: it
// has the same sections, paragraphs and notes, but one sentence per paragraph. Only audits have time for this;
// private.test.ts uses a smaller dossier.
const shipped = 'content';

const command = 'npm run import -- paper.pdf --edition original --to content';
const folder = mkdtempSync(join(tmpdir(), 'readme-private-'));
const paper = join(folder, 'paper.txt');
const content = join(folder, 'content');
const out = join(folder, 'out');
let ids: string[];
let site: Awaited<ReturnType<typeof serve>>;
let page: OpenedPage | undefined;

const digits = '零一二三四五六七八九';
const inHan = (number: string): string => number.replace(/\d/g, (digit) => digits.charAt(Number(digit)));

/** A paragraph’s unique sentence in the invented paper. */
const sentence = (id: string): string => `石坪${inHan(id.replaceAll('.', ''))}段说的是井水怎样轮流`;

/** Writes a paper with the structure of the dossier’s first edition; returns the ids of its paragraphs. */
async function writePaper(): Promise<string[]> {
  const dossier = await dossierIn(shipped);
  const [first] = dossier.settings.value.editions;
  const blocks: Manuscript['blocks'] = [];
  const found: string[] = [];
  let notes = 0;
  for (const chapter of dossier.chapters.filter(({ edition }) => edition === first!.id)) {
    if (chapter.section > 0)
      blocks.push({ type: 'heading', text: `${inHan(String(chapter.section))}、井与轮次` });
    for (const { id, type, notes: marked } of chapter.segments) {
      if (type === 'heading') blocks.push({ type, text: `（${inHan(id.split('.')[1] ?? '')}）轮次之一` });
      if (type !== 'paragraph') continue;
      found.push(id);
      notes += marked.length;
      blocks.push({
        type,
        text: `${sentence(id)}，${marked.map((number) => `第${inHan(String(number))}户先下井${NOTE_MARK}，`).join('')}其余各户依次汲水，而淘井的人总是走在汲水的人前面，这一点各村的碑文都说得很清楚。`,
      });
    }
  }
  const manuscript: Manuscript = {
    title: '井水与轮次：石坪县公井规约的变迁',
    authors: '王永年',
    abstract: '公井是丘陵乡村最小的公共工程。',
    blocks,
    notes: Array.from(
      { length: notes },
      (_, i) => `王永年：《井碑》，江岸：江岸出版社，2001 年，第 ${i + 1} 页。`,
    ),
  };
  writeFileSync(paper, layOut(manuscript, { width: 68, height: 40, paragraphs: 'trailing space' }));
  return found;
}

test('the README gives the command', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`\`${command}\``);
});

describe.runIf(isWhole)('the command with an invented paper', () => {
  beforeAll(async () => {
    cpSync(shipped, content, { recursive: true });
    ids = await writePaper();
    const [npm = '', ...args] = command.replace('paper.pdf', paper).replace('content', content).split(' ');
    for (const [program, rest] of [
      [npm, args],
      ['npm', ['run', 'build', '--', '--private']],
    ] as const) {
      const { code, output } = await run(program, rest, { DOSSIER: content, OUT: out });
      if (code !== 0) throw new Error(output);
    }
    site = await serve(out, '/');
  });
  afterAll(async () => {
    await page?.context().close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  test('a search in the original finds each paragraph by its words', async () => {
    page = await openPage('original/search/', { site: site.address });
    for (const id of ids.filter((_, i) => i % 7 === 0)) {
      await page.goto(`${site.address}original/search/?q=${encodeURIComponent(sentence(id))}`);
      const hit = page.locator('.exact a.place').first();
      await hit.waitFor();
      expect(new URL((await hit.getAttribute('href')) ?? '', page.url()).hash).toBe(`#p${id}`);
    }
    expect(page.complaints).toEqual([]);
  });

  test('it is beside the two editions, segment by segment, in three columns', async () => {
    page = await openPage('parallel/2-actions/', {
      site: site.address,
      viewport: { width: 1280, height: 900 },
    });
    const dossier = await dossierIn(content);
    const chapter = dossier.chapters.find(({ id }) => id === '2-actions');
    for (const { id, units } of chapter!.segments.filter((one) => hasOwnPage(one.id))) {
      const section = page.locator(`[id="p${id}"]`);
      expect(await section.locator('.whole').innerText()).toContain(sentence(id));
      expect(await section.locator('.row').count()).toBe(units.length);
      expect(await section.locator('.row').first().locator('> *').count()).toBe(2);
    }
    const section = page.locator('[id="p2.1.1"]');
    const boxes = await Promise.all(
      [section.locator('.whole'), ...(await section.locator('.row').first().locator('> *').all())].map(
        (part) => part.boundingBox(),
      ),
    );
    const [first, second, third] = boxes.map((box) => box!);
    expect(first!.x + first!.width).toBeLessThanOrEqual(second!.x);
    expect(second!.x + second!.width).toBeLessThanOrEqual(third!.x);
    expect(page.complaints).toEqual([]);
  });

  test('references to sentences of the dossier link to the whole segment in the original', () => {
    // The contents above and below it lead to sections, too.
    const [main = ''] = /<main[^]*<\/main>/.exec(
      readFileSync(join(out, 'original/timeline/index.html'), 'utf8'),
    ) ?? [''];
    const leads = [...main.matchAll(/href="\/original\/[^"]*#p([^"]+)"/g)].map(([, id = '']) => id);
    expect(leads.length).toBeGreaterThan(5);
    expect(leads.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
