import { parseQuery, wordsOf } from './parse-query.ts';
import { search, type Answer } from './search.ts';
import { isSame, type Match } from './matches.ts';
import { isWrittenInHan } from '../model/language.ts';
import type { SearchSource } from './source.ts';
import { isPinyin } from './pinyin-letters.ts';
import { foldQuery } from './units.ts';

/** What to offer if nothing matches a query: a corrected query if it is `perhapsMisspelt`, otherwise near matches. */
export async function findAlternatives(
  source: SearchSource,
  query: string,
  perhapsMisspelt: boolean,
): Promise<{ meant?: { query: string; matches: Match[] }; near?: Match[] }> {
  if (perhapsMisspelt && FEW_WORDS.test(query)) {
    const corrected =
      (await correctPinyin(query, source)) ??
      (await (await import('./respell.ts')).correctSpelling(query, source));
    const { exact } = corrected === undefined ? { exact: [] } : await search(source, corrected);
    if (corrected !== undefined && exact.length > 0)
      return { meant: { query: await matchCase(exact, corrected), matches: exact } };
  }
  return { near: await findNear(source, query) };
}

/** No more results than this are few. */
const FEW = 2;

/** Near matches to show below few results of several words, unless these name an item or are found as a phrase. */
export async function findBeside(source: SearchSource, { query, exact }: Answer): Promise<Match[]> {
  const words = wordsOf(query).filter(({ isExcluded }) => !isExcluded);
  const isPhrase = parseQuery(query).meanings[0]?.length === 1 && exact.some(({ isApart }) => !isApart);
  const isFew = exact.length > 0 && exact.length <= FEW && words.length > 1;
  if (!isFew || isPhrase || words.some(({ isQuoted }) => isQuoted) || exact.some(({ isKnown }) => isKnown))
    return [];
  const near = await findNear(source, query);
  return near.filter((match) => !exact.some((one) => isSame(one, match)));
}

// Most queries need neither what is near nor what finds slips, so these are loaded only then.
const findNear = async (source: SearchSource, query: string): Promise<Match[]> =>
  (await import('./near.ts')).findNear(source, query);

/** Matches short queries. Longer ones are questions, in which no word is assumed to be misspelt. */
const FEW_WORDS = /^(?!.*\p{Script=Han}{9})\S+(?: +\S+){0,3}$/u;

/** What misspelt pinyin means, if anything. */
async function correctPinyin(query: string, source: SearchSource): Promise<string | undefined> {
  if (!isPinyin(query) || !isWrittenInHan(source.lang)) return undefined;
  return (await source.readAs(query, true))[0]?.text;
}

/** A folded query as the best matches write it, or each of its words if they are apart: in lower case if one does. */
async function matchCase(matches: Match[], folded: string): Promise<string> {
  const read = matches.filter(({ count }) => count > 0).slice(0, 4);
  const hits = await Promise.all(read.map((match) => match.read()));
  const written = hits.flatMap(({ record: { text }, spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  const asWritten = (wanted: string): string | undefined =>
    written.includes(wanted) ? wanted : written.find((one) => foldQuery(one) === wanted);
  const wordByWord = (): string =>
    folded
      .split(' ')
      .map((word) => asWritten(word) ?? word)
      .join(' ');
  return asWritten(folded) ?? wordByWord();
}
