import { HAN } from '../model/language.ts';
import type { Entry } from './entries.ts';
import { matchParts, merged, searchable, type Span } from './match.ts';
import { foldQuery } from './units.ts';

/** Of a query that is a whole page, so many characters tell what it is about. */
const MAX_QUERY_CHARACTERS = 200;

/** How much of what a query weighs a text must have to be near it. */
const MIN_SHARE = 0.25;

/** How often each of the things that a query says stands in an entry. */
type Grams = Map<string, Map<Entry, { count: number }>>;

/**
 * The entries that have most of what a query says, the rarest counting most (BM25), the heading of each counting with it.
 * Words that only ask say nothing, and a name alone answers no question.
 */
export function nearest(grams: Grams, entries: Entry[], most: number): Entry[] {
  // A check repeats what it checks in few words, which would rank it before the passage itself.
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

/** The heading beneath which each entry stands. */
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
  // Two characters that only meet between words are no loss; what else is unknown is.
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
      // What the paper itself says answers before what is said of it.
      return { entry, had, score: score * had * (entry.kind === 'segment' ? 1.5 : 1) };
    })
    .filter(({ had }) => had > 0 && had >= MIN_SHARE * whole)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** Of so many files it is read what a query's grams stand in. */
const MAX_FILES = 7;

/** Those of a query's grams that few files tell of: the files that tell of most of them. */
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

/** The words that a query is about, and the pairs of its Han characters: all, or of long runs every other one and the last. */
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

/** A word without what an inflection adds: occurrences are of words that begin so. */
const stem = (word: string): string =>
  word.length > 6 ? word.replace(/(?:ations?|ing|ed|es|s|e|ly)$/, '') : word.replace(/(?<=\w{3})s$/, '');

/** The longest stretches of a query that a text has, and where; whether all that it has are parts of other words. */
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

/** What a word that begins as a short one goes on with, unless an inflection. */
const OTHER_WORD = /^(?!\p{Script=Han})(?!(?:e?s|e?d|e?rs?|ing|ly)(?!\p{L}))\p{L}/u;
const LONGEST_SHORT = 5;

/** Words that a question is asked with and that say nothing of what it is about, longest first. */
const questionWords: string[] = [
  '为什么|为何|什么时候|什么样|什么|怎么样|怎么|怎样|如何|哪些|哪个|哪里|多少|是不是|是否|有没有|有哪些|能否|可否|请问|谁|几时|何时|何处|哪年|哪一年|哪天|吗|呢',
  '的|了|和|与|及|是|在|有|会|要|对|被|把|将|也|都|而|或|这|那|其|之|以|于|从|到|就|又|还|为|不|个|吧|啊',
]
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length);

/** Their like in languages that write words apart. */
const emptyWords: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could did do does for from had has have how in into is it its may might of on
  or should than that the their them these they this those to was were what when where which who whom whose why will
  with would not no so such there about over under between through`.split(/\s+/),
);
