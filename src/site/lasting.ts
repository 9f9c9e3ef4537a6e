import type { Permalink } from '../model/permalink.ts';
import type { Edition } from '../model/settings.ts';
import { addressesOf } from '../permalinks/addresses.ts';
import { fragmentOf, pageOf, registryOf, type Way } from '../permalinks/registry.ts';
import { thingKey } from '../release/things.ts';
import { dossier, editions } from './dossier.ts';

// What was published and is no longer where it was.

const permalinks = dossier.permalinks.value;
const registry = registryOf(permalinks, addressesOf(dossier));

/** A place on a page that is not there any more: the id by which it is still asked for, and what becomes of who asks. */
export interface FormerPlace {
  id: string;
  permalink: Permalink;
  way: Way;
}

/** A page that was published and has no text of its own any more. */
export interface FormerPage {
  permalink: Permalink;
  way: Way;
  /** The edition that it was in; none for a neutral page. */
  edition: Edition | undefined;
  places: FormerPlace[];
}

const former = permalinks.filter(({ path }) => !registry.living.has(path));
const formerPlaces = former.flatMap((permalink): FormerPlace[] => {
  const id = fragmentOf(permalink.path);
  return id === undefined ? [] : [{ id, permalink, way: registry.follow(permalink.path) }];
});

export const formerPages: FormerPage[] = former
  .filter(({ path }) => path.endsWith('/'))
  .map((permalink) => ({
    permalink,
    way: registry.follow(permalink.path),
    edition: editions.find(({ id }) => permalink.path.startsWith(`/${id}/`)),
    places: formerPlaces.filter((place) => pageOf(place.permalink.path) === permalink.path),
  }));

/** The page on which a browser ends up that was sent on by servers, which know nothing of the place on it. */
const landing = (page: string): string => {
  const way = registry.follow(page);
  return way.end === 'living' ? pageOf(way.path) : page;
};

/** The places that are looked for on a page and are not on it: its own, and those of pages that lead to it. */
const placesByPage = Map.groupBy(formerPlaces, ({ permalink }) => landing(pageOf(permalink.path)));

export const formerPlacesOn = (page: string): FormerPlace[] => {
  const seen = new Set<string>();
  return (placesByPage.get(page) ?? []).filter(
    ({ id }) => !registry.living.has(`${page}#${id}`) && !seen.has(id) && seen.add(id),
  );
};

/** Where a thing is read that may since have gone elsewhere: its own page, else whatever address it has. */
export function lastingAddress(kind: Permalink['kind'], id: string, edition: string): string | undefined {
  const key = thingKey({ kind, id });
  const own = [...registry.living.values(), ...permalinks].filter((one) => thingKey(one) === key);
  const neutral = own.find(({ path }) => path.startsWith(`/${kind}/`) || path === `/p/${id}/`);
  return (neutral ?? own.find(({ path }) => path.startsWith(`/${edition}/`)) ?? own[0])?.path;
}
