import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { close, createIndex } from 'pagefind';
import { encoded, fileName, PAGEFIND_SIGNATURE, type Encodable, type Index } from './pagefind.ts';
import type { StoredRecord } from './record.ts';

/**
 * The language given to Pagefind: one that it does not know, so that it neither stems words nor segments texts, which
 * its indexer and its browser part do differently.
 */
const LANGUAGE = 'und';

/**
 * The approximate size of an index chunk in bytes, uncompressed. A query loads one chunk per token, and the list of all
 * chunks: the more tokens there are, the larger both should be.
 */
const chunkBytes = (tokens: number): number => Math.max(200, Math.round(1.52 * Math.sqrt(tokens)));

/** The Pagefind files that browsers load, including those needed for merging indexes. */
const LOADED = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index))$/;

/** The files of an index of pages, without these, and its description. Throws the errors that Pagefind reports. */
export async function buildIndex(
  pages: { records: StoredRecord[]; tokens: string[] }[],
): Promise<{ files: Map<string, Uint8Array>; index: Index }> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    chunkBytes(pages.reduce((sum, { tokens }) => sum + tokens.length, 0)),
  );
  const { index: pagefind, errors } = await createIndex();
  assert(pagefind, `Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const [i, { records, tokens }] of pages.entries()) {
      // A hash of the address is part of the index, so its files’ names change with the content of any record. Pagefind
      // drops empty pages, such as a lot that an edition lacks. No token begins with “z”.
      const page = {
        url: JSON.stringify([i, records]),
        content: tokens.join(' ') || 'z',
        language: LANGUAGE,
      };
      const added = await pagefind.addCustomRecord(page);
      assert.equal(added.errors.join('; '), '', 'Pagefind refused a page');
    }
    const written = await pagefind.getFiles();
    assert.equal(written.errors.join('; '), '', 'Pagefind wrote no index');
    const files = written.files.map(({ path, content }): [string, Uint8Array] => [
      path.replaceAll('\\', '/'),
      content,
    ]);
    return renumbered(
      new Map(files.filter(([path]) => LOADED.test(path.split('/').at(-1) ?? ''))),
      pages.map(({ tokens }) => Math.max(1, tokens.length)),
    );
  } finally {
    await close();
  }
}

/** The files under numbers, so that browsers need no list of names; a hash in the names changes with the index. */
function renumbered(
  files: Map<string, Uint8Array>,
  lengths: number[],
): { files: Map<string, Uint8Array>; index: Index } {
  const metaPath = [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '';
  const packed = gunzipSync(files.get(metaPath) ?? '').subarray(PAGEFIND_SIGNATURE.length);
  const [version, pages, chunks, ...others] = decoded(packed) as [
    string,
    [string, number, ...Encodable[]][],
    [string, string, string][],
    ...Encodable[],
  ];
  assert.deepEqual(
    pages.map(([, length]) => length),
    lengths,
    'Pagefind lists its pages in another order than they were laid in',
  );
  const index = {
    version,
    prefix: `${LANGUAGE}_${createHash('sha256').update(packed).digest('hex').slice(0, 6)}_`,
    chunks: chunks.map(([first]) => first).join(' '),
  };
  const nameOfChunk = (i: number): string => fileName(index, pages.length + i);
  const meta = encoded([
    version,
    pages.map(([, ...rest], i) => [fileName(index, i), ...rest]),
    chunks.map(([first, last], i) => [first, last, nameOfChunk(i)]),
    ...others,
  ]);
  const renamed = new Map(
    chunks.map(([, , name], i) => [`index/${name}.pf_index`, `index/${nameOfChunk(i)}.pf_index`]),
  );
  const all = [...files].map(([path, content]): [string, Uint8Array] => [renamed.get(path) ?? path, content]);
  return { index, files: new Map(all).set(metaPath, compressed(Uint8Array.from(meta))) };
}

/** Decodes Pagefind’s metadata (CBOR, RFC 8949). */
function decoded(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  const next = (): unknown => {
    const head = view.getUint8(at++);
    let n = head & 31;
    if (n === 24) n = view.getUint8(at++);
    else if (n === 25) [n, at] = [view.getUint16(at), at + 2];
    else if (n === 26) [n, at] = [view.getUint32(at), at + 4];
    if (head >> 5 === 4) return Array.from({ length: n }, next);
    if (head >> 5 !== 3) return n;
    at += n;
    return new TextDecoder().decode(bytes.subarray(at - n, at));
  };
  return next();
}

/** Pagefind’s program, compressed tightly once: it is the same in every index. */
let program: { from: Uint8Array; to: Promise<Uint8Array> } | undefined;

/** Pagefind’s program in a thirtieth fewer bytes than it writes, since every first query loads it. */
export function compressedTightly(from: Uint8Array): Promise<Uint8Array> {
  if (!program || Buffer.compare(program.from, from) !== 0)
    program = { from, to: gzipAsync(gunzipSync(from), {}) };
  return program.to;
}

export const compressed = (content: string | Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(PAGEFIND_SIGNATURE), Buffer.from(content)]), { level: 9 });
