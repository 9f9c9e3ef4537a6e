import { mainData } from './main-data.ts';
import { remember, remembered } from './remember.ts';

/** Where the reader stopped: an address, the number of the paragraph, and the heading above it. */
export interface Place {
  href: string;
  name: string;
  part: string;
}

// Other dossiers may be on the same host.
const keyOf = (what: string): string => `place ${mainData()['site'] ?? ''} ${what}`;

/** The last place in an edition, or in a chapter of any edition, by id. */
export const placeOf = (what: string): Partial<Place> =>
  JSON.parse(remembered(keyOf(what)) ?? '{}') as Partial<Place>;

export const keepPlace = (what: string, place: Place): void => remember(keyOf(what), JSON.stringify(place));
