import type { Permalink } from '../model/permalink.ts';
import type { Edition } from '../model/settings.ts';
import { addressesOf } from '../permalinks/current-addresses.ts';
import { fragmentOf, pageOf, registryOf, type Resolution } from '../permalinks/resolve.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';

/** A place that is not on its page any more: the id by which it is still asked for, and what becomes of who asks. */
export interface FormerPlace {
  id: string;
  permalink: Permalink;
  resolution: Resolution;
}

/** A page that was published and has no text of its own any more. */
export interface FormerPage {
  permalink: Permalink;
  resolution: Resolution;
  /** The edition that it was in; none for a neutral page. */
  edition: Edition | undefined;
  places: FormerPlace[];
}

/** The pages that were published and are no longer where they were. */
export const formerPages = (dossier: Dossier): FormerPage[] => findFormer(dossier).pages;

/** The places that are looked for on a page and are not on it: its own, and those of pages that lead to it. */
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

  /** The page on which a browser ends up that was sent on by servers, which know nothing of the place on it. */
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
