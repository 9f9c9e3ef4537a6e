import type { Permalink } from '../model/permalink.ts';
import type { Edition } from '../model/settings.ts';
import { addressesOf } from '../permalinks/current-addresses.ts';
import { fragmentOf, pageOf, registryOf, type Resolution } from '../permalinks/resolve.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';

/** A former place on a page: its old id, and where requests for it lead now. */
export interface FormerPlace {
  id: string;
  permalink: Permalink;
  resolution: Resolution;
}

/** A page that was published and no longer has text of its own. */
export interface FormerPage {
  permalink: Permalink;
  resolution: Resolution;
  /** The edition that it was in; undefined for a neutral page. */
  edition: Edition | undefined;
  places: FormerPlace[];
}

/** The published pages that are no longer at their address. */
export const formerPages = (dossier: Dossier): FormerPage[] => findFormer(dossier).pages;

/** The former places that readers may look for on a page: its own, and those of pages that redirect to it. */
export function formerPlacesOn(dossier: Dossier, page: string): FormerPlace[] {
  const { registry, placesByPage } = findFormer(dossier);
  const seen = new Set<string>();
  return (placesByPage.get(page) ?? []).filter(
    ({ id }) => !registry.live.has(`${page}#${id}`) && !seen.has(id) && seen.add(id),
  );
}

const findFormer = memoize((dossier: Dossier) => {
  const { editions } = dossier.settings.value;
  const permalinks = dossier.permalinks.value;
  const registry = registryOf(permalinks, addressesOf(dossier));
  const former = permalinks.filter(({ path }) => !registry.live.has(path));
  const places = former.flatMap((permalink): FormerPlace[] => {
    const id = fragmentOf(permalink.path);
    return id === undefined ? [] : [{ id, permalink, resolution: registry.resolve(permalink.path) }];
  });
  const pages = former
    .filter(({ path }) => path.endsWith('/'))
    .map((permalink): FormerPage => ({
      permalink,
      resolution: registry.resolve(permalink.path),
      edition: editions.find(({ id }) => permalink.path.startsWith(`/${id}/`)),
      places: places.filter((place) => pageOf(place.permalink.path) === permalink.path),
    }));

  /** The page on which a browser arrives after server redirects, which do not know the fragment. */
  const landing = (page: string): string => {
    const resolution = registry.resolve(page);
    return resolution.status === 'live' ? pageOf(resolution.path) : page;
  };
  return {
    registry,
    pages,
    placesByPage: Map.groupBy(places, ({ permalink }) => landing(pageOf(permalink.path))),
  };
});
