import { excerpt, type Piece } from './excerpt.ts';
import { matchParts, searchable, type Span } from './match.ts';
import { parseQuery } from './parse-query.ts';
import { search } from './search.ts';
import type { Hit, SearchSource } from './source.ts';

/** A place of this edition that was found through another one. */
export interface Pair {
  here: Hit;
  /** What is asked for on this edition's page. */
  askedHere: string;
  /** What the other edition says there, with what was found marked. */
  there: Piece[];
}

const MAX_PAIRS = 20;

/**
 * The places of an edition whose counterparts in another language have the query, or have what the glossary calls the
 * same; both sides marked, where this side has a name to mark.
 */
export async function acrossLanguages(
  source: SearchSource,
  other: SearchSource,
  query: string,
): Promise<Pair[]> {
  const direct = await search(other, query);
  const names = direct.synonyms.filter(({ edition }) => edition === source.edition).map(({ name }) => name);
  const meant = direct.synonyms.find(({ edition }) => edition === other.edition)?.name;
  const found =
    direct.exact.some(({ count }) => count > 0) || meant === undefined
      ? direct.exact
      : (await search(other, `"${meant}"`)).exact;
  const pairs: Pair[] = [];
  const hits = await Promise.all(found.slice(0, MAX_PAIRS).map((match) => match.read()));
  for (const { record: there, spans, ...at } of hits) {
    const own = await source.recordIn(at.lot, there.kind, there.id);
    if (!own || own.kind === 'work') continue;
    const text = searchable(own.text);
    const name = names.find((one) => spansOf(one).length > 0);
    function spansOf(one: string): Span[] {
      const [parts] = parseQuery(`"${one}"`).meanings;
      return (parts && matchParts(text, parts)) ?? [];
    }
    // Where no name is found here, the unit that corresponds stands for it, unmarked.
    const unit = there.units?.findLastIndex((start) => start <= (spans[0]?.start ?? 0)) ?? -1;
    const start = own.units?.[unit] ?? 0;
    const marked = name === undefined ? [{ start, end: start, part: 0 }] : spansOf(name);
    pairs.push({
      here: { ...at, record: own, spans: marked },
      askedHere: name ?? '',
      there: excerpt(there.text, spans),
    });
  }
  return pairs;
}
