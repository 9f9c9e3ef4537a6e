import { withBase } from '../model/urls.ts';
import { cacheByName } from '../model/cache-by-name.ts';
import { fetched } from '../model/fetched.ts';
import { chunksIn, fileName, openIndex, contentOf } from './pagefind.ts';
import type { Contents, PackedContents, SearchRecord, StoredRecord } from './record.ts';
import type { Files } from './lots.ts';
import { editionSource, type SearchSource } from './source.ts';

/**
 * Opens the search of an edition; `base` is the dossier’s root, to which the records’ addresses are relative. Unless it
 * `isShown`, answers are mostly counted, so that fewer texts are read.
 */
export async function openSource(base: string, edition: string, isShown = true): Promise<SearchSource> {
  return editionSource(await filesAt(base), edition, isShown);
}

/** The editions of the dossier at a root. */
export const editionsAt = async (base: string): Promise<Contents['editions']> =>
  (await filesAt(base)).contents.editions;

/** The search files of the dossier at a root. */
const filesAt = cacheByName(async (base: string): Promise<Files> => {
  const folder = withBase(base, '/search/');
  const json = cacheByName(async (name) => parsed(await load(folder + name))) as <T>(
    name: string,
  ) => Promise<T>;
  const packedFile = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    contentOf(new Uint8Array(await load(folder + name)));
  const packed = await json<PackedContents>('contents.json');
  const program = await unpackedText(packed.program);
  const contents: Contents = parsed(await unpackedText(packed.contents));
  const { index: described, editions } = contents;
  const lotCount = editions[0]?.kinds.split(' ').length ?? 0;
  const pageCount = lotCount * editions.length;
  const chunksFor = chunksIn(described, pageCount);
  const lot = async (at: number): Promise<StoredRecord[]> =>
    parsed<{ meta: { records: StoredRecord[] } }>(
      await packedFile(`fragment/${fileName(described, at)}.pf_fragment`),
    ).meta.records;
  const wanted = new Set<number>();
  const page = cacheByName(async (at: number): Promise<SearchRecord[]> => {
    const first = at - (at % 2);
    // The two lots of a pair that are wanted at the same time take one request.
    wanted.add(at);
    await Promise.resolve();
    const isPair = [first, first + 1].every((one) => wanted.has(one) || one === pageCount);
    queueMicrotask(() => wanted.delete(at));
    const inPair = async (): Promise<StoredRecord[]> =>
      (await json<StoredRecord[][]>(`pairs/${fileName(described, first)}.json`))[at % 2] ?? [];
    // A site taken offline has only the pairs.
    const records = await (isPair ? inPair() : lot(at).catch(inPair));
    const { titles = {} } = editions[Math.floor(at / lotCount)] ?? {};
    return records.map((record) => ({
      ...record,
      title: record.title ?? titles[record.section ?? record.chapter ?? ''] ?? '',
    }));
  });
  const index = cacheByName(() => openIndex(program, described, pageCount, chunksFor, packedFile));
  // Imported dynamically, since few sites need it.
  const readAll = cacheByName(async () =>
    (await import('./page-tokens.ts')).readPages(pageCount, page, contents.often),
  );
  return {
    contents,
    placesOf: (token) =>
      index('')
        .then((placesOf) => placesOf(token))
        .catch(async () => (await readAll(''))(token)),
    chunksFor,
    page,
    json,
  };
});

const parsed = <T>(json: ArrayBuffer | Uint8Array<ArrayBuffer>): T =>
  JSON.parse(new TextDecoder().decode(json));

const unpackedText = (base64: string): ReturnType<typeof contentOf> =>
  contentOf(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));

// Browsers fail if thousands of files are fetched at once.
const queues: Promise<unknown>[] = Array.from({ length: 100 }, () => Promise.resolve());
let asked = 0;

async function load(address: string): Promise<ArrayBuffer> {
  const queue = asked++ % queues.length;
  const content = (queues[queue] ?? Promise.resolve()).then(async () =>
    (await fetched(address)).arrayBuffer(),
  );
  queues[queue] = content.catch(() => undefined);
  return content;
}
