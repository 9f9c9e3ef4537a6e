import type { Words } from '../model/words.ts';
import { askFile } from './ask-file.ts';

/** What is said in the language of an edition, or in that of the page. Throws where that cannot be had. */
export function words(edition?: string): Promise<Words> {
  const speaks = document.querySelector<HTMLElement>('main')?.dataset['speaks'] ?? '';
  return askFile(`${edition ?? speaks}/words.json`) as Promise<Words>;
}
