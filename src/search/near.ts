import { advising, asksForPaper, contentOf, isAdviceAsked, numberAskedIn } from '../language/asked.ts';
import { isQuestion } from '../language/questions.ts';
import { HAN } from '../model/language.ts';
import type { Entry } from './entries.ts';
import { numberedIn } from './known-items.ts';
import { matchParts, mergeSpans, searchable, type Span } from './match.ts';
import { isSame, type Hit, type Match } from './matches.ts';
import { parseQuery, wordsOf } from './parse-query.ts';
import { namesIn, type KnownName } from './known-names.ts';
import type { SearchSource } from './source.ts';
import { spellings, standingFor } from './spell.ts';
import { foldQuery } from './units.ts';

/** The minimum share of a query’s weight that a text must have to be near it. Many words of a question say little. */
const [MIN_SHARE, MIN_SHARE_ASKED] = [0.3, 0.15];
/** The minimum share of a text that has no whole word of the query. */
const MOST = 0.5;

/** The maximum number of near records, and how many are read to see whether they count what is asked. */
const [MAX_NEAR, MAX_READ] = [10, 4];
/** The number of texts with a name that is not rare. */
const FEW_PLACES = 6;

/** The records that contain most of a query; none for a number, since its digits elsewhere are no answer. */
export async function findNear(source: SearchSource, typed: string): Promise<Match[]> {
  if (numberedIn(typed).some(({ kind }) => kind !== 'check')) return [];
  const query = wantedIn(typed);
  const folded = foldQuery(query);
  const paper = source.entries.find(({ kind }) => kind === 'paper');
  if (paper && asksForPaper(folded)) return [source.matchOf(paper, () => ({ spans: [] }))];
  const isAsked = isQuestion(folded);
  const { known, rest } = isAsked ? await namesIn(source, query) : { known: [], rest: query };
  // Few texts have a rare name as a whole, so its words are sought, too.
  const rare = known.flatMap(({ name, times }) => (times.size < FEW_PLACES ? [name] : []));
  const sought = [rest, ...rare].join('，');
  const phrases = isAdviceAsked(folded) ? known.map(({ name }) => advising(name)) : [];
  const grams = await countGrams(source, sought, query, phrases, isAsked ? MAX_FILES_ASKED : MAX_FILES);
  const excluded = await Promise.all(parseQuery(typed, source).not.map(source.countsOf));
  const entries = source.entries.filter((entry) => !excluded.some((counts) => counts.has(entry)));
  const ranked = rankEntries(sought, grams, known, entries, source.lang, isAsked);
  const mark = (text: string): Pick<Hit, 'spans' | 'runs'> => findRuns(sought, text, known);
  // The item that a question names leads if it asks no more than what that is.
  const content = contentOf(foldQuery(rest));
  const [named] = isAsked && known.length === 0 ? await source.itemsNamed(content.join(' ')) : [];
  const items = known.flatMap((one) => one.items).filter(({ kind }) => kind === 'term' || kind === 'case');
  const [item] = named
    ? entries.filter((entry) => isSame(entry, named))
    : known.length === 1 && content.length === 0 && phrases.length === 0
      ? items
      : [];
  if (item) ranked.unshift(item);
  const near = [...new Set(ranked)].slice(0, MAX_NEAR).map((entry) => source.matchOf(entry, mark));
  const number = numberAskedIn(folded);
  if (!number) return near;
  const read = await Promise.all(near.slice(0, MAX_READ).map((match) => match.read()));
  const better = near.filter((_, i) => number.test(read[i]?.record.text ?? ''));
  return [...new Set([...better, ...near])];
}

/** A query without what it excludes, in which Chinese words that were typed apart stay so. */
const wantedIn = (query: string): string =>
  wordsOf(query)
    .flatMap(({ text, isExcluded }) => (isExcluded ? [] : [text]))
    .join(' ')
    .replace(/(?<=\p{Script=Han}{2}) (?=\p{Script=Han}{2})/gu, '，');

