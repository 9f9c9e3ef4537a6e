import type { Templates, Translations } from '../i18n/translations.ts';

/** The words that scripts need on interaction: one file per edition, in its language. */
export interface Words {
  appearance: Templates<Translations['appearance']>;
  keys: Templates<Translations['reading']['keys']>;
  /** The actions offered for selected words. */
  select: Templates<Translations['cite']['selection']> &
    Record<'report' | 'reportCopied' | 'reportText', string> & {
      /**
       * Without a public address: the message when a link is copied, and the line below a quotation; `{}` is a
       * placeholder for the path.
       */
      copiedHere?: string;
      local?: string;
      reportAddress?: string;
    };
  /**
   * For copied words: the lines that say that they are the editors’ account or a source’s, the dossier’s name, and how
   * places in the text are named and joined.
   */
  label: Record<
    | 'account'
    | 'words'
    | 'source'
    | 'segment'
    | 'abstract'
    | 'passages'
    | 'row'
    | 'onPage'
    | 'onPages'
    | 'comma'
    | 'list',
    string
  >;
  /** For readers who return to a chapter; `{}` is a placeholder for the passage’s number. */
  resume: Record<'stopped' | 'leave', string>;
  /** The actions offered when a passage’s number is pressed. */
  passage: Record<'everything' | 'copyLink' | 'copied' | 'cite' | 'report', string>;
  /** The bar for search hits that are marked on a page. */
  marked: Templates<Translations['search']['marked']>;
  /** The edition’s characters in both Chinese scripts; empty if the edition uses only one. */
  scripts: Record<string, string>;
}
