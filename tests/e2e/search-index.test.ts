import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Shard } from '../../src/search/record.ts';
import { writeShard } from '../../src/search/write-search.ts';
import { openPage } from '../support/open-page.ts';
import { comparableWords, randomFrom } from '../support/search-truth.ts';
import { serve } from '../support/sites.ts';

// A dossier too large for one file is searched by Pagefind. How its phrases work is not all documented: what is built
// on must hold in the version that is installed, and that version is pinned.

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;
const shards = new Map<string, Shard>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  await cp(join(inject('siteOut'), 'assets'), join(folder, 'assets'), { recursive: true });
  for (const name of ['index.html', '404.html'])
    await writeFile(join(folder, name), '<!doctype html><html lang="zh"><title>Index</title></html>');
  await cp(join(inject('siteOut'), 'search'), join(folder, 'search'), { recursive: true });
  for (const edition of ['zh', 'en']) {
    const shard = await shardIn(inject('siteOut'), edition);
    shards.set(edition, shard);
    await layIndex(shard, join(folder, 'search'));
  }
  site = await serve(folder, '/');
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

test.each(['zh', 'en'])(
  'in %s the index gives the answers that the file gives',
  async (edition) => {
    const random = randomFrom(5);
    const lines = shards.get(edition)!.records.flatMap(({ text }) => text.split('\n'));
    const stretch = (shortest: number, longest: number): string => {
      const characters = [...lines[Math.floor(random() * lines.length)]!];
      const start = Math.floor(random() * characters.length);
      return characters
        .slice(start, start + shortest + Math.floor(random() * (longest - shortest)))
        .join('')
        .trim();
    };
    const terms = shards.get(edition)!.entries.flatMap(({ names }) => names[edition] ?? []);
    const queries = [
      ...Array.from({ length: 120 }, () => stretch(1, 9)),
      // Without the punctuation that stands in them, whether they also stand without or not.
      ...Array.from({ length: 120 }, () => comparableWords(stretch(4, 12))),
      ...terms.slice(0, 60),
      ...terms.slice(0, 30).map((term, i) => `${term} ${terms[(i * 7 + 3) % terms.length]!}`),
      ...terms.slice(0, 20).map((term, i) => `${term} -${terms[(i * 5 + 1) % terms.length]!.split(' ')[0]!}`),
      ...terms.slice(0, 20).map((term) => `"${term}"`),
      ...(edition === 'zh'
        ? [
            '退潮權',
            '⽥地',
            '１８６６年',
            '18600元',
            '20年',
            '1866年',
            'ebb right 关键',
            '的',
            '权退潮',
            'tuichaoquan',
            '“大决口”史称',
            '史称大决口',
            '退潮权之争',
            '"退潮权之争"',
            '之争 -退潮权之争',
            '注1',
            '§1.1.1',
            '1.1',
          ]
        : [
            'dyk',
            'dyke',
            'Board',
            'd',
            'sluic',
            'sea dyk',
            'no such word',
            'Guild’s',
            'Guilds',
            'note 1',
            'paragraph 1.1.1',
            'salt pans',
            '18',
          ]),
    ].filter((query) => /[\p{L}\p{N}]/u.test(query) && !query.startsWith('-'));
    // Whatever is compared, the one must be a file and the other an index.
    expect((await shardIn(inject('siteOut'), edition)).indexed).toBeUndefined();
    expect((await shardIn(folder, edition)).indexed).toBeGreaterThan(0);
    const [fromFile, fromIndex] = [await answers(undefined), await answers(site.address)];
    const differing = queries.flatMap((query, i) => {
      const [file, index] = [fromFile[i]!, fromIndex[i]!];
      const missing = file.filter((one) => !index.includes(one));
      const added = index.filter((one) => !file.includes(one));
      return missing.length + added.length > 0
        ? [`${query}: ${missing.length} missing, as ${missing[0]}; ${added.length} added, as ${added[0]}`]
        : [];
    });
    expect(differing).toEqual([]);

    async function answers(address: string | undefined): Promise<string[][]> {
      const page = await openPage('', address === undefined ? {} : { site: address });
      const found = await page.evaluate(`(async () => {
      const { search } = await import(new URL('/search/search.js', location.href).href);
      const answers = [];
      for (const query of ${JSON.stringify(queries)}) {
        const found = await search(query, { language: '${edition}', most: 1000 });
        answers.push(found.map(({ kind, segment, excerpt }) => kind + ' ' + segment + ' ' + excerpt).sort());
      }
      return answers;
    })()`);
      await page.context().close();
      return found as string[][];
    }
  },
  120_000,
);

