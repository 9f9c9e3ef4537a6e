import type { LibraryRecord } from '../cite/read-library.ts';
import type { Inline } from './bind-notes.ts';
import type { Coverage } from './coverage.ts';
import type { MappedText } from './mapped-text.ts';
import type { ListItem } from './source-document.ts';
import type { Span } from './spans.ts';
import type { Warning } from './warning.ts';

/** A paper, read from its plain text. */
export interface Paper {
  /** BCP 47 tag of its language. */
  lang: string;
  title: string;
  authors: { family: string; given: string }[];
  keywords: string[];
  journal: string | undefined;
  year: number | undefined;
  volume: string | undefined;
  issue: string | undefined;
  DOI: string | undefined;
  /** First and last printed page; where no number is printed, the page's place in the text. */
  pages: [number, number] | undefined;
  sections: PaperSection[];
  notes: PaperNote[];
  references: PaperNote[];
  exhibits: PaperExhibit[];
  warnings: Warning[];
  coverage: Coverage;
  /** Offsets at which the pages of the file begin, and the number in the file of the first of them, from 1. */
  sheets: { starts: number[]; first: number };
  /** The printed page on which an offset of the source stands. */
  pageAt: (offset: number) => number;
}

/** What becomes a chapter; section 0 is the introduction. */
export interface PaperSection {
  number: number;
  title: string;
  /** Where its heading begins in the source, if it has one. */
  start?: number;
  blocks: PaperBlock[];
}

export type PaperBlock =
  /** `continues`: it belongs to a segment that an earlier block began, as a formula or a quotation does. */
  | {
      type: 'paragraph';
      id: string;
      continues: boolean;
      isQuotation: boolean;
      item?: ListItem;
      inlines: Inline[];
    }
  /** A subsection's heading. */
  | { type: 'heading'; id: string; inlines: Inline[] }
  /** A heading below that, which belongs to the paragraph after it. `opens`: the first of several such headings. */
  | { type: 'minor heading'; id: string; depth: number; opens: boolean; inlines: Inline[] }
  | { type: 'exhibit'; id: string };

export interface PaperNote {
  /** Counted through the whole paper; in a list, its place from 1. */
  number: number;
  /** The number that is printed before it. */
  label: number;
  /** The page or list within which it is numbered. */
  scope: string;
  content: MappedText;
  page: number;
  spans?: Span[];
  /** The work that an entry of the list is, where the source says its fields. */
  record?: LibraryRecord | undefined;
}

export interface PaperExhibit {
  id: string;
  kind: 'figure' | 'table';
  /** Where its caption begins in the source. */
  start?: number;
  title: string;
  rows: string[];
  cells?: string[][];
  source: string;
}
