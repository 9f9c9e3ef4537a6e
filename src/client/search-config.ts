import type { Term } from '../model/entries.ts';
import type { Verdict } from '../model/source-check.ts';
import type { Part, Wording } from '../model/wording.ts';
import type { Templates, Translations } from '../i18n/translations.ts';

/** What the search box says; `{}` is where a number or a query goes, in `found` `{times}` and `{places}`, in `onPage` `{count}` and `{page}`. */
export type BoxTexts = Templates<Omit<Translations['search']['box'], 'places'>> &
  Record<'one' | 'many' | 'oneOnPage' | 'abstract' | 'note' | 'page' | 'pages', string> & {
    verdicts: Record<Verdict, string>;
  };

/** What a page tells the search box about itself. */
export interface BoxConfig {
  /** The dossier's root. */
  base: string;
  edition: string;
  t: BoxTexts;
  /** Whose words the text is, whose what is said of cases, and whose a definition, beside each excerpt. */
  labels: Record<Part, string> & { definedBy: Record<Term['definedBy'], string> };
  /** Address of the drawing of the paper to scale. */
  ruler: string;
  /** Address of the paper. */
  paper: string;
  editions: { id: string; lang: string; name: string; wording: Wording['type'] }[];
}
