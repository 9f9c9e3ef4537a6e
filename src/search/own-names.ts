import { HAN } from '../model/language.ts';
import { nameKey } from './known-items.ts';
import { parseQuery, wordsOf, type Word } from './parse-query.ts';
import { isSame, search, type Answer } from './search.ts';
import { isAccount, type KnownItem, type SearchSource } from './source.ts';

/**
 * Answers a query. Names that stand nowhere in the edition but among the names of a term, case or actor are searched as
 * that item’s own name.
 */
export async function searchByOwnNames(source: SearchSource, query: string): Promise<Answer> {
  const answer = await search(source, query);
  const byName = await withOwnNames(source, answer);
  if (byName === undefined) return answer;
  const found = await search(source, byName);
  if (found.exact.length <= answer.exact.length) return answer;
  const synonyms = answer.synonyms.filter(({ name }) => name !== byName);
  return { ...answer, exact: found.exact, asked: byName, byName, synonyms };
}

const MAX_WORDS = 4;

/** The query of an answer with names replaced; undefined if there are none to replace. */
async function withOwnNames(source: SearchSource, answer: Answer): Promise<string | undefined> {
  const { asked, exact, isNumbered, missing } = answer;
  const words = wordsOf(asked);
  if (isNumbered || missing || words.some(({ isQuoted }) => isQuoted) || !exact.every(isAccount))
    return undefined;
  if (exact.length > 0 && exact.every(({ isKnown }) => isKnown))
    return ownName(await source.itemsNamed(asked), asked, source);
  if (words.length < 2 || words.length > MAX_WORDS || !HAN.test(asked)) return undefined;
  const renamed = await Promise.all(words.map((word) => renamedWord(word, source)));
  return renamed.every((one, i) => one === words[i])
    ? undefined
    : renamed.map(({ text, isExcluded }) => (isExcluded ? `-${text}` : text)).join(' ');
}

async function renamedWord(word: Word, source: SearchSource): Promise<Word> {
  const { text, isExcluded } = word;
  const items = isExcluded ? [] : await source.itemsNamed(text);
  const name = ownName(items, text, source);
  if (name === undefined) return word;
  const found = await source.find(parseQuery(text, source));
  return found.every((match) => items.some((item) => isSame(item, match))) ? { ...word, text: name } : word;
}

/** The own name of the first of the items that have `asked` as another name in the edition. */
function ownName(items: KnownItem[], asked: string, { edition }: SearchSource): string | undefined {
  return items.flatMap(({ record: { names = {} } }) => {
    const [own, ...aliases] = names[edition] ?? [];
    return own !== undefined && aliases.map(nameKey).includes(nameKey(asked)) ? [own] : [];
  })[0];
}
