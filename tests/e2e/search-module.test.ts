import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { tokenOf } from '../../src/search/tokens.ts';
import { leave, openPage } from '../support/open-page.ts';
import { serve } from '../support/sites.ts';

// Two dossiers on one host; the second is in other languages.

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'module-'));
  for (const name of ['index.html', '404.html'])
    await writeFile(join(folder, name), '<!doctype html><html lang="zh"><title>Two</title></html>');
  for (const part of ['search', 'assets']) {
    await cp(join(inject('siteOut'), part), join(folder, part), { recursive: true });
    await cp(join(inject('otherOut'), part), join(folder, 'other', part), { recursive: true });
  }
  site = await serve(folder, '/');
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

test('several dossiers are searched at once, each with the same results as alone', async () => {
  const page = await openPage('', { site: site.address });
  const found = (await page.evaluate(`(async () => {
    const { search } = await import('/search/search.js');
    const root = new URL('/other/', location.href).href;
    const other = (await import(root + 'search/search.js')).search;
    const ask = async (from, query, others) =>
      (await from(query, { language: 'zh', others, most: 1000 })).map(({ url, excerpt }) => url + ' ' + excerpt);
    const answers = [];
    for (const query of ['村', '水', '地下水', '堤工税', '這裡'])
      answers.push({
        together: await ask(search, query, [root]),
        apart: [await ask(search, query, []), await ask(other, query, [])],
      });
    return answers;
  })()`)) as { together: string[]; apart: string[][] }[];
  await leave(page);
  for (const { together, apart } of found) expect([...together].sort()).toEqual(apart.flat().sort());
  const inEach = found.map(({ apart }) => apart.map(({ length }) => Math.min(1, length)).join(''));
  expect(inEach).toContain('11');
  expect(inEach).toContain('10');
});

test('exact matches come first, with the match highlighted', async () => {
  const page = await openPage('', { site: site.address });
  const marked = await page.evaluate(`(async () => {
    const { search } = await import('/search/search.js');
    const found = await search('退潮权之争', { language: 'zh' });
    return found.map(({ excerpt }) => /<mark>(.*?)<.mark>/.exec(excerpt)[1]);
  })()`);
  await leave(page);
  expect(marked).toEqual(['退潮权之争', '退潮权”之争']);
});

test('the module leaves the keys of the page that embeds it alone', async () => {
  const page = await openPage('', { site: site.address });
  const isPrevented = await page.evaluate(`(async () => {
    await import('/search/search.js');
    const event = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
    return !document.body.dispatchEvent(event);
  })()`);
  await leave(page);
  expect(isPrevented).toBe(false);
});

test('mergeIndex of Pagefind joins the indexes of several dossiers', async () => {
  const page = await openPage('', { site: site.address });
  const token = tokenOf('1', '.', 'plain', 'plain');
  const found = (await page.evaluate(`(async () => {
    const { createInstance } = await import('/search/pagefind.js');
    const open = async (basePath, others) => {
      const pagefind = createInstance({ basePath, baseUrl: '/', noWorker: true });
      await pagefind.init();
      for (const other of others) await pagefind.mergeIndex(other, { baseUrl: '/' });
      const { results } = await pagefind.search('${token}');
      const lots = await Promise.all(results.map(async (one) => (await one.data()).meta.records));
      return lots.map((records) => records.map(({ kind, id, text }) => [kind, id, text].join(' ')).join('\\n'));
    };
    const [one, two] = ['/search/', '/other/search/'];
    return [await open(one, []), await open(two, []), await open(one, [two])];
  })()`)) as string[][];
  await leave(page);
  const [one = [], two = [], both = []] = found;
  expect(Math.min(one.length, two.length)).toBeGreaterThan(0);
  expect(both.filter((lot) => !/(?<!\d)1\.\d/.test(lot))).toEqual([]);
  expect([...both].sort()).toEqual([...one, ...two].sort());
});
