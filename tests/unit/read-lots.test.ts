import { expect, test } from 'vitest';
import { readDossier } from '../../src/read/read-dossier.ts';
import { searchRenderer } from '../../src/render/renderers.ts';
import { chunksIn, contentOf, fileName, openIndex } from '../../src/search/pagefind.ts';
import type { Contents, PackedContents, SearchRecord } from '../../src/search/record.ts';
import { pageTokens, readPages } from '../../src/search/page-tokens.ts';
import { writeSearch } from '../../src/search/write-search.ts';
import { oneIn } from '../support/whole.ts';

test('the pages alone give the same results as the index, for tokens and beginnings of tokens', async () => {
  const { dossier } = await readDossier('tests/fixtures/dossiers/dyke');
  const { editions } = dossier!.settings.value;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  await writeSearch(dossier!, editions, searchRenderer(dossier!), (name, content) => {
    files.set(name, Uint8Array.from(Buffer.from(content)));
    return Promise.resolve();
  });
  const read = (name: string): Promise<Uint8Array<ArrayBuffer>> => contentOf(files.get(name)!);
  const lotOf = async (page: number): Promise<SearchRecord[]> =>
    JSON.parse(Buffer.from(await read(`fragment/${fileName(contents.index, page)}.pf_fragment`)).toString())
      .meta.records;
  const packed = JSON.parse(Buffer.from(files.get('contents.json')!).toString()) as PackedContents;
  const part = (base64: string): Promise<Uint8Array<ArrayBuffer>> =>
    contentOf(Uint8Array.from(Buffer.from(base64, 'base64')));
  const program = await part(packed.program);
  const contents = JSON.parse(Buffer.from(await part(packed.contents)).toString()) as Contents;
  const lotCount = contents.editions[0]!.kinds.split(' ').length;
  const pageCount = lotCount * editions.length;
  const open = () => openIndex(program, contents.index, pageCount, chunksIn(contents.index, pageCount), read);

  const byIndex = await open();
  const byPages = await readPages(pageCount, lotOf, contents.often);
  const tokensByPage = await Promise.all(
    Array.from({ length: pageCount }, async (_, page) => pageTokens(await lotOf(page), contents.often)),
  );
  const tokens = new Set(tokensByPage.flat());
  expect(tokens.size).toBeGreaterThan(500);
  // After its own tokens, the first page has some that only divide the index into chunks.
  const shown = (places: Map<number, number[]>): string =>
    JSON.stringify(
      [...places]
        .map(([page, list]): [number, number[]] => [
          page,
          list.filter((at) => at < tokensByPage[page]!.length).toSorted((a, b) => a - b),
        ])
        .filter(([, list]) => list.length > 0)
        .sort(),
    );
  const differing: string[] = [];
  for (const token of oneIn(3, [...tokens]))
    if (shown(await byPages(token)) !== shown(await byIndex(token))) differing.push(token);
  // Tokens with the same beginning may be in several chunks of an index that is not loaded yet.
  const beginnings = [...new Set([...tokens].map((token) => token.slice(0, 2)))];
  for (const token of oneIn(40, beginnings)) {
    const fresh = await open();
    if (shown(await byPages(token)) !== shown(await fresh(token))) differing.push(token);
  }
  expect(differing).toEqual([]);
  expect((await byPages('nowhere')).size).toBe(0);
});
