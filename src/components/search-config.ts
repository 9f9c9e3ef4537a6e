import type { BoxWords } from '../search/words.ts';

/** What a page tells the search box about itself. */
export interface BoxConfig {
  /** The dossier's root. */
  base: string;
  edition: string;
  words: BoxWords;
  /** Names whose words the text is, beside each of its excerpts; empty for the paper's own. */
  label: string;
  /** Address of the paper. */
  paper: string;
  editions: { id: string; lang: string; name: string; isOriginal: boolean }[];
}
