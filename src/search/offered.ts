import { misspeltReadings } from './respell-pinyin.ts';
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
