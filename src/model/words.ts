/** What scripts say once they are asked for something: a file for each edition, in its language. */
export interface Words {
  appearance: Record<
    | 'heading'
    | 'theme'
    | 'auto'
    | 'light'
    | 'dark'
    | 'size'
    | 'normal'
    | 'large'
    | 'larger'
    | 'signs'
    | 'shown'
    | 'hidden',
    string
  >;
  keys: Record<
    'close' | 'heading' | 'search' | 'next' | 'previous' | 'parallel' | 'hits' | 'cite' | 'list' | 'off',
    string
  >;
  /** Of what is offered for words that are selected. */
  select: Record<
    'name' | 'quote' | 'link' | 'all' | 'style' | 'more' | 'copied' | 'report' | 'reportText',
    string
  > & {
    /** Without a public address: what is said when a link is copied, and what below a quotation; `{}` stands for the path. */
    copiedHere?: string;
    local?: string;
    reportAddress?: string;
  };
  /** To whoever opens a chapter again; `{}` stands for the number of the passage. */
  resume: Record<'stopped' | 'leave', string>;
  /** Of what can be done with a passage whose number is pressed. */
  passage: Record<'everything' | 'copyLink' | 'copied' | 'cite' | 'report', string>;
  /** Of what is searched for and marked on a page. */
  marked: Record<'region' | 'of' | 'previous' | 'next' | 'clear', string>;
  /** How both Chinese scripts write the characters of the edition; empty where it is in one. */
  scripts: Record<string, string>;
}
