import type { Part, Wording } from '../model/wording.ts';
import type { BoxWords } from '../search/words.ts';

/** What a page tells the search box about itself. */
export interface BoxConfig {
  /** The dossier's root. */
  base: string;
  edition: string;
  words: BoxWords;
  /** Whose words the text is, and whose what is said of cases and terms, beside each excerpt. */
  labels: Record<Part, string>;
  /** Address of the paper. */
  paper: string;
  editions: { id: string; lang: string; name: string; wording: Wording['type'] }[];
}
