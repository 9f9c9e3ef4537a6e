import { HAN } from '../model/language.ts';
import type { Entry } from './entries.ts';
import { matchParts, merged, searchable, type Span } from './match.ts';
import { foldQuery } from './units.ts';

/** The number of characters used of a long query, such as a pasted page: enough to tell what it is about. */
const MAX_QUERY_CHARACTERS = 200;

/** The minimum share of a query’s weight that a text must have to be near it. */
const MIN_SHARE = 0.25;

/** How often each gram of a query (a word or pair of Han characters) occurs in each entry. */
type Grams = Map<string, Map<Entry, { count: number }>>;

/**
 * The entries that contain most of a query’s grams. Rare grams count most (BM25), and each segment’s heading counts
 * with it. Question words do not count, and records that are mainly names are no answers.
 */
export function nearest(grams: Grams, entries: Entry[], most: number): Entry[] {
  // A check repeats its passage in few words, so it would rank above the passage itself.
  const groups = [['segment', 'exhibit', 'term', 'case', 'note'], ['check']];
  const headings = headingsOf(entries);
  return groups
    .flatMap((kinds) =>
      ranked(
        grams,
        entries.filter(({ kind }) => kinds.includes(kind)),
        headings,
      ),
    )
    .slice(0, most);
}

/** The heading of each segment. */
function headingsOf(entries: Entry[]): Map<Entry, Entry> {
  const headings = new Map<Entry, Entry>();
  let heading: Entry | undefined;
  for (const entry of entries) {
    if (entry.kind === 'heading') heading = entry;
    else if (entry.kind === 'segment' && heading) headings.set(entry, heading);
  }
  return headings;
}

function ranked(grams: Grams, entries: Entry[], headings: Map<Entry, Entry>): Entry[] {
  const average = entries.reduce((sum, { units }) => sum + units, 0) / Math.max(1, entries.length);
  const said = [...grams].map(([gram, counts]) => {
    const times = entries.map((entry) => {
      const heading = headings.get(entry);
      return (counts.get(entry)?.count ?? 0) + Number(heading !== undefined && counts.has(heading));
    });
    const having = times.filter((one) => one > 0).length;
    return { gram, times, weight: having && Math.log(1 + (entries.length - having + 0.5) / (having + 0.5)) };
  });
  const known = said.filter(({ weight }) => weight > 0).map(({ gram }) => gram);
  // A pair of characters that only arises between two words is no loss; any other unknown gram is.
  const isBetween = (gram: string): boolean =>
    known.some((one) => one.endsWith(gram.charAt(0))) && known.some((one) => one.startsWith(gram.slice(1)));
  const unknown = Math.log(1 + entries.length * 2) / 2;
  const whole = said.reduce((sum, { gram, weight }) => sum + (weight || (isBetween(gram) ? 0 : unknown)), 0);
  return entries
    .map((entry, i) => {
      let [score, had] = [0, 0];
      for (const { times, weight } of said) {
        const n = times[i] ?? 0;
        if (n === 0) continue;
        had += weight;
        score += (weight * n * 2.2) / (n + 1.2 * (0.25 + (0.75 * entry.units) / average));
      }
      // The paper’s own text ranks above entries about it.
      return { entry, had, score: score * had * (entry.kind === 'segment' ? 1.5 : 1) };
    })
    .filter(({ had }) => had > 0 && had >= MIN_SHARE * whole)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** The maximum number of files that are read to look up a query’s grams. */
const MAX_FILES = 7;

/** The grams of a query that a few files can answer, chosen so that each file added answers as many as possible. */
export function worthwhile(grams: string[], filesFor: (gram: string) => string[]): string[] {
  const needed = grams.map((gram) => ({ gram, files: filesFor(gram) }));
  const read = new Set<string>();
  const isRead = ({ files }: { files: string[] }): boolean => files.every((file) => read.has(file));
  for (;;) {
    const left = Map.groupBy(
      needed.filter((one) => !isRead(one)),
      ({ files }) => files.join(),
    );
    const [most] = [...left.values()].sort((a, b) => b.length - a.length);
    const added = most?.[0]?.files ?? [];
    if (added.length === 0 || new Set([...read, ...added]).size > MAX_FILES) break;
    for (const file of added) read.add(file);
  }
  return needed.filter(isRead).map(({ gram }) => gram);
}

/**
 * The content words of a query, and its pairs of Han characters: all if `isEach`; otherwise, of a long run, every other
 * pair and the last.
 */
export function gramsOf(query: string, isEach: boolean): string[] {
  const asking = new RegExp(questionWords.join('|'), 'g');
  const said = foldQuery(query.slice(0, MAX_QUERY_CHARACTERS)).replace(/\p{Script=Han}+/gu, (run) =>
    run.replace(asking, '，'),
  );
  const stretches = said.match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const grams = stretches.flatMap((stretch) => {
    const characters = [...stretch];
    if (!HAN.test(stretch)) return emptyWords.has(stretch) ? [] : [stem(stretch)];
    if (characters.length < 2) return [stretch];

    const step = isEach || characters.length < 5 ? 1 : 2;
    const pairs = characters.slice(1).map((one, i) => `${characters[i] ?? ''}${one}`);
    return pairs.filter((_, i) => i % step === 0 || i === pairs.length - 1);
  });
  return [...new Set(grams)];
}

/** A word without its inflection, for finding words that begin with it. */
const stem = (word: string): string =>
  word.length > 6 ? word.replace(/(?:ations?|ing|ed|es|s|e|ly)$/, '') : word.replace(/(?<=\w{3})s$/, '');

/**
 * The longest stretches of a query in a text, and their places. `isOfOthers`: whether all matches are parts of other
 * words.
 */
export function runsIn(query: string, text: string): { runs: string[]; spans: Span[]; isOfOthers: boolean } {
  const source = searchable(text);
  const found = gramsOf(query, true).flatMap((gram, part) =>
    (matchParts(source, [{ literal: [gram], alike: [] }]) ?? []).map((span) => ({ ...span, part, gram })),
  );
  const own = found.filter(
    ({ gram, end }) => gram.length > LONGEST_SHORT || !OTHER_WORD.test(text.slice(end)),
  );
  const spans = merged(own);
  return {
    runs: [...new Set(spans.map(({ start, end }) => text.slice(start, end)))],
    spans,
    isOfOthers: found.length > 0 && own.length === 0,
  };
}

/** Letters after a short match that make it part of another word, unlike an inflection. */
const OTHER_WORD = /^(?!\p{Script=Han})(?!(?:e?s|e?d|e?rs?|ing|ly)(?!\p{L}))\p{L}/u;
const LONGEST_SHORT = 5;

/** Words that form a question but do not say what it is about, longest first. */
const questionWords: string[] = [
  '为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

/** The same in languages that separate words by spaces. */
const emptyWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have how in into is it its may might of on
  or should than that the their them these they this those to was were what when where which who whom whose why will
  with would not no so such there about over under between through`.split(/\s+/),
);
