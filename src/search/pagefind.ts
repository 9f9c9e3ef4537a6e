import { once } from './once.ts';

/** The pages of an index that have what begins with a token, each with the places where it stands there. */
export type PlacesOf = (token: string) => Promise<Map<string, number[]>>;

/** With this every file of a Pagefind index begins, once it is unpacked. */
export const PAGEFIND_SIGNATURE = 'pagefind_dcd';

/** What a file of an index says, which is packed by itself. */
export async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Blob([packed]).stream();
  // A host may have unpacked it on the way.
  const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
  const whole = new Response(isPacked ? file.pipeThrough(new DecompressionStream('gzip')) : file);
  return new Uint8Array(await whole.arrayBuffer(), PAGEFIND_SIGNATURE.length);
}

/**
 * Opens the index that Pagefind wrote, of which a query loads what it needs. Its program is called as Pagefind's own
 * module calls it, which weighs as much as several answers, serves one index only, and loads one chunk for a token.
 */
export async function openIndex(
  program: Uint8Array<ArrayBuffer>,
  contents: Uint8Array<ArrayBuffer>,
  read: (name: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<PlacesOf> {
  // It asks for a table of the browser's objects, of which it is given none.
  const imports = { './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => undefined } };
  const { instance } = await WebAssembly.instantiate(program, imports);
  const exports = instance.exports as unknown as Exports;
  const give = (value: string | Uint8Array): Given => {
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    const address = exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(exports.memory.buffer).set(bytes, address);
    return [address, bytes.length];
  };
  const chunksFor = chunksIn(contents);
  let index = exports.init_pagefind(...give(contents));
  const loadChunk = once(async (name) => {
    const chunk = await read(`index/${name}.pf_index`);
    index = exports.load_index_chunk(index, ...give(chunk));
  });
  return once(async (token) => {
    await Promise.all(chunksFor(token).map(loadChunk));
    // Without filters and an order of its own; in quotation marks (the next to last) only the first place is told.
    const options = [...give('{}'), ...give(''), 0, 0] as const;
    const [address, length] = exports.search(index, ...give(token), ...give(token), ...options);
    const answer = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, address >>> 0, length));
    exports.__wbindgen_free(address, length, 1);
    const { results } = JSON.parse(answer) as { results: { p: string; l: { l: number }[] }[] };
    return new Map(results.map(({ p: page, l: places }) => [page, places.map(({ l: place }) => place)]));
  });
}

/** Tells the names of the chunks of an index that may have what begins with a token. */
export function chunksIn(contents: Uint8Array): (token: string) => string[] {
  const { chunks } = contentsOf(contents);
  return (token) =>
    chunks.flatMap(([first, last, name]) =>
      first <= `${token}~` && (last >= token || token.startsWith(last)) ? [name] : [],
    );
}

/** A chunk of an index: with what its first and its last token begin, which tells them from their neighbours, and its name. */
type Chunk = [first: string, last: string, name: string];

/** What Pagefind notes of an index: the names of its pages, in the order in which they were laid in, and its chunks (in CBOR, RFC 8949). */
export function contentsOf(contents: Uint8Array): { pages: string[]; chunks: Chunk[] } {
  const bytes = new DataView(contents.buffer, contents.byteOffset);
  let at = 0;
  const next = (): unknown => {
    const head = bytes.getUint8(at++);
    let n = head & 31;
    if (n === 24) n = bytes.getUint8(at++);
    else if (n === 25) [n, at] = [bytes.getUint16(at), at + 2];
    else if (n === 26) [n, at] = [bytes.getUint32(at), at + 4];
    if (head >> 5 === 4) return Array.from({ length: n }, next);
    if (head >> 5 !== 3) return n;
    at += n;
    return new TextDecoder().decode(contents.subarray(at - n, at));
  };
  const [, pages, chunks] = next() as [version: string, pages: [string, number][], chunks: Chunk[]];
  return { pages: pages.map(([name]) => name), chunks };
}

/** Where something lies in the program's memory, and its length in bytes. */
type Given = [address: number, length: number];

/** What Pagefind 1.6 exports, as wasm-bindgen lays it out; an index goes by its address. */
interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_malloc: (length: number, alignment: number) => number;
  __wbindgen_free: (address: number, length: number, alignment: number) => void;
  init_pagefind: (...meta: Given) => number;
  load_index_chunk: (index: number, ...chunk: Given) => number;
  /** The query, as it is and as it was typed; filters, an order; whether it is exact, and accents count. */
  search: (index: number, ...terms: [...Given, ...Given, ...Given, ...Given, number, number]) => Given;
}
