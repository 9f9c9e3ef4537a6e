import { close, createIndex } from 'pagefind';
import { fold, foldQuery } from './fold.ts';
import { INDEX_LANGUAGE } from './index-language.ts';
import type { SearchRecord, Vocabulary } from './record.ts';
import { contractedIn, isSign, isWord, joinsOf, tokensOf } from './tokens.ts';

/** Bytes of an index chunk: a query loads one for each of its characters. */
const CHUNK = '2000';

/** Writes an index of the records into an empty folder. Throws what Pagefind reports. */
export async function buildIndex(records: SearchRecord[], folder: string): Promise<void> {
  const groups = packed(records).map((group) => ({
    group,
    tokens: group.flatMap(({ text }) => [
      ...tokensOf(fold(text).text.replaceAll('\n', ` ${PARAGRAPH} `)),
      PARAGRAPH,
    ]),
    joins: group.flatMap(({ text }) => text.split('\n').flatMap(joinsOf)),
  }));
  const signs = [...new Set(groups.flatMap(({ tokens }) => tokens).filter(isSign))].sort().join('');
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK;
  const { index, errors } = await createIndex({ includeCharacters: signs });
  if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const { group, tokens, joins } of groups) {
      const added = await index.addCustomRecord({
        // Pagefind also searches what it calls meta; the address is the one field that it hands back as it is.
        url: JSON.stringify(group),
        content: [...tokens, ...joins].join(' '),
        language: INDEX_LANGUAGE,
      });
      if (added.errors.length > 0)
        throw new Error(`Pagefind refused ${group[0]?.url ?? ''}: ${added.errors.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
  } finally {
    await close();
  }
}

/** Characters of records that lie together: every first query loads some bytes for each lot of them. */
const LOT = 1200;

/** Records one behind the other in lots. */
function packed(records: SearchRecord[]): SearchRecord[][] {
  const lots: SearchRecord[][] = [];
  let room = 0;
  for (const record of records) {
    room -= record.text.length;
    const last = lots.at(-1);
    if (last && room >= 0) last.push(record);
    else {
      lots.push([record]);
      room = LOT - record.text.length;
    }
  }
  return lots;
}

/** Stands in the index for the end of a paragraph, which no phrase runs over. */
const PARAGRAPH = '¶';

/** How many words are kept for pinyin. */
const MOST_WORDS = 6000;

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
    words: [...new Set([...terms, ...frequent])].slice(0, MOST_WORDS),
  };
}
