/** Stands for the day on which a reference is copied, where a style says when an address was opened. */
export const dayOfCopying = '9999-12-31';

/** How a page is cited in one edition; addresses are full, or in a copy without a public one from the server’s root. */
export interface EditionRecord {
  /** As footnotes cite it. */
  address: string;
  /** Of a segment: where its text stands, in a release if one has it as it is; a hyphen and the number of a unit behind it lead to that unit. */
  text?: string;
  /** Whose wording it is, in a line. */
  credit: string;
  /**
   * In every style, the usual one of the language first, as HTML; the address is in it. `paper` is the paper at the printed
   * pages of what is cited, where the wording is not its own.
   */
  footnotes: {
    style: string;
    name: string;
    html: string;
    paper?: string;
    /** In a style that names author and year in the text: what stands there; `html` and `paper` are entries of a list then. */
    inText?: string;
    paperInText?: string;
    /** How it cites the paper by way of the wording: `{paper}` and `{own}` stand for their references. */
    through?: string;
  }[];
  /** Without a public address: what is copied where nobody else can open one; `{}` stands for the path. */
  local?: string;
  /**
   * Of what runs over several printed pages: the paper at one or two of them, as 125 or 125-126, in each style. In an edition
   * of the paper's own words this is what stands for `html` then, in every other for `paper`; in a style that names author
   * and year in the text, for what stands there.
   */
  atPages?: Record<string, Record<string, string>>;
  /** Of a chapter, what reference managers read: of the paper at its pages, and of the wording. */
  files?: Record<'paper' | 'own', { name: string; file: string; text: string }[]>;
  /** Outer quotation marks, and inner ones. */
  quotes: string[];
  /** In CSL-JSON. */
  record: unknown;
}
