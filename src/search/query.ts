import { phrasesOf, uncutText } from './cut.ts';

/** A segment that has every word of the query. */
export interface Hit {
  /** From the dossier's root. */
  url: string;
  segment: string;
  title: string;
  pages: string;
  /** Its text, cut into what matches and what does not. */
  excerpt: { text: string; hit: boolean }[];
}

/** The part of Pagefind's browser module that is used. */
interface Pagefind {
  options: (options: { baseUrl: string }) => Promise<void>;
  init: () => Promise<void>;
  search: (
    query: string,
    options: { filters: Record<string, string> },
  ) => Promise<{ results: { id: string; data: () => Promise<Fragment> }[] }>;
}

interface Fragment {
  raw_url: string;
  raw_content: string;
  meta: Record<string, string>;
}

/** Loads the index that lies beside the site, in the language of the page, to search one edition. */
export async function openIndex(base: string, edition: string): Promise<(query: string) => Promise<Hit[]>> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  return (query) => search(pagefind, query, edition);
}

/** Words apart from one another must all occur, each exactly as written; most occurrences first. */
async function search(pagefind: Pagefind, query: string, edition: string): Promise<Hit[]> {
  const words = query.split(/[\s"]+/).filter(Boolean);
  const phrases = words.flatMap(phrasesOf);
  const found = await Promise.all(phrases.map((phrase) => pagefind.search(phrase, { filters: { edition } })));
  const [first, ...rest] = found.map(({ results }) => new Map(results.map((result) => [result.id, result])));
  const inAll = [...(first?.values() ?? [])].filter(({ id }) => rest.every((results) => results.has(id)));
  const fragments = await Promise.all(inAll.map((result) => result.data()));
  return fragments
    .map(({ raw_url, raw_content, meta }) => ({ url: raw_url, meta, text: uncutText(raw_content) }))
    .filter(({ text }) => words.every((word) => occurrences(text, [word]).length > 0))
    .sort((a, b) => occurrences(b.text, words).length - occurrences(a.text, words).length)
    .map(({ url, meta, text }) => ({
      url,
      segment: meta['segment'] ?? '',
      title: meta['title'] ?? '',
      pages: meta['pages'] ?? '',
      excerpt: excerpt(text, words),
    }));
}

/** Where any of the words begin and end, without overlaps. */
function occurrences(text: string, words: string[]): [number, number][] {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [...text.matchAll(new RegExp(escaped.join('|'), 'gi'))].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
}

const BEFORE = 30;
const LENGTH = 120;

/** A window on the first occurrence, its hits told apart. */
function excerpt(text: string, words: string[]): Hit['excerpt'] {
  const hits = occurrences(text, words);
  const start = Math.max(0, (hits[0]?.[0] ?? 0) - BEFORE);
  const end = Math.min(text.length, start + LENGTH);
  const pieces: Hit['excerpt'] = start > 0 ? [{ text: '…', hit: false }] : [];
  let at = start;
  for (const [from, to] of hits.filter(([, to]) => to <= end)) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  pieces.push({ text: text.slice(at, end) + (end < text.length ? '…' : ''), hit: false });
  return pieces;
}
