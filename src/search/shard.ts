import { countLiteral, excludes, matchReading, searchable, type Searchable } from './match.ts';
import { nearest, spansOfRuns } from './near.ts';
import { recordKinds, type Forms, type SearchRecord, type Shard } from './record.ts';
import { readAs } from './spell.ts';
import type { Match, Source } from './source.ts';

/** Searches an edition whose records are all in memory. */
export function shardSource(
  { edition, lang, names, terms, records, scripts = {} }: Shard,
  loadForms: () => Promise<Forms>,
): Source {
  const texts = new Map<SearchRecord, Searchable>();
  const textOf = (record: SearchRecord): Searchable => {
    const text = texts.get(record) ?? searchable(record.text);
    texts.set(record, text);
    return text;
  };
  const headings = new Map<string, Searchable>();
  const headingOf = ({ heading }: SearchRecord): Searchable | undefined => {
    if (heading === undefined) return undefined;
    const text = headings.get(heading) ?? searchable(heading);
    headings.set(heading, text);
    return text;
  };
  return {
    edition,
    lang,
    scripts,
    names,
    terms,
    find: async (query) => {
      const allowed = records.filter((record) => !excludes(query, textOf(record)));
      for (const reading of query.readings) {
        const matches = allowed.flatMap((record): Match[] => {
          const spans = matchReading(textOf(record), reading);
          return spans
            ? [
                {
                  count: spans.length,
                  literal: countLiteral(spans, reading),
                  record,
                  read: () => Promise.resolve([{ record, spans }]),
                },
              ]
            : [];
        });
        if (reading.literally ? matches.some(({ literal }) => literal > 0) : matches.length > 0)
          return { reading, matches: matches.sort(byWorth) };
      }
      return { reading: undefined, matches: [] };
    },
    near: async (query, most) =>
      nearest(query, records.filter(isProse), { textOf, headingOf, worth }, most).map(
        ({ item: record, runs }) => ({
          count: runs.length,
          literal: 0,
          record,
          read: () => Promise.resolve([{ record, spans: spansOfRuns(textOf(record), runs), runs }]),
        }),
      ),
    onPage: (page) =>
      records
        .filter(
          ({ kind, pages: [first, last] = [0, 0] }) => kind === 'segment' && first <= page && page <= last,
        )
        .map((record) => ({
          count: 0,
          literal: 0,
          record,
          read: () => Promise.resolve([{ record, spans: [] }]),
        })),
    readAs: async (letters) =>
      readAs(
        letters,
        records.map((record) => textOf(record).strict.text),
        await loadForms(),
        wordJudge(lang),
      ),
    forms: loadForms,
    record: async (kind, id) => records.find((record) => record.kind === kind && record.id === id),
  };
}

/** Most literal occurrences first, then most at all; of equals, the paper's own text first, then in its order. */
export const byWorth = (a: Match, b: Match): number => byCount(a, b) || rankOf(a) - rankOf(b);

export const byCount = (a: Match, b: Match): number => b.literal - a.literal || b.count - a.count;

const rankOf = ({ record }: Match): number => (record ? recordKinds.indexOf(record.kind) : 0);

/** What the paper itself says answers before what is said of it. */
const worth = ({ kind }: SearchRecord): number => (kind === 'segment' ? 1.5 : 1);

/** A name alone answers no question. */
const isProse = ({ kind }: SearchRecord): boolean =>
  kind !== 'actor' && kind !== 'heading' && kind !== 'work';

/** Whether a stretch of a text begins and ends where words do, by what the browser knows of the language. */
export function wordJudge(lang: string): (text: string, start: number, end: number) => boolean {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  const REACH = 12;
  return (text, start, end) => {
    const from = Math.max(0, start - REACH);
    const edges = new Set<number>();
    for (const { index, segment } of segmenter.segment(text.slice(from, end + REACH))) {
      edges.add(from + index);
      edges.add(from + index + segment.length);
    }
    return edges.has(start) && edges.has(end);
  };
}
