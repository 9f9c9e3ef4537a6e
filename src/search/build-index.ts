import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { contentsOf, PAGEFIND_SIGNATURE } from './pagefind.ts';
import type { StoredRecord } from './record.ts';

/**
 * The language that Pagefind is told: one it knows nothing of, so that it neither shortens words to their stems nor
 * cuts texts by itself, on which its two halves disagree.
 */
const LANGUAGE = 'und';

/**
 * Bytes of an index chunk before it is compressed, nearly. A query loads one for each of its tokens, and what lists all
 * of them: the more there are, the larger both should be.
 */
const chunkBytes = (tokens: number): number => Math.max(200, Math.round(1.1 * Math.sqrt(tokens)));

/** What of Pagefind's files a browser loads, here or where indexes are merged. */
const LOADED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|fragment))$/;

/** Lays pages into an index: records that lie together, and the tokens by which they are found. Returns its files, and of these Pagefind’s program and what it notes of its index. Throws what Pagefind reports. */
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
      // By its address its file is named: that changes with whatever a record says.
      const url = JSON.stringify([i, records]);
      // Pagefind leaves a page out that has nothing, as where an edition lacks a lot; no token begins with this one.
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

/** A fragment with its records as data, which Pagefind hands back as they are, and without the tokens. Notes the name of its page. */
function withRecords(file: IndexFile, names: string[]): IndexFile {
  const text = gunzipSync(file.content).toString('utf8').slice(PAGEFIND_SIGNATURE.length);
  const fragment = JSON.parse(text) as { url: string };
  const [page, records] = JSON.parse(fragment.url) as [number, StoredRecord[]];
  names[page] = /([^\\/]+)\.pf_fragment$/.exec(file.path)?.[1] ?? '';
  const said = JSON.stringify({ url: '', content: '', anchors: [], meta: { records } });
  return { ...file, content: gzipSync(PAGEFIND_SIGNATURE + said, { level: 9 }) };
}
