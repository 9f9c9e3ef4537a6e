import { cacheByName } from '../model/cache-by-name.ts';
import { fetched } from '../model/fetched.ts';
import { mainData } from './main-data.ts';

/** Fetches a JSON file of the site once, by its path from the dossier’s root. Throws if it cannot be fetched. */
export const askFile = cacheByName(async (path): Promise<unknown> =>
  (await fetched((mainData()['base'] ?? '/') + path)).json(),
);
