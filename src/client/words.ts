import type { Words } from '../model/words.ts';
import { askFile } from './ask-file.ts';

/** The interface words in the language of an edition, or of the page. Throws if they cannot be fetched. */
export function words(edition?: string): Promise<Words> {
  const speaks = document.querySelector<HTMLElement>('main')?.dataset['speaks'] ?? '';
  return askFile(`${edition ?? speaks}/words.json`) as Promise<Words>;
}
