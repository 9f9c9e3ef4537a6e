import type { LibraryRecord } from '../cite/read-library.ts';
import type { Locator } from '../model/locator.ts';
import type { Coverage } from './coverage.ts';
import type { MappedText } from './mapped-text.ts';
import type { ListItem } from './source-document.ts';
import type { Span } from './spans.ts';
import type { Warning } from './warning.ts';

/** Part of a paragraph. */
export type Inline = { content: MappedText } & (
  | { type: 'text'; spans?: Span[] }
  | { type: 'mark' | 'repeat'; note: number }
  /** The citation of a work in the reference list, by its index there. */
  | { type: 'cite'; reference: number; locator?: Locator | undefined }
  /** The beginning of a printed page; without text. */
  | { type: 'page'; page: number }
);

/** A paper as read from its source. */
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
  /** First and last printed page; if no numbers are printed, the pages’ positions in the text. */
  pages: [number, number] | undefined;
  sections: PaperSection[];
  notes: PaperNote[];
  references: PaperReference[];
  exhibits: PaperExhibit[];
  warnings: Warning[];
  coverage: Coverage;
  /** Offsets at which the pages of the file begin, and the number of the first of them in the file, from 1. */
  sheets: { starts: number[]; first: number };
  /** The printed page of an offset in the source. */
  pageAt: (offset: number) => number;
}

/** A future chapter; section 0 is the introduction. */
export interface PaperSection {
  number: number;
  title: string;
  /** The offset of its heading in the source, if it has one. */
  start?: number;
  blocks: PaperBlock[];
}

export type PaperBlock =
  /** `continues`: it belongs to a segment that an earlier block began, such as a formula or a quotation. */
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
  /**
   * A heading below that level, which belongs to the paragraph after it. `opens`: the first of several such headings.
   */
  | { type: 'minor heading'; id: string; depth: number; opens: boolean; inlines: Inline[] }
  | { type: 'exhibit'; id: string };

export interface PaperNote {
  /** The number in the paper as a whole. */
  number: number;
  /** The printed number. */
  label: number;
  /** The page or list within which it is numbered. */
  scope: string;
  content: MappedText;
  spans?: Span[];
}

/** An entry of the reference list. */
export interface PaperReference {
  /** Its position from 1. */
  number: number;
  content: MappedText;
  /** The work, if the source marks up its fields. */
  record?: LibraryRecord | undefined;
}

export interface PaperExhibit {
  id: string;
  kind: 'figure' | 'table';
  /** The offset of its caption in the source. */
  start?: number;
  title: string;
  rows: string[];
  cells?: string[][];
  source: string;
}
