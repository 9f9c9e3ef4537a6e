import { INDEX_LANGUAGE } from './index-language.ts';
import { excludes, matchReading, searchable } from './match.ts';
import { gramsOf, runsIn, spansOfRuns } from './near.ts';
import type { Part, Query, Reading } from './parse-query.ts';
import type { Forms, SearchRecord, Shard, Vocabulary } from './record.ts';
import type { Hit, Match, Source } from './source.ts';
import { readAs } from './spell.ts';
import { isWord, tokensOf } from './tokens.ts';

/** The part of Pagefind's browser module that is used. */
interface Pagefind {
  createInstance: (options: { basePath: string; baseUrl: string; noWorker: boolean }) => Instance;
}
interface Instance {
  init: (language: string) => Promise<void>;
  search: (query: string) => Promise<{ results: Found[] }>;
}
interface Found {
  id: string;
  score: number;
  /** Which words of the record match. */
  words: number[];
  data: () => Promise<{ raw_url: string }>;
}

/** In so many ways the last word of a query may go on, each of which is asked for: unquoted, Pagefind guesses. */
const MOST_ENDINGS = 2000;
/** How many texts are read to tell whether they match, where the index alone cannot. */
const MOST_READ = 60;

/** Searches an edition whose records lie in an index, of which a query loads what it needs. */
export async function indexSource(
  { edition, lang, names, terms, indexed = 1 }: Shard,
  folder: string,
  forms: () => Promise<Forms>,
  loadVocabulary: () => Promise<Vocabulary>,
): Promise<Source> {
  const module: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const pagefind = module.createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
  await pagefind.init(INDEX_LANGUAGE);
  let vocabulary: Promise<Vocabulary> | undefined;
  const words = (): Promise<Vocabulary> => (vocabulary ??= loadVocabulary());

  const asked = new Map<string, Promise<Found[]>>();
  const ask = (query: string): Promise<Found[]> => {
    const answer = asked.get(query) ?? pagefind.search(query).then(({ results }) => results);
    asked.set(query, answer);
    return answer;
  };
  const read = async (found: Found): Promise<SearchRecord[]> => JSON.parse((await found.data()).raw_url);
  /** Which of the records that lie together match. */
  async function hitsIn(found: Found, reading: Reading, query: Query): Promise<Hit[]> {
    const hits = (await read(found)).flatMap((record): Hit[] => {
      const text = searchable(record.text);
      const spans = excludes(query, text) ? undefined : matchReading(text, reading);
      return spans ? [{ record, spans }] : [];
    });
    return hits.sort((a, b) => b.spans.length - a.spans.length);
  }

  /** The records that have a folded string, each with how often, nearly. */
  async function having(needle: string): Promise<Map<Found['id'], { found: Found; count: number }>> {
    const tokens = tokensOf(needle);
    const last = tokens.at(-1) ?? '';
    const endings = isWord(last) ? endingsOf(last, (await words()).letters) : [last];
    const held = new Map<Found['id'], { found: Found; count: number }>();
    const phrases = endings
      .slice(0, MOST_ENDINGS)
      .map((ending) => `"${[...tokens.slice(0, -1), ending].join(' ')}"`);
    if (endings.length === 0) return held;
    for (const answer of await Promise.all(phrases.map(ask)))
      for (const found of answer) held.set(found.id, { found, count: 1 });
    for (const found of await ask([...new Set(tokens)].join(' '))) {
      const one = held.get(found.id);
      if (one) one.count = Math.max(1, windows(found.words, tokens.length));
    }
    return held;
  }

  async function findStrictly(reading: Reading, query: Query): Promise<Match[]> {
    let all: Map<string, { found: Found; count: number }> | undefined;
    for (const part of reading.parts) {
      const held = new Map<string, { found: Found; count: number }>();
      for (const needle of part) for (const [id, one] of await having(needle)) held.set(id, one);
      all = all === undefined ? held : intersect(all, held);
      if (all.size === 0) return [];
    }
    const lots = [...(all?.values() ?? [])].sort((a, b) => b.count - a.count);
    const matches = lots.map(({ found, count }) => toMatch(found, count, reading, query));
    // One string stands in one of the records; several may stand in different ones, so that the texts tell.
    return reading.parts.length === 1 && query.not.length === 0 ? matches : fromFirstRead(matches);
  }

  /** Signs may stand between the words: the texts tell. */
  async function findLoosely(reading: Reading, query: Query): Promise<Match[]> {
    const likely = new Map<string, { found: Found; span: number }>();
    for (const part of product(reading.parts)) {
      const tokens = [...new Set(part.flatMap((needle) => tokensOf(needle)))];
      const known = (await words()).letters;
      if (tokens.some((token) => isWord(token) && endingsOf(token, known).length === 0)) continue;
      for (const found of await ask(tokens.join(' ')))
        likely.set(found.id, { found, span: narrowest(found.words, tokens.length) });
    }
    const nearest = [...likely.values()].sort((a, b) => a.span - b.span).slice(0, MOST_READ);
    const answers = await Promise.all(nearest.map(({ found }) => hitsIn(found, reading, query)));
    return answers.filter((hits) => hits.length > 0).map((hits) => matchOf(hits));
  }

  const toMatch = (found: Found, count: number, reading: Reading, query: Query): Match => {
    let hits: Promise<Hit[]> | undefined;
    return { isRemote: true, count, read: () => (hits ??= hitsIn(found, reading, query)) };
  };

  return {
    edition,
    lang,
    names,
    terms,
    forms,
    find: async (query: Query) => {
      for (const reading of query.readings) {
        const matches = await (reading.loose ? findLoosely : findStrictly)(reading, query);
        if (matches.length > 0) return { reading, matches: matches.sort((a, b) => b.count - a.count) };
      }
      return { reading: undefined, matches: [] };
    },
    onPage: () => [],
    near: async (query, most) => {
      const scores = new Map<string, { found: Found; score: number }>();
      for (const gram of gramsOf(query)) {
        const held = await having(gram);
        const weight = Math.log(1 + indexed / (1 + held.size));
        for (const [id, { found, count }] of held) {
          const had = scores.get(id) ?? { found, score: 0 };
          had.score += (weight * count * 2.2) / (count + 1.2);
          scores.set(id, had);
        }
      }
      const best = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, most);
      return Promise.all(
        best.map(async ({ found }): Promise<Match> => {
          const hits = (await read(found)).map((record): Required<Hit> => {
            const text = searchable(record.text);
            const runs = runsIn(query, text);
            return { record, runs, spans: spansOfRuns(text, runs) };
          });
          const said = ({ runs }: Required<Hit>): number => runs.join('').length;
          return matchOf(hits.sort((a, b) => said(b) - said(a)).slice(0, 1));
        }),
      );
    },
    readAs: async (letters) => {
      const list = (await words()).words;
      const whole = (text: string, start: number, end: number): boolean => start === 0 && end === text.length;
      return readAs(letters, list, await forms(), whole);
    },
    isRemote: true,
    // A place of another edition would have to be looked for in the whole index.
    record: () => Promise.resolve(undefined),
  };
}

