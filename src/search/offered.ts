import { misspeltReadings } from './respell-pinyin.ts';
import { search, type Answer } from './search.ts';
import type { Match, SearchSource } from './source.ts';
import { mayBePinyin } from './spell.ts';
import { foldQuery } from './units.ts';

/** What misspelt pinyin means, if anything. */
export async function respeltPinyin(query: string, source: SearchSource): Promise<string | undefined> {
  if (!mayBePinyin(query)) return undefined;
  return (await source.readAs(query, misspeltReadings))[0]?.text;
}

/** A folded query as the best matches write it: in lower case if one of them does. */
export async function inCaseOf(matches: Match[], folded: string): Promise<string> {
  const read = matches.filter(({ count }) => count > 0).slice(0, 4);
  const hits = await Promise.all(read.map((match) => match.read()));
  const written = hits
    .flatMap(({ record: { text }, spans }) => spans.map(({ start, end }) => text.slice(start, end)))
    .filter((one) => foldQuery(one) === folded);
  return written.includes(folded) ? folded : (written[0] ?? folded);
}

/** Where British and American spelling differ: -ise and -ize, -our and -or, with their endings. */
const SPELLING =
  /(?<=\p{L}{3}i)[sz](?=(?:e[drs]?|ers|ing|ations?|ational)(?!\p{L}))|(?<=\p{L}{2}o)u?r(?=(?:s|ed|ing|al|able|ful|less)?(?!\p{L}))/giu;
const otherSpelling: Record<string, string> = { s: 'z', z: 's', ur: 'r', r: 'ur' };

/** The British spelling of a query in American or vice versa, if that has more results. */
export async function speltOtherwise(
  source: SearchSource,
  { query, exact }: Pick<Answer, 'query' | 'exact'>,
): Promise<{ query: string; count: number } | undefined> {
  if (exact.length === 0) return undefined;
  const other = query.replace(SPELLING, (letters) => otherSpelling[letters.toLowerCase()] ?? letters);
  if (other === query) return undefined;
  const { length: count } = (await search(source, other)).exact;
  return count > exact.length ? { query: other, count } : undefined;
}