/** How often each gram of a query (a word or pair of Han characters) occurs in each entry. */
type Grams = Map<string, Map<Entry, number>>;

/** Looks up the grams of what is sought of a query, and phrases, in a few files. */
async function countGrams(
  source: SearchSource,
  sought: string,
  query = sought,
  phrases: string[] = [],
  most = MAX_FILES,
): Promise<Grams> {
  const capitalised = sought.match(/(?<=\s)\p{Lu}\p{L}+/gu)?.join(' ') ?? '';
  const grams = chooseGrams(
    [...phrases, ...gramsOf(`${capitalised} ${sought}`, false)],
    source.filesFor,
    most,
    // Finding the query has read these.
    source.filesFor(query),
  );
  const countsOf = (word: string): Promise<Map<Entry, { count: number }>> =>
    source.countsOf({ literal: [word], alike: [] });
  const plurals = new Map(
    contentOf(foldQuery(sought)).flatMap((word) => (word.endsWith('s') ? [[stem(word), word]] : [])),
  );
  const counted = grams.map(async (gram) => {
    const [counts, plural] = await Promise.all([countsOf(gram), countsOf(plurals.get(gram) ?? gram)]);
    // “panels” is hardly the Panel of a name if the texts have no panels.
    const share = plural.size > 0 ? 1 : ONLY_SINGULAR;
    return [gram, new Map(counts.entries().map(([entry, { count }]) => [entry, count * share]))] as const;
  });
  return new Map(await Promise.all(counted));
}
/** What an occurrence of a word counts for that the texts have only in the singular, though the plural was typed. */
const ONLY_SINGULAR = 0.2;

const wordsOfText = (text: string, lang: string): string[] =>
  [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)].flatMap(({ isWordLike, segment }) =>
    isWordLike ? [segment] : [],
  );

/** The words of a query, as typed, that occur nowhere in an edition, judged by the files that `findNear` reads. */
export async function wordsNowhere(source: SearchSource, typed: string): Promise<string[]> {
  const query = wantedIn(typed);
  const grams = await countGrams(source, query);
  const spell = standingFor(await source.variantsFor(query), false);
  // A word with a gram that occurs nowhere can occur only in another spelling.
  const suspect = [...new Set(wordsOfText(query, source.lang))].filter(
    (word) => word.length > 1 && gramsOf(word, true).some((gram) => grams.get(gram)?.size === 0),
  );
  const found = await Promise.all(
    suspect.map((word) =>
      source.find(parseQuery(word, { ...source, spell: (one) => spellings(one, spell) })),
    ),
  );
  return suspect.filter((_, i) => found[i]?.length === 0);
}

/** The constants of BM25: how little a further occurrence adds, and how much longer texts count less. */
const [SATURATION, BY_LENGTH] = [0.6, 0.3];
/** By how much the paper’s own text is preferred to entries about it, which are short and repeat its words. */
const OWN_TEXT = 2;
/** What a text counts that has none of the names in a question. */
const WITHOUT_NAMES = 0.5;
/** What is listed. A check or remark repeats its passage in few words, so it comes after the others. */
const listed = ['segment', 'exhibit', 'term', 'case', 'actor', 'note'];
const listedLast = ['remark', 'check'];

