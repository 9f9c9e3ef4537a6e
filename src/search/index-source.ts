import { INDEX_LANGUAGE } from './index-language.ts';
import { countLiteral, excludes, matchParts, searchable } from './match.ts';
import { gramsOf, runsIn, spansOfRuns } from './near.ts';
import type { Part, Query, Interpretation } from './parse-query.ts';
import { isOnPage } from './printed-page.ts';
import type { Variants, SearchRecord, Shard, Vocabulary } from './record.ts';
import { compareByCount } from './shard.ts';
import type { Hit, Match, SearchSource } from './search-source.ts';
import { readAs } from './spell.ts';
import { isWord, joined, tokensOf } from './tokens.ts';

/** The part of Pagefind's browser module that is used. */
interface Pagefind {
  createInstance: (options: { basePath: string; baseUrl: string; noWorker: boolean }) => Instance;
}
interface Instance {
  init: (language: string) => Promise<void>;
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  id: string;
  score: number;
  /** Which words of the record match. */
  words: number[];
  data: () => Promise<{ raw_url: string }>;
}

/** In so many ways the last word of a query may go on, each of which is asked for: unquoted, Pagefind guesses. */
const MAX_ENDINGS = 2000;

/** Searches an edition whose records lie in an index, of which a query loads what it needs. */
export async function indexSource(
  { edition, lang, names, entries, indexed = 1, scripts = {} }: Shard,
  folder: string,
  variants: () => Promise<Variants>,
  loadVocabulary: () => Promise<Vocabulary>,
): Promise<SearchSource> {
  const module: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const pagefind = module.createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
  await pagefind.init(INDEX_LANGUAGE);
  let vocabulary: Promise<Vocabulary> | undefined;
  const words = (): Promise<Vocabulary> => (vocabulary ??= loadVocabulary());

  const asked = new Map<string, Promise<PagefindResult[]>>();
  const ask = (query: string): Promise<PagefindResult[]> => {
    const answer = asked.get(query) ?? pagefind.search(query).then(({ results }) => results);
    asked.set(query, answer);
    return answer;
  };
  const read = async (found: PagefindResult): Promise<SearchRecord[]> =>
    JSON.parse((await found.data()).raw_url);
  /** The records that lie together with those that have a word of the index. */
  const recordsUnder = async (word: string): Promise<SearchRecord[]> =>
    (await Promise.all((await ask(`"${word}"`)).map(read))).flat();
  /** Which of the records that lie together match. */
  async function hitsIn(found: PagefindResult, interpretation: Interpretation, query: Query): Promise<Hit[]> {
    const hits = (await read(found)).flatMap((record): Hit[] => {
      const text = searchable(record.text);
      const spans = excludes(query, text) ? undefined : matchParts(text, interpretation);
      return spans ? [{ record, spans }] : [];
    });
    const literal = ({ spans }: Hit): number => countLiteral(spans, interpretation);
    return hits.sort((a, b) => literal(b) - literal(a) || b.spans.length - a.spans.length);
  }

  /** The records that have a folded string, each with how often, nearly. */
  async function having(needle: string): Promise<Map<string, { found: PagefindResult; count: number }>> {
    const tokens = tokensOf(needle);
    const last = tokens.at(-1) ?? '';
    const endings = isWord(last) ? endingsOf(last, (await words()).letters) : [last];
    const held = new Map<string, { found: PagefindResult; count: number }>();
    const phrases = endings
      .slice(0, MAX_ENDINGS)
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

  /** The records that have a bare string with signs between its words or in them, as far as an index tells. */
  async function havingSigns(bare: string): Promise<PagefindResult[]> {
    const tokens = tokensOf(bare);
    const { letters, contracted } = tokens.some(isWord) ? await words() : NO_WORDS;
    const all = [...letters, ...contracted].sort();
    // The last word may go on.
    const wholes = (word: string, i: number, list: string[]): string[] =>
      i === tokens.length - 1
        ? endingsOf(word, list).slice(0, MAX_ENDINGS)
        : list.filter((one) => one === word);
    const joins = tokens.flatMap((token, i) => [
      ...(isWord(token) ? wholes(token, i, contracted).map((word) => joined('', word)) : []),
      ...(i === 0 ? [] : isWord(token) ? wholes(token, i, all) : [token]).map((word) =>
        joined(tokens[i - 1] ?? '', word),
      ),
    ]);
    const answers = await Promise.all(joins.map((join) => ask(`"${join}"`)));
    return [...new Map(answers.flat().map((found) => [found.id, found])).values()];
  }

  async function batchesWith({ literal, alike }: Part): Promise<Map<string, Batch>> {
    const batches = new Map<string, Batch>();
    const add = (batch: Batch): void => {
      if (!batches.has(batch.found.id)) batches.set(batch.found.id, batch);
    };
    for (const needle of literal)
      for (const { found, count } of (await having(needle)).values())
        add({ found, count, literal: count, isSure: true });
    for (const needle of alike) {
      for (const { found, count } of (await having(needle)).values())
        add({ found, count, literal: 0, isSure: true });
      for (const found of await havingSigns(needle)) add({ found, count: 1, literal: 0, isSure: false });
    }
    return batches;
  }

  /** What an interpretation finds, best first; what is not sure has been read. */
  async function findInterpretation(interpretation: Interpretation, query: Query): Promise<Match[]> {
    let batches: Map<string, Batch> | undefined;
    for (const part of interpretation.parts) {
      const held = await batchesWith(part);
      batches = batches === undefined ? held : intersect(batches, held);
      if (batches.size === 0) return [];
    }
    // One string stands in one of the records; several may stand in different ones, so that the texts tell.
    const tells = interpretation.parts.length === 1 && query.not.length === 0;
    const all = [...(batches?.values() ?? [])].map((batch) => ({
      match: toMatch(batch, interpretation, query),
      isSure: batch.isSure,
    }));
    const read = await Promise.all(
      all.filter(({ isSure }) => !isSure).map(({ match }) => readMatch(match, interpretation)),
    );
    const sure = all.flatMap(({ match, isSure }) => (isSure ? [match] : [])).sort(compareByCount);
    const found = tells ? sure : await fromFirstRead(sure, interpretation);
    return [...found, ...read.flat()].sort(compareByCount);
  }

  const toMatch = ({ found, count, literal }: Batch, interpretation: Interpretation, query: Query): Match => {
    let hits: Promise<Hit[]> | undefined;
    return { isRemote: true, count, literal, read: () => (hits ??= hitsIn(found, interpretation, query)) };
  };

  return {
    edition,
    lang,
    scripts,
    names,
    entries,
    variants,
    find: async (query: Query) => {
      for (const interpretation of query.interpretations) {
        const matches = await findInterpretation(interpretation, query);
        if (interpretation.literally ? matches.some(({ literal }) => literal > 0) : matches.length > 0)
          return { interpretation, matches };
      }
      return { interpretation: undefined, matches: [] };
    },
    onPage: async (page) =>
      (await recordsUnder(joined('page', String(page))))
        .filter((record) => isOnPage(record, page))
        .map((record) => matchOf([{ record, spans: [] }])),
    near: async (query, most) => {
      const scores = new Map<string, { found: PagefindResult; score: number }>();
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
      return readAs(letters, list, await variants(), whole);
    },
    isRemote: true,
    record: async (kind, id) =>
      (await recordsUnder(joined(kind, id))).find((record) => record.kind === kind && record.id === id),
  };
}

/** Records that lie together, as an index holds them. */
interface Batch {
  found: PagefindResult;
  /** How often what is wanted stands in them, and how often literally, nearly. */
  count: number;
  literal: number;
  /** Whether it is sure to stand there. */
  isSure: boolean;
}

const NO_WORDS: Vocabulary = { letters: [], contracted: [], words: [] };

const matchOf = (hits: Hit[], literal = 0): Match => ({
  isRemote: true,
  count: hits.reduce((sum, { spans }) => sum + spans.length, 0),
  literal,
  read: () => Promise.resolve(hits),
});

/** A match as its texts tell it; none where they have nothing. */
async function readMatch(match: Match, interpretation: Interpretation): Promise<Match[]> {
  const hits = await match.read();
  const literal = hits.reduce((sum, { spans }) => sum + countLiteral(spans, interpretation), 0);
  return hits.length > 0 ? [matchOf(hits, literal)] : [];
}

/**
 * From the first match that holds good when its text is read, and literally where the interpretation is meant so; those behind
 * it are read when they are looked at.
 */
async function fromFirstRead(matches: Match[], interpretation: Interpretation): Promise<Match[]> {
  const AT_ONCE = 20;
  const good: Match[] = [];
  for (let at = 0; at < matches.length; at += AT_ONCE) {
    const some = matches.slice(at, at + AT_ONCE);
    good.push(...(await Promise.all(some.map((match) => readMatch(match, interpretation)))).flat());
    if (good.some(({ literal }) => literal > 0 || !interpretation.literally))
      return [...good, ...matches.slice(at + AT_ONCE)];
  }
  return good;
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

const intersect = (a: Map<string, Batch>, b: Map<string, Batch>): Map<string, Batch> =>
  new Map(
    [...a].flatMap(([id, one]) => {
      const other = b.get(id);
      if (!other) return [];
      const isLiteral = one.literal > 0 && other.literal > 0;
      const both: Batch = {
        found: one.found,
        count: one.count + other.count,
        literal: isLiteral ? one.literal + other.literal : 0,
        isSure: one.isSure && other.isSure,
      };
      return [[id, both] as const];
    }),
  );

/** How often so many matching words stand one behind the other. */
function windows(places: number[], length: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let n = 0;
  for (let i = 0; i + length <= sorted.length; i++)
    if ((sorted[i + length - 1] ?? Infinity) - (sorted[i] ?? 0) === length - 1) n++;
  return n;
}
