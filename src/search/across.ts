import { excerpt, type Piece } from './excerpt.ts';
import { matchParts, searchable } from './match.ts';
import { parseQuery } from './parse-query.ts';
import { search } from './search.ts';
import type { Hit, SearchSource } from './source.ts';

/** The matches found through another edition. */
export interface Through {
  /** The query in the form in which the other edition is searched. */
  asked: string;
  /** The number of matches there, of which only the first are looked up here. */
  count: number;
  pairs: Pair[];
}

/** A place of this edition, the query to mark on its page, and an excerpt of the other edition’s match. */
export interface Pair {
  here: Hit;
  askedHere: string;
  there: Piece[];
}

const MAX_PAIRS = 4;

/**
 * The places of an edition whose counterparts in another language match the query or the glossary’s equivalent of it.
 * Matches are marked on both sides if this side contains one of the names.
 */
export async function acrossLanguages(
  source: SearchSource,
  other: SearchSource,
  query: string,
): Promise<Through> {
  const direct = await search(other, query);
  const namesIn = (edition: string): string[] =>
    direct.synonyms.filter((one) => one.edition === edition).map(({ name }) => name);
  const [meant] = direct.exact.some(({ count }) => count > 0) ? [] : namesIn(other.edition);
  const { exact } = meant === undefined ? direct : await search(other, `"${meant}"`);
  // Works are the same in both editions.
  const found = exact.filter(({ kind }) => kind !== 'work');
  const hits = await Promise.all(found.slice(0, MAX_PAIRS).map((match) => match.read()));
  const pairs = hits.map(async ({ record: { kind, id, text: said, units }, spans, lot }): Promise<Pair[]> => {
    const own = await source.recordIn(lot, kind, id);
    if (!own) return [];
    const text = searchable(own.record.text);
    const named = namesIn(source.edition).map((name) => ({
      name,
      spans: matchParts(text, parseQuery(`"${name}"`).meanings[0] ?? []),
    }));
    const [marked] = named.filter((one) => one.spans);
    // If no name is found here, point to the corresponding unit without marking it.
    const unit = units?.findLastIndex((start) => start <= (spans[0]?.start ?? 0)) ?? -1;
    const start = own.record.units?.[unit] ?? 0;
    const here = { ...own, spans: marked?.spans ?? [{ start, end: start, part: 0 }] };
    return [{ here, askedHere: marked?.name ?? '', there: excerpt(said, spans) }];
  });
  return { asked: direct.asked, count: found.length, pairs: (await Promise.all(pairs)).flat() };
}
