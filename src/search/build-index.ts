import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { contentsOf, PAGEFIND_SIGNATURE } from './pagefind.ts';
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
const chunkBytes = (tokens: number): number => Math.max(200, Math.round(1.1 * Math.sqrt(tokens)));

/** The Pagefind files that browsers load, including those needed for merging indexes. */
const LOADED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|fragment))$/;

/**
 * Builds an index of pages, each with its records and the tokens by which they are found. Returns the index files, and
 * separately Pagefind’s program and its metadata. Throws the errors that Pagefind reports.
 */
export async function buildIndex(
  pages: { records: StoredRecord[]; tokens: string[] }[],
): Promise<{ files: { path: string; content: Uint8Array }[]; program: Uint8Array; meta: Uint8Array }> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    chunkBytes(pages.reduce((sum, { tokens }) => sum + tokens.length, 0)),
  );
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const [i, { records, tokens }] of pages.entries()) {
      // Pagefind names a page’s file by its address, so the name changes with the content of any record.
      const url = JSON.stringify([i, records]);
      // Pagefind drops empty pages, such as a lot that an edition lacks. No token begins with “z”.
      const added = await index.addCustomRecord({
        url,
        content: tokens.join(' ') || 'z',
        language: LANGUAGE,
      });
      if (added.errors.length > 0) throw new Error(`Pagefind refused a page: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    const names: string[] = [];
    const files = written.files
      .filter(({ path }) => LOADED.test(path.split(/[\\/]/).at(-1) ?? ''))
      .map((file) => (file.path.endsWith('.pf_fragment') ? withRecords(file, names) : file));
    const [program, meta] = ['wasm.unknown.pagefind', '.pf_meta'].map(
      (end) => files.find(({ path }) => path.endsWith(end))?.content,
    );
    if (!program || !meta) throw new Error('Pagefind wrote no program, or no notes of its index');
    const listed = contentsOf(gunzipSync(meta).subarray(PAGEFIND_SIGNATURE.length)).pages;
    assert.deepEqual(listed, names, 'Pagefind lists its pages in another order than they were laid in');
    return { files, program, meta };
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
  const said = JSON.stringify({ url: '', content: '', anchors: [], meta: { records } });
  return { ...file, content: gzipSync(PAGEFIND_SIGNATURE + said, { level: 9 }) };
}