/** The entries that contain a word and enough grams of a query, of which rare ones count most (BM25), or most of it. */
function rankEntries(
  query: string,
  grams: Grams,
  known: KnownName[],
  all: Entry[],
  lang: string,
  isAsked: boolean,
): Entry[] {
  const minShare = isAsked ? MIN_SHARE_ASKED : MIN_SHARE;
  // For each word its grams that were looked up.
  const words = wordsOfText(query, lang)
    .map((word) => gramsOf(word, true).filter((gram) => grams.has(gram)))
    .filter(({ length }) => length > 0);
  const entries = all.filter(({ kind }) => [...listed, ...listedLast].includes(kind));
  // Remarks and checks repeat the words of their passages, which are none the more frequent for that.
  const isFirst = entries.map(({ kind }) => listed.includes(kind));
  const most = isFirst.filter(Boolean).length;
  const headings = new Map<Entry, Entry>();
  let heading: Entry | undefined;
  for (const entry of all)
    if (entry.kind === 'heading') heading = entry;
    else if (entry.kind === 'segment' && heading) headings.set(entry, heading);
  const average = entries.reduce((sum, { units }) => sum + units, 0) / Math.max(1, entries.length);
  const weigh = (gram: string, counts: Map<Entry, number>, isName: boolean) => {
    const times = entries.map((entry) => {
      const heading = headings.get(entry);
      return (counts.get(entry) ?? 0) + Number(heading !== undefined && counts.has(heading));
    });
    const n = times.filter((one, i) => one > 0 && isFirst[i]).length;
    return { gram, times, weight: Math.log(1 + (most - n + 0.5) / (n + 0.5)), isName };
  };
  const named = known.map(({ name, times }) => weigh(name, times, true));
  const counted = [...grams]
    // A word that occurs nowhere, such as “coined”, may belong to the way that a question is put.
    .filter(([gram, counts]) => (!isAsked && HAN.test(gram)) || counts.size > 0)
    .map(([gram, counts]) => weigh(gram, counts, false));
  const weighted = [...named, ...counted];
  const nameWeight = named.reduce((sum, { weight }) => sum + weight, 0);
  const totalWeight = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return entries
    .map((entry, i) => {
      let [score, matchedWeight, namedWeight] = [0, 0, 0];
      const own = new Set<string>();
      for (const { gram, times, weight, isName } of weighted) {
        const n = times[i] ?? 0;
        if (n === 0) continue;
        own.add(gram);
        matchedWeight += weight;
        if (isName) namedWeight += weight;
        const length = 1 - BY_LENGTH + (BY_LENGTH * entry.units) / average;
        score += (weight * n) / (n + SATURATION * length);
      }
      const share = matchedWeight / totalWeight;
      const hasWord = namedWeight > 0 || words.some((word) => word.every((gram) => own.has(gram)));
      return {
        entry,
        isNear: share >= (hasWord ? minShare : MOST),
        isLast: listedLast.includes(entry.kind),
        score:
          score *
          (entry.kind === 'segment' ? OWN_TEXT : 1) *
          // Words alone may name anything: the more of them a text has, the higher it ranks.
          (isAsked ? (nameWeight > 0 ? WITHOUT_NAMES + namedWeight / nameWeight : 1) : share),
      };
    })
    .filter(({ isNear }) => isNear)
    .sort((a, b) => Number(a.isLast) - Number(b.isLast) || b.score - a.score)
    .map(({ entry }) => entry);
}

/** The maximum number of files that are read to look up a query’s grams; for a question, one more has the names. */
const [MAX_FILES, MAX_FILES_ASKED] = [4, 3];

/**
 * The grams of a query that a few files can answer: first those that need the fewest. The files that were read `before`
 * count as one.
 */
export function chooseGrams(
  grams: string[],
  filesFor: (gram: string) => (string | number)[],
  most = MAX_FILES,
  before: (string | number)[] = [],
): string[] {
  let read = new Set<string | number>();
  return grams
    .map((gram) => ({
      gram,
      files: new Set(filesFor(gram).map((file) => (before.includes(file) ? 'before' : file))),
    }))
    .sort((a, b) => a.files.size - b.files.size)
    .flatMap(({ gram, files }) => {
      const all = read.union(files);
      if (all.size > most) return [];
      read = all;
      return [gram];
    });
}

