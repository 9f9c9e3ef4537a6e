import type { Term } from '../model/entries.ts';
import type { Outcome } from '../model/source-check.ts';
import type { Part, Wording } from '../model/wording.ts';
import type { Templates, Translations } from '../i18n/translations.ts';

/**
 * The texts of the search box; `{}` is a placeholder for a number or a query, as are `{count}` and `{page}` in
 * `onPage`.
 */
export type BoxTexts = Templates<Omit<Translations['search']['box'], 'results'>> &
  Record<'one' | 'many' | 'oneOnPage' | 'counted' | 'abstract' | 'note' | 'page' | 'pages', string> & {
    verdicts: Record<Outcome, string>;
    /** Before the claim of a check with an outcome, if it says whose claim it is. */
    holders: Partial<Record<Outcome, string>>;
    exhibits: Record<'figure' | 'table', string>;
  };

/** A page beside the text: its address, its name, and its other names. */
export type NamedPage = [href: string, name: string, ...others: string[]];

/** The configuration that a page gives the search box. */
export interface BoxConfig {
  /** The dossier’s root. */
  base: string;
  edition: string;
  t: BoxTexts;
  /**
   * The labels beside excerpts: whose words the text, its headings, the account of cases and other entries, and a
   * definition are.
   */
  labels: Record<Part | 'heading', string> & { definedBy: Record<Term['definedBy'], string> };
  pages: NamedPage[];
  /** The address of the paper, and its language. */
  paper: string;
  paperLang: string;
  editions: { id: string; lang: string; wording: Wording['type'] }[];
}
