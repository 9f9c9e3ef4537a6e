import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { PAGEFIND_SIGNATURE } from './packed-file.ts';
import { contentsOf } from './pagefind.ts';
import type { SearchRecord } from './record.ts';

/**
 * The language that Pagefind is told: one it knows nothing of, so that it neither shortens words to their stems nor
 * cuts texts by itself, on which its two halves disagree.
 */
const LANGUAGE = 'und';

/**
 * Bytes of an index chunk before it is compressed, nearly. A query loads one for each of its tokens, and what lists all
 * of them: the more there are, the larger both should be.
 */
const chunkBytes = (tokens: number): number => Math.max(1000, Math.round(2.5 * Math.sqrt(tokens)));

/** What of Pagefind's files a browser loads, here or where indexes are merged. */
const LOADED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_(?:meta|index|fragment))$/;

/** Lays pages into an index: records that lie together, and the tokens by which they are found. Returns its files, and what Pagefind notes of it. Throws what Pagefind reports. */
export async function buildIndex(
  pages: { records: SearchRecord[]; tokens: string[] }[],
): Promise<{ files: { path: string; content: Uint8Array }[]; meta: Uint8Array }> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(
    chunkBytes(pages.reduce((sum, { tokens }) => sum + tokens.length, 0)),
  );
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const [i, { records, tokens }] of pages.entries()) {
      const added = await index.addCustomRecord({
        // Pagefind also searches what it calls meta; the address is the one field that it hands back as it is.
        url: JSON.stringify({ page: i, records }),
        // Pagefind leaves a page out that has nothing, as where an edition lacks a lot; no token begins with this one.
        content: tokens.join(' ') || 'z',
        language: LANGUAGE,
      });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${records[0]?.url ?? ''}: ${added.errors.join('; ')}`);
    }
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    const names: string[] = [];
    const files = written.files
      .filter(({ path }) => LOADED.test(path.split(/[\\/]/).at(-1) ?? ''))
      .map((file) => (file.path.endsWith('.pf_fragment') ? withoutTokens(file, names) : file));
    const meta = files.find(({ path }) => path.endsWith('.pf_meta'))?.content ?? new Uint8Array();
    const listed = contentsOf(gunzipSync(meta).subarray(PAGEFIND_SIGNATURE.length)).pages;
    assert.deepEqual(listed, names, 'Pagefind lists its pages in another order than they were laid in');
    return { files, meta };
  } finally {
    await close();
  }
}

/** A fragment with its records only: it repeats the tokens, which nobody reads there. Notes the name of its page. */
function withoutTokens({ path, content }: IndexFile, names: string[]): IndexFile {
  const text = gunzipSync(content).toString('utf8').slice(PAGEFIND_SIGNATURE.length);
  const fragment = JSON.parse(text) as { url: string };
  const { page, records } = JSON.parse(fragment.url) as { page: number; records: SearchRecord[] };
  names[page] = /([^\\/]+)\.pf_fragment$/.exec(path)?.[1] ?? '';
  const slim = JSON.stringify({ ...fragment, url: JSON.stringify(records), content: '' });
  return { path, content: gzipSync(PAGEFIND_SIGNATURE + slim, { level: 9 }) };
}
