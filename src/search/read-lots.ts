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
  const places = new Map<string, Map<string, number[]>>();
  const lots = await Promise.all(pages.map(read));
  for (const [i, page] of pages.entries())
    for (const [place, token] of pageTokens(lots[i] ?? []).entries()) {
      const found = places.get(token) ?? new Map<string, number[]>();
      places.set(token, found.set(page, [...(found.get(page) ?? []), place]));
    }
  return (token) => Promise.resolve(places.get(token) ?? new Map());
}