test('what stands just as it is asked for comes first, in a file as in an index', async () => {
  const marked = async (options: Parameters<typeof openPage>[1]): Promise<string[]> => {
    const page = await openPage('', options);
    const found = await page.evaluate(`(async () => {
      const { search } = await import(new URL('/search/search.js', location.href).href);
      const found = await search('退潮权之争', { language: 'zh', most: 1000 });
      return found.map(({ excerpt }) => /<mark>(.*?)<.mark>/.exec(excerpt)[1]);
    })()`);
    await page.context().close();
    return found as string[];
  };
  const [fromFile, fromIndex] = [await marked({}), await marked({ site: site.address })];
  expect(fromFile).toEqual(['退潮权之争', '退潮权”之争']);
  expect(fromIndex).toEqual(fromFile);
});

// The second dossier is another one, in Traditional characters: once as its build left it, once with an index.
test('dossiers with and without an index are searched at once, and each finds what it finds alone', async () => {
  const other = (name: string): string => join(inject('otherOut'), name);
  await cp(other('search'), join(folder, 'file', 'search'), { recursive: true });
  await layOther(join(folder, 'index', 'search'));
  for (const name of ['file', 'index'])
    await cp(other('assets'), join(folder, name, 'assets'), { recursive: true });
  const page = await openPage('', { site: site.address });
  const found = (await page.evaluate(`(async () => {
    const { search } = await import('/search/search.js');
    const ask = (query, others, from = search) => from(query, { language: 'zh', others, most: 1000 });
    const roots = ['/file/', '/index/'].map((path) => new URL(path, location.href).href);
    const alone = await Promise.all(roots.map(async (root) => (await import(root + 'search/search.js')).search));
    const answers = [];
    for (const query of ['村', '水', '地下水', '堤工税', '這裡'])
      answers.push({
        query,
        together: (await ask(query, roots)).map(({ url, excerpt }) => url + ' ' + excerpt),
        apart: [await ask(query), ...(await Promise.all(alone.map((one) => ask(query, [], one))))]
          .map((list) => list.map(({ url, excerpt }) => url + ' ' + excerpt)),
      });
    return answers;
  })()`)) as { query: string; together: string[]; apart: string[][] }[];
  await page.context().close();
  for (const { query, together, apart } of found)
    expect({ query, found: [...together].sort() }).toEqual({ query, found: apart.flat().sort() });
  const inEach = found.map(({ apart }) => apart.map(({ length }) => Math.min(1, length)).join(''));
  expect(inEach).toContain('111');
  expect(inEach).toContain('100');
});

test('mergeIndex of Pagefind joins the indexes of several dossiers', async () => {
  await layOther(join(folder, 'merged', 'search'));
  const page = await openPage('', { site: site.address });
  const found = (await page.evaluate(`(async () => {
    const { createInstance } = await import('/search/zh/pagefind.js');
    const open = async (basePath, others) => {
      const pagefind = createInstance({ basePath, baseUrl: '/', noWorker: true });
      await pagefind.init('und');
      for (const other of others) await pagefind.mergeIndex(other, { language: 'und', baseUrl: '/' });
      const { results } = await pagefind.search('"一"');
      const lots = await Promise.all(results.map(async (one) => JSON.parse((await one.data()).raw_url)));
      return lots.flat().map(({ url }) => url);
    };
    const [one, two] = ['/search/zh/', '/merged/search/hant/'];
    return [await open(one, []), await open(two, []), await open(one, [two])];
  })()`)) as string[][];
  await page.context().close();
  const [one = [], two = [], both = []] = found;
  expect(Math.min(one.length, two.length)).toBeGreaterThan(0);
  expect([...both].sort()).toEqual([...one, ...two].sort());
});

const shardIn = async (root: string, edition: string): Promise<Shard> =>
  JSON.parse(await readFile(join(root, 'search', `${edition}.json`), 'utf8')) as Shard;

/** Puts an edition into an index, in the folder where its search lies as it was built. */
async function layIndex(shard: Shard, to: string): Promise<void> {
  await writeShard(shard, { folder: to, write: (name, text) => writeFile(join(to, name), text) }, 0);
}

/** Puts the second dossier into one. */
async function layOther(to: string): Promise<void> {
  await cp(join(inject('otherOut'), 'search'), to, { recursive: true });
  await layIndex(await shardIn(inject('otherOut'), 'hant'), to);
}
