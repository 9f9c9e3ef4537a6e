import { cacheByName } from '../model/cache-by-name.ts';
import { mainData } from './main-data.ts';

/** Fetches a JSON file of the site once, by its path from the dossier’s root. Throws if it cannot be fetched. */
export const askFile = cacheByName(async (path): Promise<unknown> => {
  const address = (mainData()['base'] ?? '/') + path;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.json();
});