/** The longest stretches of a query in a text, known names, and their places; none if all are parts of words. */
export function findRuns(
  query: string,
  text: string,
  known: Pick<KnownName, 'part'>[] = [],
): { runs: string[]; spans: Span[] } {
  const source = searchable(text);
  const named = known.flatMap(
    ({ part }, i) => matchParts(source, [part])?.map((span) => ({ ...span, part: -1 - i })) ?? [],
  );
  const found = gramsOf(query, true).flatMap((gram, part) => {
    const spans = matchParts(source, [{ literal: [gram], alike: [] }]) ?? [];
    const own = spans.filter(({ end }) => gram.length > LONGEST_SHORT || !OTHER_WORD.test(text.slice(end)));
    // A gram in letters is the beginning of a word.
    return own.map(({ start, end }) => ({
      start,
      end: HAN.test(gram)
        ? end
        : end + (/^(?:(?!\p{Script=Han})\p{L})*/u.exec(text.slice(end))?.[0].length ?? 0),
      part,
    }));
  });
  const asked = { query: foldQuery(query), words: new Set(wordsOfText(foldQuery(query), 'zh')) };
  const spans = mergeSpans([...named, ...mergeSpans(found).flatMap((span) => wholeWords(span, text, asked))]);
  const runs = spans.map(({ start, end }) => text.slice(start, end));
  return {
    runs: [...Map.groupBy(runs, foldQuery).values()].flatMap(([run = '']) => run),
    spans,
  };
}

/** A stretch of Han characters without parts of words at its ends, except words of the query in longer ones. */
function wholeWords(stretch: Span, text: string, asked: { query: string; words: Set<string> }): Span[] {
  if (!HAN.test(text.slice(stretch.start, stretch.end))) return [stretch];
  const words: Span[] = [];
  let next = stretch.start;
  while (next < stretch.end) {
    const { index, segment } = hanWords.segment(text).containing(next)!;
    next = index + segment.length;
    const [start, end] = [Math.max(index, stretch.start), Math.min(next, stretch.end)];
    const part = foldQuery(text.slice(start, end));
    const isWhole = end - start === segment.length || asked.query.includes(foldQuery(segment));
    if (!isWhole && !(part.length > 1 && asked.words.has(part))) continue;
    const word = isWhole ? { start: index, end: next } : { start, end };
    const last = words.at(-1);
    if (last?.end === word.start) last.end = word.end;
    else words.push({ ...stretch, ...word });
  }
  return words;
}

/** Letters after a short match that make it part of another word, unlike an inflection. */
const OTHER_WORD = /^(?!\p{Script=Han})(?!(?:e?s|e?d|e?rs?|ing|ly)(?!\p{L}))\p{L}/u;
const LONGEST_SHORT = 5;

const hanWords = new Intl.Segmenter('zh', { granularity: 'word' });

/** The number of characters used of a long query, such as a pasted page: enough to tell what it is about. */
const MAX_QUERY_CHARACTERS = 200;

/** The content words of a query, and its pairs of Han characters: unless `isEach`, no pairs with parts of two words. */
function gramsOf(query: string, isEach: boolean): string[] {
  const grams = contentOf(foldQuery(query.slice(0, MAX_QUERY_CHARACTERS))).flatMap((stretch) => {
    const characters = [...stretch];
    if (!HAN.test(stretch)) return [stem(stretch)];
    if (characters.length < 2) return [stretch];

    const pairs = characters.slice(1).map((one, i) => `${characters[i] ?? ''}${one}`);
    if (isEach) return pairs;
    const lengths = [...hanWords.segment(stretch)].flatMap(({ segment: { length } }) =>
      Array.from({ length }, (_, i) => (i + 1 < length ? 'within' : length > 1 ? 'end' : 'alone')),
    );
    return pairs.filter(
      (_, i) => lengths[i] === 'within' || (lengths[i] === 'alone' && lengths[i + 1] === 'alone'),
    );
  });
  return [...new Set(grams)];
}

/** A word without its inflection, for finding words that begin with it; Russian and Russia are alike. */
const stem = (word: string): string =>
  word.length > 6
    ? word.replace(/(?<=ia)ns?$/, '').replace(/(?:ations?|(?<=\w{4})sions?|ing|i?e[ds]|s|e|l?y)$/, '')
    : word.replace(/(?<=\w{3})s$/, '');
