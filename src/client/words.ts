import type { Words } from '../exchange/words.ts';
import { askFile } from './ask-file.ts';
import { mainData } from './main-data.ts';

/** The interface words in the language of an edition, or of the page. Throws if they cannot be fetched. */
export function askWords(edition?: string): Promise<Words> {
  return askFile(`${edition ?? mainData()['speaks']}/words.json`) as Promise<Words>;
}