const matchOf = (hits: Hit[]): Match => ({
  isRemote: true,
  count: hits.reduce((sum, { spans }) => sum + spans.length, 0),
  read: () => Promise.resolve(hits),
});

/** From the first match that holds good when its text is read; those behind it are read when they are looked at. */
async function fromFirstRead(matches: Match[]): Promise<Match[]> {
  const AT_ONCE = 20;
  for (let at = 0; at < matches.length; at += AT_ONCE) {
    const some = matches.slice(at, at + AT_ONCE);
    const read = await Promise.all(some.map((match) => match.read()));
    const good = some.filter((_, i) => (read[i]?.length ?? 0) > 0);
    if (good.length > 0) return [...good, ...matches.slice(at + AT_ONCE)];
  }
  return [];
}

/** The words that begin so, of a list in order. */
function endingsOf(start: string, letters: string[]): string[] {
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((letters[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; letters[i]?.startsWith(start); i++) found.push(letters[i] ?? '');
  return found;
}

const intersect = <T extends { count: number }>(a: Map<string, T>, b: Map<string, T>): Map<string, T> =>
  new Map(
    [...a].flatMap(([id, one]) =>
      b.has(id) ? [[id, { ...one, count: one.count + (b.get(id)?.count ?? 0) }]] : [],
    ),
  );

/** How often so many matching words stand one behind the other. */
function windows(places: number[], length: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let n = 0;
  for (let i = 0; i + length <= sorted.length; i++)
    if ((sorted[i + length - 1] ?? Infinity) - (sorted[i] ?? 0) === length - 1) n++;
  return n;
}

/** The shortest stretch that has so many matching words. */
function narrowest(places: number[], length: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let best = Infinity;
  for (let i = 0; i + length <= sorted.length; i++)
    best = Math.min(best, (sorted[i + length - 1] ?? Infinity) - (sorted[i] ?? 0));
  return best;
}

/** One spelling of each part, in every combination. */
const product = (parts: Part[]): string[][] =>
  parts.reduce<string[][]>((lists, part) => lists.flatMap((list) => part.map((one) => [...list, one])), [[]]);
