import { HAN } from '../model/language.ts';
import { nameKey } from './known-items.ts';
import { parseQuery, wordsOf, type Word } from './parse-query.ts';
import { search, type Answer } from './search.ts';
import { isAccount, isSame, type Match } from './matches.ts';
import type { SearchSource } from './source.ts';
import { isWord, wordsIn } from './units.ts';

/**
 * Answers a query. Names that stand nowhere in the edition but among the names of a term, case or actor are searched as
 * that item’s own name; what has the query itself comes first.
 */
export async function searchByOwnNames(source: SearchSource, query: string): Promise<Answer> {
  const answer = await search(source, query);
  const byName = await withOwnNames(source, answer);
  if (byName === undefined) return answer;
  const found = await source.find(parseQuery(byName, source));
  const leading = answer.exact.flatMap((one) => {
    const match = found.find((other) => isSame(one, other));
    return match ? [{ ...match, isKnown: one.isKnown ?? false }] : [];
  });
  if (found.length === leading.length || leading.length < answer.exact.length) return answer;
  const others = found.filter((match) => !leading.some((one) => isSame(one, match)));
  const synonyms = answer.synonyms.filter(({ name }) => nameKey(name) !== nameKey(byName));
  return { ...answer, exact: [...leading, ...others], isWhole: false, asked: byName, byName, synonyms };
}

/** The maximum number of words in a query, and of items that may have a name. */
const [MAX_WORDS, MAX_ITEMS] = [4, 3];

/** The query of an answer with names replaced; undefined if there are none to replace. */
async function withOwnNames(source: SearchSource, answer: Answer): Promise<string | undefined> {
  const { asked, exact, isNumbered, missing } = answer;
  const words = wordsOf(asked);
  if (isNumbered || missing || words.some(({ isQuoted }) => isQuoted) || !exact.every(isAccount))
    return undefined;
  if (exact.some(({ isKnown }) => isKnown) || endsInWord(asked)) return ownName(exact, asked, source);
  if (words.length < 2 || words.length > MAX_WORDS || !HAN.test(asked)) return undefined;
  const renamed = await Promise.all(words.map((word) => renamedWord(word, source)));
  return renamed.every(({ text }, i) => text === words[i]?.text)
    ? undefined
    : renamed.map(({ text, isExcluded }) => (isExcluded ? `-${text}` : text)).join(' ');
}

async function renamedWord(word: Word, source: SearchSource): Promise<Word> {
  const { text, isExcluded } = word;
  const found = isExcluded ? [] : await source.find(parseQuery(text, source));
  return { ...word, text: (await ownName(found, text, source)) ?? text };
}

const endsInWord = (query: string): boolean => isWord(wordsIn(query).at(-1)?.text ?? '');

/** The own name of the first of some items that all have another name that is, or in letters begins with, `asked`. */
async function ownName(
  items: Match[],
  asked: string,
  { edition }: SearchSource,
): Promise<string | undefined> {
  if (items.length > MAX_ITEMS || !items.every(isAccount)) return undefined;
  const hits = await Promise.all(items.map((item) => item.read()));
  const named = hits.map(({ record: { names = {} } }) => {
    const aliases = Object.values(names).flatMap(([, ...others]) => others.map(nameKey));
    const isAsked = (name: string): boolean =>
      name === nameKey(asked) || (endsInWord(asked) && name.startsWith(nameKey(asked)));
    return aliases.some(isAsked) ? names[edition]?.[0] : undefined;
  });
  // With marks around it, it would be sought literally, which takes reading all its places.
  return named.includes(undefined) ? undefined : named[0]?.replace(/^《(.+)》$/u, '$1');
}
