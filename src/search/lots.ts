import { entriesOf, type Entry } from './entries.ts';
import type { PlacesOf } from './pagefind.ts';
import type { Contents, SearchRecord } from './record.ts';

/** The search files of a dossier, each fetched once. */
export interface Files {
  contents: Contents;
  /** The names of the index’s pages: the lots of each edition, one after the other. */
  pages: string[];
  placesOf: PlacesOf;
  /** The names of the index chunks that may contain a token. */
  chunksFor: (token: string) => string[];
  /** The records of a page of the index. */
  page: (name: string) => Promise<SearchRecord[]>;
  /** A file beside the index. */
  json: <T>(name: string) => Promise<T>;
}

/** The lots of one edition. */
export type Lots = ReturnType<typeof lotsOf>;

/** The number of pages that are read rather than looked up further: they may be shown anyway. */
const FEW_PAGES = 2;

/** The lots of an edition and the places of tokens in them; if it `isShown`, most pages that are read are shown. */
export function lotsOf(files: Files, edition: string, isShown: boolean) {
  const { editions, often, alone, pinyin } = files.contents;
  const fewPages = isShown ? FEW_PAGES : 0;
  const contents = editions.find(({ id }) => id === edition);
  if (!contents) throw new Error(`Missing edition ${edition}, expected one that is searched`);
  const lots = entriesOf(contents);
  const first = editions.indexOf(contents) * lots.length;
  const pages = files.pages.slice(first, first + lots.length);
  const lotOf = new Map(pages.map((page, i) => [page, i]));
  const placesOf: PlacesOf = async (token) =>
    new Map([...(await files.placesOf(token))].filter(([page]) => lotOf.has(page)));
  /** The records of a lot, or of the same one of another edition. */
  const recordsIn = (lot: number, of: Contents['editions'][number] = contents): Promise<SearchRecord[]> =>
    files.page(files.pages[editions.indexOf(of) * lots.length + lot] ?? '');
  const lotsOn = (found: Iterable<string>): number[] => [...found].flatMap((page) => lotOf.get(page) ?? []);
  /** The record at a position on a page; undefined for the tokens that follow the units of all records. */
  const entryAt = (page: string, at: number): Entry | undefined =>
    lots[lotOf.get(page) ?? -1]?.find(({ start, units }) => start <= at && at < start + units);
  const own = { edition, contents, often, alone, pinyin, lots, first, fewPages };
  return { ...files, ...own, placesOf, recordsIn, lotsOn, entryAt };
}
