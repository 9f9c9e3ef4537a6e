import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { encoded, namesOf, PAGEFIND_SIGNATURE, type Encodable, type Index } from './pagefind.ts';
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
const chunkBytes = (tokens: number): number => Math.max(200, Math.round(0.9 * Math.sqrt(tokens)));

/** The Pagefind files that browsers load, including those needed for merging indexes. */
const LOADED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|fragment))$/;

/**
 * Builds an index of pages, each with its records and the tokens by which they are found. Returns the index files, and
 * separately Pagefind’s program and a description of the index. Throws the errors that Pagefind reports.
 */
export async function buildIndex(
  pages: { records: StoredRecord[]; tokens: string[] }[],
): Promise<{ files: { path: string; content: Uint8Array }[]; program: Uint8Array; index: Index }> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    chunkBytes(pages.reduce((sum, { tokens }) => sum + tokens.length, 0)),
  );
  const { index: pagefind, errors } = await createIndex();
  if (!pagefind) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const [i, { records, tokens }] of pages.entries()) {
      // Pagefind names a page’s file by its address, so the name changes with the content of any record.
      const url = JSON.stringify([i, records]);
      // Pagefind drops empty pages, such as a lot that an edition lacks. No token begins with “z”.
      const added = await pagefind.addCustomRecord({
        url,
        content: tokens.join(' ') || 'z',
        language: LANGUAGE,
      });
      if (added.errors.length > 0) throw new Error(`Pagefind refused a page: ${added.errors.join('; ')}`);
    }
    const written = await pagefind.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    const names: string[] = [];
    const { files, index } = renumbered(
      written.files
        .filter(({ path }) => LOADED.test(path.split(/[\\/]/).at(-1) ?? ''))
        .map((file) => (file.path.endsWith('.pf_fragment') ? withRecords(file, names) : file)),
      names,
    );
    return { files, program: fileIn(files, 'wasm.unknown.pagefind'), index };
  } finally {
    await close();
  }
}

/**
 * A fragment with its records as metadata, which Pagefind returns unchanged, and without the tokens. Adds the page’s
 * name to `names`.
 */
function withRecords(file: IndexFile, names: string[]): IndexFile {
  const text = gunzipSync(file.content).toString('utf8').slice(PAGEFIND_SIGNATURE.length);
  const fragment = JSON.parse(text) as { url: string };
  const [page, records] = JSON.parse(fragment.url) as [number, StoredRecord[]];
  names[page] = /([^\\/]+)\.pf_fragment$/.exec(file.path)?.[1] ?? '';
  const content = JSON.stringify({ url: '', content: '', anchors: [], meta: { records } });
  return { ...file, content: compressed(content) };
}

/**
 * The files under numbers, so that browsers need no list of their names. The names still change with the index, since a
 * hash of it is part of them.
 */
function renumbered(files: IndexFile[], pages: string[]): { files: IndexFile[]; index: Index } {
  const packed = gunzipSync(fileIn(files, '.pf_meta')).subarray(PAGEFIND_SIGNATURE.length);
  const meta = decoded(packed) as [
    string,
    [string, number, ...Encodable[]][],
    [string, string, string][],
    ...Encodable[],
  ];
  const [version, listed, chunks, ...others] = meta;
  assert.deepEqual(
    listed.map(([page]) => page),
    pages,
    'Pagefind lists its pages in another order than they were laid in',
  );
  const index = {
    version,
    prefix: `${LANGUAGE}_${createHash('sha256').update(packed).digest('hex').slice(0, 6)}_`,
    chunks: chunks.map(([first]) => first).join(' '),
  };
  const names = namesOf(index, pages.length);
  const renamed = new Map([
    ...pages.map((page, i): [string, string] => [`${page}.pf_fragment`, names.pages[i] ?? '']),
    ...chunks.map(([, , name], i): [string, string] => [`${name}.pf_index`, names.chunks[i] ?? '']),
  ]);
  const encodedMeta = encoded([
    version,
    listed.map(([, ...rest], i) => [names.pages[i] ?? '', ...rest]),
    chunks.map(([first, last], i) => [first, last, names.chunks[i] ?? '']),
    ...others,
  ]);
  return {
    index,
    files: files.map(({ path, content }) => {
      if (path.endsWith('.pf_meta')) return { path, content: compressed(Uint8Array.from(encodedMeta)) };
      const [, name = ''] = /([^\\/]+)$/.exec(path) ?? [];
      const number = renamed.get(name);
      return { path: number === undefined ? path : path.replace(/[^\\/.]+(?=\.)/, number), content };
    }),
  };
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

export const compressed = (content: string | Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([Buffer.from(PAGEFIND_SIGNATURE), Buffer.from(content)]), { level: 9 });

function fileIn(files: IndexFile[], end: string): Uint8Array {
  const file = files.find(({ path }) => path.endsWith(end));
  assert(file, `Pagefind wrote no ${end}`);
  return file.content;
}
