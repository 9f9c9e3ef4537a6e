import { entriesOf, type Entry } from './entries.ts';
import type { PlacesOf } from './pagefind.ts';
import type { Contents, SearchRecord } from './record.ts';

/** The search files of a dossier, each fetched once. */
export interface Files {
  contents: Contents;
  placesOf: PlacesOf;
  /** The numbers of the index chunks that may contain a token. */
  chunksFor: (token: string) => number[];
  /** The records of a page of the index. Its pages are the lots of each edition, one after the other. */
  page: (number: number) => Promise<SearchRecord[]>;
  /** A file beside the index. */
  json: <T>(name: string) => Promise<T>;
}

/** The lots of one edition. */
export type Lots = ReturnType<typeof lotsOf>;

/** The number of lots that are read rather than looked up further: they may be shown anyway. */
const FEW_LOTS = 2;

/** The lots of an edition and the places of tokens in them; if it `isShown`, most lots that are read are shown. */
export function lotsOf(files: Files, edition: string, isShown: boolean) {
  const { editions, often, alone, pinyin } = files.contents;
  const fewLots = isShown ? FEW_LOTS : 0;
  const own = editions.find(({ id }) => id === edition);
  if (!own) throw new Error(`Missing edition ${edition}, expected one that is searched`);
  const lots = entriesOf(own);
  const first = editions.indexOf(own) * lots.length;
  /** The places of a token by lot. */
  const placesOf: PlacesOf = async (token) =>
    new Map(
      [...(await files.placesOf(token))]
        .map(([page, places]) => [page - first, places] as const)
        .filter(([lot]) => lots[lot]),
    );
  /** The records of a lot, or of the same one of another edition. */
  const recordsIn = (lot: number, of: Contents['editions'][number] = own): Promise<SearchRecord[]> =>
    files.page(editions.indexOf(of) * lots.length + lot);
  /** The record at a position in a lot; undefined for the tokens that follow the units of all records. */
  const entryAt = (lot: number, at: number): Entry | undefined =>
    lots[lot]?.find(({ start, units }) => start <= at && at < start + units);
  const ofEdition = { edition, own, often, alone, pinyin, lots, first, fewLots };
  return { ...files, ...ofEdition, placesOf, recordsIn, entryAt };
}
