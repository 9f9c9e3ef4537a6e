import { remember, remembered } from './remember.ts';

/** Where somebody stopped reading: an address, and the number of the paragraph. */
interface Place {
  href: string;
  name: string;
}

// Other dossiers may be at the same host.
const keyOf = (what: string): string =>
  `place ${document.querySelector<HTMLElement>('main')?.dataset['site'] ?? ''} ${what}`;

/** Where an edition was last read, or a chapter in any, by their ids. */
export const placeOf = (what: string): Partial<Place> =>
  JSON.parse(remembered(keyOf(what)) ?? '{}') as Partial<Place>;

export const keepPlace = (what: string, place: Place): void => remember(keyOf(what), JSON.stringify(place));
