import { keysOf, numbersOf } from './known-items.ts';
import type { PlacesOf } from './pagefind.ts';
import type { SearchRecord } from './record.ts';
import { contractedToken, inAddress, isPair, nameToken, numberToken, signToken, tokenOf } from './tokens.ts';
import { foldQuery, joinAt, joints, unitsOf, wordsIn } from './units.ts';

/** The tokens of a page’s records: first one for each unit, at its position, then the others. */
export function pageTokens(records: SearchRecord[], frequentStrings: string[]): string[] {
  const text = records.map((record) => record.text).join('\n');
  const others = [
    ...(foldQuery(text).match(/[\p{P}\p{S}]/gu) ?? []).map(signToken),
    ...contractionsIn(text).map(contractedToken),
    ...records.flatMap(keysOf).map((key) => nameToken(key, frequentStrings)),
    ...records.flatMap(numbersOf).map(({ kind, id }) => numberToken(kind, id)),
  ];
  return [...tokensOf(text), ...new Set(others)];
}

/** The tokens of a text, one for each unit, paragraph by paragraph. */
export const tokensOf = (text: string): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const units = wordsIn(paragraph);
    return units.map(({ text: unit, gap, isInAddress }, i) => {
      const next = units[i + 1];
      const token = tokenOf(unit, next?.text, gap, ...(next && isPair(unit, next.text) ? [next.gap] : []));
      return isInAddress ? inAddress(token) : token;
    });
  });

/** Words without their apostrophes or hyphens, and the beginnings of these, since a query may end within a word. */
function contractionsIn(text: string): string[] {
  const units = unitsOf(text);
  const heads = new Map(units.map((unit) => [unit.start, unit.text.length]));
  return joints
    .flatMap((signs) => joinAt(units, signs))
    .flatMap(({ text: word, start }) =>
      Array.from({ length: word.length - (heads.get(start) ?? 0) }, (_, i) => word.slice(0, word.length - i)),
    );
}

/** Does what the index does from the pages themselves: a site taken offline has all pages but no index. */
export async function readPages(
  pageCount: number,
  read: (page: number) => Promise<SearchRecord[]>,
  frequentStrings: string[],
): Promise<PlacesOf> {
  const tokensByPage = await Promise.all(
    Array.from({ length: pageCount }, async (_, page) => pageTokens(await read(page), frequentStrings)),
  );
  return async (token) => {
    const found = tokensByPage.map((tokens, page): [number, number[]] => [
      page,
      [...tokens.keys()].filter((at) => tokens[at]?.startsWith(token)),
    ]);
    return new Map(found.filter(([, places]) => places.length > 0));
  };
}
