import { close, createIndex } from 'pagefind';
import { fold, foldQuery } from './fold.ts';
import { INDEX_LANGUAGE } from './index-language.ts';
import type { SearchRecord, Vocabulary } from './record.ts';
import { contractedIn, isSign, isWord, joined, joinsOf, tokensOf } from './tokens.ts';

/** Bytes of an index chunk: a query loads one for each of its characters. */
const CHUNK_BYTES = '2000';

/** Writes an index of the records into an empty folder. Throws what Pagefind reports. */
export async function buildIndex(records: SearchRecord[], folder: string): Promise<void> {
  const batches = batched(records).map((batch) => ({
    batch,
    tokens: batch.flatMap(({ text }) => [
      ...tokensOf(fold(text).text.replaceAll('\n', ` ${PARAGRAPH} `)),
      PARAGRAPH,
    ]),
    joins: batch.flatMap((record) => [...record.text.split('\n').flatMap(joinsOf), ...handlesOf(record)]),
  }));
  const signs = [...new Set(batches.flatMap(({ tokens }) => tokens).filter(isSign))].sort().join('');
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK_BYTES;
  const { index, errors } = await createIndex({ includeCharacters: signs });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const { batch, tokens, joins } of batches) {
      const added = await index.addCustomRecord({
        // Pagefind also searches what it calls meta; the address is the one field that it hands back as it is.
        url: JSON.stringify(batch),
        content: [...tokens, ...joins].join(' '),
        language: INDEX_LANGUAGE,
      });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${batch[0]?.url ?? ''}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
}

/** Words under which a record is found by its kind and number, and a paragraph by its printed pages. */
function handlesOf({ kind, id, pages: [first, last] = [1, 0] }: SearchRecord): string[] {
  const pages = kind === 'segment' ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  return [joined(kind, id), ...pages.map((page) => joined('page', String(page)))];
}

/** Characters of records that lie together: every first query loads some bytes for each batch of them. */
const BATCH_CHARACTERS = 1200;

/** Records one behind the other in batches. */
function batched(records: SearchRecord[]): SearchRecord[][] {
  const batches: SearchRecord[][] = [];
  let charactersLeft = 0;
  for (const record of records) {
    charactersLeft -= record.text.length;
    const last = batches.at(-1);
    if (last && charactersLeft >= 0) last.push(record);
    else {
      batches.push([record]);
      charactersLeft = BATCH_CHARACTERS - record.text.length;
    }
  }
  return batches;
}

/** Stands in the index for the end of a paragraph, which no phrase runs over. */
const PARAGRAPH = '¶';

/** How many words are kept for pinyin. */
const MAX_WORDS = 6000;

/** The words of the records, which an index by itself does not tell. */
export function vocabularyOf(records: SearchRecord[], lang: string): Vocabulary {
  const words = new Set<string>();
  const contracted = new Set<string>();
  const counts = new Map<string, number>();
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  for (const { text } of records) {
    const folded = foldQuery(text);
    for (const token of tokensOf(folded)) if (isWord(token)) words.add(token);
    for (const line of text.split('\n')) for (const word of contractedIn(line)) contracted.add(word);
    for (const { segment } of segmenter.segment(folded))
      if (/^\p{Script=Han}{2,}$/u.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  const terms = records.filter(({ kind }) => kind === 'term').map(({ title }) => foldQuery(title));
  const frequent = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  return {
    letters: [...words].sort(),
    contracted: [...contracted].sort(),
    words: [...new Set([...terms, ...frequent])].slice(0, MAX_WORDS),
  };
}
