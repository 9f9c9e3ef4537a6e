import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Shard } from '../../src/search/record.ts';
import { writeShard } from '../../src/search/write-search.ts';
import { openPage } from './open-page.ts';
import { randomFrom } from './search-truth.ts';
import { serve } from './sites.ts';

// A dossier too large for one file is searched by Pagefind. How its phrases work is not all documented: what is built
// on must hold in the version that is installed, and that version is pinned.

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;
const shards = new Map<string, Shard>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  for (const name of ['search', 'assets'])
    await cp(join('dist', name), join(folder, name), { recursive: true });
  for (const name of ['index.html', '404.html'])
    await writeFile(join(folder, name), '<!doctype html><html lang="zh"><title>Index</title></html>');
  for (const edition of ['zh', 'en']) {
    const shard: Shard = JSON.parse(await readFile(join('dist', 'search', `${edition}.json`), 'utf8'));
    shards.set(edition, shard);
    await writeShard(
      shard,
      {
        folder: join(folder, 'search'),
        write: (name, text) => writeFile(join(folder, 'search', name), text),
      },
      0,
    );
  }
  site = await serve(folder, '/');
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

test('the version of Pagefind is pinned', () => {
  const { devDependencies } = createRequire(import.meta.url)('../../package.json');
  expect(devDependencies.pagefind).toMatch(/^\d+\.\d+\.\d+$/);
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
    const terms = shards.get(edition)!.terms.flatMap(({ names }) => names[edition] ?? []);
    const queries = [
      ...Array.from({ length: 120 }, () => stretch(1, 9)),
      ...terms.slice(0, 60),
      ...terms.slice(0, 30).map((term, i) => `${term} ${terms[(i * 7 + 3) % terms.length]!}`),
      ...terms.slice(0, 20).map((term, i) => `${term} -${terms[(i * 5 + 1) % terms.length]!.split(' ')[0]!}`),
      ...terms.slice(0, 20).map((term) => `"${term}"`),
      ...(edition === 'zh'
        ? [
            '碳邊境稅',
            '⽅法',
            '１．５℃',
            '1.5°C',
            '20年',
            '2020年',
            'CBAM 机制',
            '的',
            '碳税边境',
            'tanbianjingshui',
            '“碳中和”行动',
            '碳中和行动',
          ]
        : ['carb', 'carbon', 'ETS', 'c', 'leak', 'carbon leak', 'no such word', 'EU’s', '20']),
    ].filter((query) => /[\p{L}\p{N}]/u.test(query) && !query.startsWith('-'));
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
