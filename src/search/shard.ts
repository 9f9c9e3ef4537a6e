import { countLiteral, excludes, matchParts, searchable, type Searchable, type Span } from './match.ts';
import { nearest, spansOfRuns } from './near.ts';
import { recordKinds, type Variants, type SearchRecord, type Shard } from './record.ts';
import type { Interpretation } from './parse-query.ts';
import { isOnPage } from './printed-page.ts';
import { readAs } from './spell.ts';
import type { Match, SearchSource } from './search-source.ts';

/** Searches an edition whose records are all in memory. */
export function shardSource(
  { edition, lang, names, entries, records, scripts = {} }: Shard,
  loadVariants: () => Promise<Variants>,
): SearchSource {
  const texts = new Map<string, Searchable>();
  const searchableOnce = (source: string): Searchable => {
    const text = texts.get(source) ?? searchable(source);
    texts.set(source, text);
    return text;
  };
  const textOf = ({ text }: SearchRecord): Searchable => searchableOnce(text);
  const headingOf = ({ heading }: SearchRecord): Searchable | undefined =>
    heading === undefined ? undefined : searchableOnce(heading);
  const worksNamed = (namesOf: (work: SearchRecord) => string[]): Shard['entries'] =>
    records
      .filter(({ kind }) => kind === 'work')
      .map((work) => ({ kind: work.kind, id: work.id, names: { [edition]: namesOf(work) } }));
  return {
    edition,
    lang,
    scripts,
    names,
    // A work's id tells its author and year.
    entries: [
      ...entries,
      ...worksNamed(({ title, id }) => [title, id]),
      ...worksNamed(({ title }) => [mainTitle(title)]),
    ],
    find: async (query) => {
      const allowed = records.filter((record) => !excludes(query, textOf(record)));
      for (const interpretation of query.interpretations) {
        const matches = allowed.flatMap((record): Match[] => {
          const spans = matchParts(textOf(record), interpretation);
          return spans ? [matchOf(record, spans, interpretation)] : [];
        });
        if (interpretation.literally ? matches.some(({ literal }) => literal > 0) : matches.length > 0)
          return { interpretation, matches: matches.sort(compareMatches) };
      }
      return { interpretation: undefined, matches: [] };
    },
    near: async (query, most) =>
      // A check repeats what it checks in few words, which would rank it before the passage itself.
      [records.filter(isProse), records.filter(({ kind }) => kind === 'check')]
        .flatMap((some) => nearest(query, some, { textOf, headingOf, boost }, most))
        .slice(0, most)
        .map(({ item: record, runs }) => ({
          count: runs.length,
          literal: 0,
          record,
          read: () => Promise.resolve([{ record, spans: spansOfRuns(textOf(record), runs), runs }]),
        })),
    onPage: async (page) =>
      records.filter((record) => isOnPage(record, page)).map((record) => matchOf(record, [])),
    readAs: async (letters) =>
      readAs(
        letters,
        records.map((record) => textOf(record).strict.text),
        await loadVariants(),
        wordJudge(lang),
      ),
    variants: loadVariants,
    record: async (kind, id) => records.find((record) => record.kind === kind && record.id === id),
  };
}

const mainTitle = (title: string): string => title.split(/[:：]|——/)[0] ?? '';

/** A record that is at hand, with the places that match. */
export const matchOf = (record: SearchRecord, spans: Span[], interpretation?: Interpretation): Match => ({
  count: spans.length,
  literal: interpretation ? countLiteral(spans, interpretation) : 0,
  record,
  read: () => Promise.resolve([{ record, spans }]),
});

/** Most literal occurrences first, then most at all; of equals, the paper's own text first, then in its order. */
export const compareMatches = (a: Match, b: Match): number =>
  compareByCount(a, b) || kindRank(a) - kindRank(b);

export const compareByCount = (a: Match, b: Match): number => b.literal - a.literal || b.count - a.count;

const kindRank = ({ record }: Match): number => (record ? recordKinds.indexOf(record.kind) : 0);

/** What the paper itself says answers before what is said of it. */
const boost = ({ kind }: SearchRecord): number => (kind === 'segment' ? 1.5 : 1);

/** A name alone answers no question. */
const isProse = ({ kind }: SearchRecord): boolean =>
  kind !== 'actor' && kind !== 'heading' && kind !== 'work' && kind !== 'check';

/** Whether a stretch of a text begins and ends where words do, by what the browser knows of the language. */
export function wordJudge(lang: string): (text: string, start: number, end: number) => boolean {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const MAX_WORD_LENGTH = 12;
  return (text, start, end) => {
    const from = Math.max(0, start - MAX_WORD_LENGTH);
    const edges = new Set<number>();
    for (const { index, segment } of segmenter.segment(text.slice(from, end + MAX_WORD_LENGTH))) {
      edges.add(from + index);
      edges.add(from + index + segment.length);
    }
    return edges.has(start) && edges.has(end);
  };
}
