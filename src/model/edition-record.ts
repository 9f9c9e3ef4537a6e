/** How a page is cited in one edition; addresses are full, or in a copy without a public one from the server’s root. */
export interface EditionRecord {
  /** As footnotes cite it. */
  address: string;
  /** Of a segment: where its text stands, in a release if one has it as it is; a hyphen and the number of a unit behind it lead to that unit. */
  text?: string;
  /** Whose wording it is, in a line. */
  credit: string;
  /** In every style that has a form for it, the usual one of the language first, as HTML; the address is in it. */
  footnotes: { style: string; name: string; html: string }[];
  /** Of a chapter: the paper at its printed pages, likewise. */
  paper?: EditionRecord['footnotes'];
  /** Outer quotation marks, and inner ones. */
  quotes: string[];
  /** In CSL-JSON. */
  record: unknown;
}
