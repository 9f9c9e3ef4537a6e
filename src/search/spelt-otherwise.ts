import { search, type Answer } from './search.ts';
import type { SearchSource } from './source.ts';

/** Where British and American spelling differ: -ise and -ize, -our and -or, with their endings. */
const SPELLING =
  /(?<=\p{L}{3}i)[sz](?=(?:e[drs]?|ers|ing|ations?|ational)(?!\p{L}))|(?<=\p{L}{2}o)u?r(?=(?:s|ed|ing|al|able|ful|less)?(?!\p{L}))/giu;
const otherSpelling: Record<string, string> = { s: 'z', z: 's', ur: 'r', r: 'ur' };

/** The British spelling of a query in American or vice versa, if that has more results. */
export async function findOtherSpelling(
  source: SearchSource,
  { query, exact }: Pick<Answer, 'query' | 'exact'>,
): Promise<{ query: string; count: number } | undefined> {
  if (exact.length === 0) return undefined;
  const other = query.replace(SPELLING, (letters) => otherSpelling[letters.toLowerCase()] ?? letters);
  if (other === query) return undefined;
  const { length: count } = (await search(source, other)).exact;
  return count > exact.length ? { query: other, count } : undefined;
}
