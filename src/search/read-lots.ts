import { pageTokens } from './page-tokens.ts';
import type { PlacesOf } from './pagefind.ts';
import type { SearchRecord } from './record.ts';

/**
 * What the index says, told from the pages themselves: where there is no index, as in a site that was taken offline,
 * which has every page at hand. `pages` are their names.
 */
export async function readLots(
  pages: string[],
  read: (page: string) => Promise<SearchRecord[]>,
): Promise<PlacesOf> {
  const tokensOn = await Promise.all(
    pages.map(async (page) => [page, pageTokens(await read(page))] as const),
  );
  return (token) => {
    const found = tokensOn.map(([page, tokens]): [string, number[]] => [
      page,
      tokens.flatMap((one, at) => (one.startsWith(token) ? [at] : [])),
    ]);
    return Promise.resolve(new Map(found.filter(([, places]) => places.length > 0)));
  };
}
