import { bodyOf, excerpt, type Piece } from './excerpt.ts';
import { matchParts, searchable } from './match.ts';
import { parseQuery, type Part } from './parse-query.ts';
import { unitAt } from './record.ts';
import { search } from './search.ts';
import type { Hit } from './matches.ts';
import type { SearchSource } from './source.ts';

/** The matches found through another edition. */
export interface CrossMatches {
  /** The query in the form in which the other edition is searched. */
  asked: string;
  /** The number of results there, of which only the first are looked up here. */
  count: number;
  pairs: CrossMatch[];
}

/** A place of this edition, the query to mark on its page, and an excerpt of the other edition’s match. */
interface CrossMatch {
  hit: Hit;
  query: string;
  translation: Piece[];
}

const MAX_PAIRS = 4;

/** A name as a whole. */
const phraseOf = (name: string, scripts: SearchSource['scripts'] = {}): Part[] =>
  parseQuery(name, { scripts, isWhole: true }).meanings[0] ?? [];

/** The places whose counterparts in another language match a query or the glossary’s equivalent of it. */
export async function findAcrossLanguages(
  source: SearchSource,
  other: SearchSource,
  query: string,
): Promise<CrossMatches> {
  const direct = await search(other, query);
  const namesIn = (edition: string): string[] =>
    direct.synonyms.filter((one) => one.edition === edition).map(({ name }) => name);
  const [equivalent] = direct.exact.some(({ count }) => count > 0) ? [] : namesIn(other.edition);
  const exact =
    equivalent === undefined
      ? direct.exact
      : await other.find({ meanings: [phraseOf(equivalent, other.scripts)], not: [] });
  // Works are the same in both editions.
  const matches = exact.filter(({ kind }) => kind !== 'work');
  const hits = await Promise.all(matches.slice(0, MAX_PAIRS).map((match) => match.read()));
  const pairs = hits.map(async ({ record, spans, lot }): Promise<CrossMatch[]> => {
    const { kind, id, text: otherText } = record;
    const counterpart = await source.recordIn(lot, kind, id);
    if (!counterpart) return [];
    const text = searchable(counterpart.record.text);
    const named = namesIn(source.edition).map((name) => ({
      name,
      spans: matchParts(text, phraseOf(name)),
    }));
    const [markedName] = named.filter((one) => one.spans);
    // If no name is found here, point to the corresponding unit without marking it.
    const start = counterpart.record.units?.[unitAt(record, spans[0]?.start ?? 0)] ?? 0;
    const hit = { ...counterpart, spans: markedName?.spans ?? [{ start, end: start, part: 0 }] };
    const [, bodyEnd] = bodyOf(record);
    const shown = spans.filter((span) => span.end <= bodyEnd);
    return [{ hit, query: markedName?.name ?? '', translation: excerpt(otherText.slice(0, bodyEnd), shown) }];
  });
  return { asked: direct.asked, count: exact.length, pairs: (await Promise.all(pairs)).flat() };
}
