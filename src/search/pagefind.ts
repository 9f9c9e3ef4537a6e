import { cacheByName } from '../model/cache-by-name.ts';

/** Finds the pages of an index that contain tokens with a prefix, by number, with the positions of these tokens. */
export type PlacesOf = (token: string) => Promise<Map<number, number[]>>;

/** Every file of a Pagefind index begins with this, once decompressed. */
export const PAGEFIND_SIGNATURE = 'pagefind_dcd';

/** The content of a compressed index file, without the signature. */
export async function contentOf(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Blob([packed]).stream();
  // A host may have decompressed it already.
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  const whole = new Response(isPacked ? file.pipeThrough(new DecompressionStream('gzip')) : file);
  return new Uint8Array(await whole.arrayBuffer(), PAGEFIND_SIGNATURE.length);
}

/** What a query must know of a Pagefind index. */
export interface Index {
  version: string;
  /** Names a file together with its number. */
  prefix: string;
  /** The shortest distinguishing prefixes of the first token of each chunk, in order, separated by spaces. */
  chunks: string;
}

/** The name of a file of an index. First the pages are numbered, then the chunks. */
export const fileName = ({ prefix }: Pick<Index, 'prefix'>, number: number): string =>
  prefix + number.toString(36);

/**
 * Opens a Pagefind index and loads the chunks that each query needs. Calls Pagefind’s program directly, since its own
 * module is as large as several answers, serves only one index and loads only one chunk per token.
 */
export async function openIndex(
  program: Uint8Array<ArrayBuffer>,
  described: Index,
  pageCount: number,
  chunksFor: (token: string) => number[],
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<PlacesOf> {
  // The program asks for a table of browser objects, but gets none.
  const imports = { './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => undefined } };
  const { instance } = await WebAssembly.instantiate(program, imports);
  const exports = instance.exports as unknown as Exports;
  const give = (value: string | Uint8Array): Given => {
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    const address = exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(exports.memory.buffer).set(bytes, address);
    return [address, bytes.length];
  };
  // The program itself needs neither the list of chunks nor the lengths of pages, by which it would rank them.
  const pages = Array.from({ length: pageCount }, (_, page) => [String(page), 1, '']);
  const meta = [described.version, pages, [], [], [], []];
  let index = exports.init_pagefind(...give(Uint8Array.from(encoded(meta))));
  const loadChunk = cacheByName(async (number: number) => {
    const chunk = await read(`index/${fileName(described, number)}.pf_index`);
    index = exports.load_index_chunk(index, ...give(chunk));
  });
  return cacheByName(async (token) => {
    await Promise.all(chunksFor(token).map(loadChunk));
    // No filters, no sort order. For an exact query (the next-to-last argument) Pagefind would return only the first
    // position.
    const options = [...give('{}'), ...give(''), 0, 0] as const;
    const [address, length] = exports.search(index, ...give(token), ...give(token), ...options);
    const answer = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, address >>> 0, length));
    exports.__wbindgen_free(address, length, 1);
    const { results } = JSON.parse(answer) as { results: { p: string; l: { l: number }[] }[] };
    return new Map(
      results.map(({ p: page, l: places }) => [Number(page), places.map(({ l: place }) => place)]),
    );
  });
}

/** Returns the numbers of the chunks that may contain tokens with a prefix. */
export function chunksIn({ chunks }: Index, pageCount: number): (token: string) => number[] {
  const firstTokens = chunks.split(' ');
  return (token) =>
    firstTokens.flatMap((first, i) =>
      first <= `${token}~` && (firstTokens[i + 1] ?? '~') > token ? [pageCount + i] : [],
    );
}

/** A value of Pagefind’s metadata. */
export type Encodable = string | number | Encodable[];

/** Encodes a value as Pagefind does (CBOR, RFC 8949). */
export function encoded(value: Encodable): number[] {
  const head = (type: number, n: number): number[] =>
    n < 24
      ? [(type << 5) | n]
      : n < 0x10000
        ? [(type << 5) | 25, n >> 8, n & 255]
        : [(type << 5) | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255];
  if (typeof value === 'number') return head(0, value);
  if (typeof value !== 'string') return [...head(4, value.length), ...value.flatMap(encoded)];
  const bytes = new TextEncoder().encode(value);
  return [...head(3, bytes.length), ...bytes];
}

/** An address in the program’s memory, and a length in bytes. */
type Given = [address: number, length: number];

/** The exports of Pagefind 1.6, as generated by wasm-bindgen; an index is represented by its address. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_malloc: (length: number, alignment: number) => number;
  __wbindgen_free: (address: number, length: number, alignment: number) => void;
  init_pagefind: (...meta: Given) => number;
  load_index_chunk: (index: number, ...chunk: Given) => number;
  /** The query, as searched and as typed; filters; sort order; whether the query is exact; whether accents count. */
  search: (index: number, ...terms: [...Given, ...Given, ...Given, ...Given, number, number]) => Given;
}
