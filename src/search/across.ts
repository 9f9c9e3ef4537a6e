import { excerpt, type Piece } from './excerpt.ts';
import { matchParts, searchable, type Span } from './match.ts';
import { parseQuery } from './parse-query.ts';
import { search } from './search.ts';
import type { Hit, SearchSource } from './source.ts';

/** What is found through another edition. */
export interface Through {
  /** The query as that edition is asked. */
  asked: string;
  /** How many places have it there, of which the first are looked at. */
  count: number;
  pairs: Pair[];
}

/** A place of this edition that was found through another one. */
export interface Pair {
  here: Hit;
  /** What is asked for on this edition's page. */
  askedHere: string;
  /** What the other edition says there, with what was found marked. */
  there: Piece[];
}

const MAX_PAIRS = 4;

/**
 * The places of an edition whose counterparts in another language have the query, or have what the glossary calls the
 * same; both sides marked, where this side has a name to mark.
 */
export async function acrossLanguages(
  source: SearchSource,
  other: SearchSource,
  query: string,
): Promise<Through> {
  const direct = await search(other, query, 0);
  const namesIn = (edition: string): string[] =>
    direct.synonyms.filter((one) => one.edition === edition).map(({ name }) => name);
  const [meant] = namesIn(other.edition);
  const isFound = direct.exact.some(({ count }) => count > 0) || meant === undefined;
  const all = isFound ? direct.exact : (await search(other, `"${meant}"`, 0)).exact;
  // A work is the same in both.
  const found = all.filter(({ kind }) => kind !== 'work');
  const hits = await Promise.all(found.slice(0, MAX_PAIRS).map((match) => match.read()));
  const pairs = hits.map(async ({ record: { kind, id, text: said, units }, spans, lot }): Promise<Pair[]> => {
    const own = await source.recordIn(lot, kind, id);
    if (!own) return [];
    const text = searchable(own.record.text);
    const spansOf = (name: string): Span[] =>
      matchParts(text, parseQuery(`"${name}"`).meanings[0] ?? []) ?? [];
    const askedHere = namesIn(source.edition).find((name) => spansOf(name).length > 0) ?? '';
    // Where no name is found here, the unit that corresponds stands for it, unmarked.
    const unit = units?.findLastIndex((start) => start <= (spans[0]?.start ?? 0)) ?? -1;
    const start = own.record.units?.[unit] ?? 0;
    const marked = askedHere === '' ? [{ start, end: start, part: 0 }] : spansOf(askedHere);
    return [{ here: { ...own, spans: marked }, askedHere, there: excerpt(said, spans) }];
  });
  return { asked: direct.asked, count: found.length, pairs: (await Promise.all(pairs)).flat() };
}
