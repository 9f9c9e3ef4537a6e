import type { CitationStyle } from '../model/citation-style.ts';

/** Placeholder for the day on which a reference is copied, for styles that give an access date. */
export const dayOfCopying = '9999-12-31';

/** The parts of a page that are cited differently from its text, each with the fields that differ. */
export interface PartRecords {
  /** The editors’ remarks on a passage or an exhibit. */
  account?: Partial<EditionRecord>;
  /** Terms only: a name that the paper gives, and the authors’ definition. */
  name?: Partial<EditionRecord>;
  definition?: Partial<EditionRecord>;
  /** Chapters only: a title or a heading below it that is the paper’s own. */
  title?: Partial<EditionRecord>;
  heading?: Partial<EditionRecord>;
  /** Figures that the editors have not seen only: the caption, which the paper has. */
  caption?: Partial<EditionRecord>;
  /** Source checks only: the words of the source, cited through the check. */
  words?: Partial<EditionRecord>;
  /** Chapters only: several passages. `firstSegment` and `lastSegment` are placeholders for the first and the last. */
  passages?: Partial<EditionRecord>;
  /**
   * Overviews, cases, chapters and tables only: one of their entries or parts, of their headings, or of their rows,
   * columns and cells. `entryName` is a placeholder for its name, and
   * `entryNameElsewhere` for its name in another edition.
   */
  entry?: Partial<EditionRecord>;
}
export const [firstSegment, lastSegment] = ['\uE00C', '\uE00D'];
export const [firstPage, lastPage] = ['\uE012', '\uE013'];
export const [entryName, entryNameElsewhere] = ['\uE00E', '\uE00F'];

/** Words that a page has in quotation marks, cited by where they are from. */
export interface QuotationRecord extends Pick<EditionRecord, 'credit' | 'place' | 'footnotes'> {
  /** Without the marks. */
  words: string;
  /** The unit of the text, or the HTML id of the entry in an overview, that has them. */
  unit?: number;
  entry?: string;
  /** Whether the paper does not have them, so that no page of it is theirs. */
  isBeyondPaper?: true;
  /** Whether they are known to be the authors’ own. */
  isAuthors?: true;
  /** Whether they are a name that the paper gives in this language, in quotation marks or not. */
  isName?: true;
  /** Their source as a footnote, by style, for a selection that contains them among other words. */
  inner?: Record<string, string>;
}

/**
 * How a page is cited in one edition. Addresses are full; in a copy without a public address they start at the
 * server’s root.
 */
export interface EditionRecord {
  /** The address as footnotes give it. */
  address: string;
  /**
   * Segments only: the address of the text, in a release if one contains the text unchanged. A hyphen and a unit
   * number can be appended.
   */
  text?: string;
  /** One line that says whose wording the page is. */
  credit: string;
  /** The same for words quoted within the text. */
  creditOfQuoted?: string;
  /** A sentence after it if the words contain quotation marks. */
  creditOfInner?: string;
  /**
   * The same if the sources of quotations are known, for which `{}` is a placeholder, or if they are the authors’, with
   * one for their words; and a sentence about the others.
   */
  creditOfSources?: string;
  creditOfAuthors?: string;
  creditOfOthers?: string;
  /** Notes only: its name and the printed page. */
  place?: string;
  /** Notes only: how the works that it refers to are cited, by key; the empty key is for several of them. */
  works?: Record<string, Partial<EditionRecord>>;
  /** As HTML, in every style; the language’s default style comes first. */
  footnotes: {
    style: CitationStyle;
    name: string;
    /**
     * A footnote, or the in-text citation if the style names the author in the text; `{paper}` is a placeholder for
     * the paper.
     */
    note: string;
    /** The same for words that the page itself quotes; `{paper}` stands there without its final stop. */
    quoted?: string;
    /** The paper, with the printed pages of the cited text. */
    paper?: string;
    /** The entries of the reference list, if the style names the author in the text. */
    entries?: string[];
    /** Lines with the entries of works that the style’s list does not name. They are an aid, not references. */
    beside?: string[];
  }[];
  /**
   * By style, if the text runs over several printed pages: `paper` at one page, for which `firstPage` is a placeholder,
   * and at several, with `firstPage` and `lastPage` and a dash between them.
   */
  atPages?: Record<string, [one: string, several: string]>;
  /**
   * Passages only: the place that references name, by style, and what follows it for one sentence or several, with
   * placeholders (`{}`) for their numbers. APA and MLA cite paragraphs only.
   */
  sentences?: Record<string, [place: string, one: string, several: string]>;
  /**
   * What references call a part of the page, and what they call it in English, if an edition in Chinese characters is
   * cited in an English style. Chapters and tables: a heading, by its number, or a row (`2`) or a column (`.3`).
   * Overviews and actors: a heading, by its text; `under`, with a placeholder (`{}`) for any other; and `sections`,
   * with two for the numbers of the first and the last.
   */
  places?: Record<string, [name: string, elsewhere?: string]>;
  /** Chapters only: the citation panel of the page, as HTML. */
  panel?: string;
  /** The words in quotation marks whose source is known. */
  quotations?: QuotationRecord[];
  parts?: PartRecords;
  /** Outer quotation marks, then inner ones. */
  quotes: string[];
  /** CSL-JSON. */
  record: unknown;
}
