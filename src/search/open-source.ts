import { withBase } from '../model/urls.ts';
import { once } from './once.ts';
import { unpacked } from './packed-file.ts';
import { contentsOf, openIndex } from './pagefind.ts';
import type { Contents, Facets, Often, Pinyin, SearchRecord, Variants } from './record.ts';
import { editionSource, type Files, type SearchSource } from './source.ts';

/** Opens the search of an edition; `base` is the dossier's root, from which its records' addresses count. */
export async function openSource(base: string, edition: string): Promise<SearchSource> {
  return editionSource(await filesAt(base), edition);
}

/** The editions of the dossier whose root that is. */
export const editionsAt = async (base: string): Promise<Contents['editions']> =>
  (await filesAt(base)).contents.editions;

/** The search of the dossier whose root that is. */
const filesAt = once(async (base: string): Promise<Files> => {
  const folder = withBase(base, '/search/');
  const file = async <T>(name: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await load(folder + name)));
  const packedFile = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    unpacked(new Uint8Array(await load(folder + name)));
  const contents = file<Contents>('contents.json');
  const meta = contents.then((found) =>
    unpacked(Uint8Array.from(atob(found.meta), (character) => character.charCodeAt(0))),
  );
  const page = once(async (name) => {
    const lot = new TextDecoder().decode(await packedFile(`fragment/${name}.pf_fragment`));
    const { url } = JSON.parse(lot) as { url: string };
    return JSON.parse(url) as SearchRecord[];
  });
  const index = once(() => openIndex(meta, packedFile));
  // Its program is fetched meanwhile.
  index('').catch(() => undefined);
  const { pages } = contentsOf(await meta);
  const lots = once(async () => (await import('./read-lots.ts')).readLots(pages, page));
  return {
    contents: await contents,
    pages,
    // A site that was taken offline has no index, and every page at hand.
    placesOf: (token) =>
      index('')
        .then((placesOf) => placesOf(token))
        .catch(async () => (await lots(''))(token)),
    page,
    pinyin: once((beginning) => file<Pinyin>(`pinyin/${beginning}.json`)),
    often: once((name) => file<Often>(`often/${name}.json`)),
    variants: once((edition) => file<Variants>(`${edition}.forms.json`)),
    facets: once((edition) => file<Facets>(`${edition}.facets.json`)),
  };
});

/** A browser gives up where thousands are fetched at once. */
const MOST_AT_ONCE = 100;
let free = MOST_AT_ONCE;
const waiting: (() => void)[] = [];

async function load(address: string): Promise<ArrayBuffer> {
  if (free > 0) free--;
  else await new Promise<void>((go) => waiting.push(go));
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return await response.arrayBuffer();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}
