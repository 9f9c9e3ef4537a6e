/** Stands for the day on which a reference is copied, where a style says when an address was opened. */
export const dayOfCopying = '9999-12-31';

/** What stands on a page and is not cited as its text is: what differs then. */
export interface PartRecords {
  /** What the editors remark on a passage or an exhibit. */
  account?: Partial<EditionRecord>;
  /** Of a term: the authors’ definition of it. */
  definition?: Partial<EditionRecord>;
  /** Of a chapter: a heading that is the paper’s own. */
  heading?: Partial<EditionRecord>;
  /** Of a chapter: several passages, for whose first and last `firstPassage` and `lastPassage` stand. */
  passages?: Partial<EditionRecord>;
}
export const [firstPassage, lastPassage] = ['\uE00C', '\uE00D'];

/** How a page is cited in one edition; addresses are full, or in a copy without a public one from the server’s root. */
export interface EditionRecord {
  /** As footnotes cite it. */
  address: string;
  /** Of a segment: where its text stands, in a release if one has it as it is; a hyphen and the number of a unit behind it lead to that unit. */
  text?: string;
  /** Whose wording it is, in a line. */
  credit: string;
  /** The same of words that are quoted within the text. */
  creditOfQuoted?: string;
  /** In every style, the usual one of the language first, as HTML. */
  footnotes: {
    style: string;
    name: string;
    /** A footnote, or what stands in the text where a style names the author there; `{paper}` in it stands for the paper. */
    note: string;
    /** The same of words that the page quotes; `{paper}` stands there without what ends it. */
    quoted?: string;
    /** The paper at the printed pages of what is cited. */
    paper?: string;
    /** The entries of the list, in a style that names the author in the text. */
    entries?: string[];
  }[];
  /** Of what runs over several printed pages: `paper` at one or two of them, as 125 or 125-126, in each style. */
  atPages?: Record<string, Record<string, string>>;
  /** Of a chapter: what its page shows of how it is cited, as HTML. */
  panel?: string;
  parts?: PartRecords;
  /** Outer quotation marks, and inner ones. */
  quotes: string[];
  /** In CSL-JSON. */
  record: unknown;
}
