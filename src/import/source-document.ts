import type { LibraryRecord } from '../cite/read-library.ts';
import type { Kind } from './coverage.ts';
import type { MappedText } from './mapped-text.ts';
import type { Span } from './spans.ts';
import type { Warning } from './warning.ts';

/**
 * A paper as a reader extracts it from a file whose format says more than plain text: the positions of a PDF, the
 * styles of a word processor, the elements of HTML or JATS. Readers divide the text and name its parts; `readDocument`
 * turns the result of every reader into a `Paper` in the same way.
 */
export interface SourceDocument {
  /**
   * All text that the reader found, in reading order, with a line feed between lines or blocks. All offsets, including
   * those of a `MappedText`, refer to it, in UTF-16 code units. Every character but white space is in exactly one of
   * `blocks`, `notes`, `references`, `exhibits` and `omitted`, or is a hyphen at a line’s end.
   */
  text: string;
  /** The front matter and the running text, in reading order. */
  blocks: SourceBlock[];
  /** In printed order; each occurs once, however often it is marked. */
  notes: SourceNote[];
  /** The entries of the paper’s reference list. */
  references: SourceEntry[];
  exhibits: SourceExhibit[];
  /** Emphasis, links and formulas in `blocks` and `notes`, with ascending offsets in `text`. */
  spans?: Span[];
  /**
   * Links to entries of the reference list by their index, with ascending offsets in `text`. Other citations are
   * recognised later.
   */
  citations?: { start: number; end: number; reference: number }[];
  /**
   * True if all front matter is named in `blocks` or contained in `metadata`, so that none is recognised by its words.
   */
  isFrontNamed?: boolean;
  /** True if the format marks paragraphs, so that a short one is no line of the imprint. */
  marksParagraphs?: boolean;
  /** Text that is in no edition, with its kind: running heads, covers, labels of notes. */
  omitted: { kind: Kind; content: MappedText }[];
  /** The beginnings of printed pages, in order; empty if the format has no pages. */
  pages: SourcePage[];
  /** The page number in the file, from 1, of the first of `pages`; 1 if absent. */
  firstSheet?: number;
  /** The layout of each of `pages`, if the format has one. */
  layout?: PageLayout[];
  /** The file’s metadata, as opposed to printed text; used where nothing is printed. */
  metadata: SourceMetadata;
  /** Uncertain decisions of the reader. */
  warnings: Warning[];
}

/** The type in which a heading is set. */
export interface SetHeading {
  size: number;
  font: string;
  isCentred?: boolean;
}

/**
 * If no block is named authors, abstract or keywords, the words of the first paragraphs identify them. `editorial`
 * blocks are a journal’s notices on the paper or its author; `other language` blocks are title, abstract or keywords.
 */
export type SourceBlock<Level = number | OutlineLevel | SetHeading> = {
  content: MappedText;
  marks: SourceMark[];
  /** The text with its printed gaps, if these are significant: they separate names and keywords. */
  raw?: string;
} & (
  | { kind: 'title' | 'subtitle' | 'authors' | 'abstract' | 'keywords' | 'editorial' | 'other language' }
  /** A displayed quotation or formula continues the paragraph before it. */
  | { kind: 'paragraph' | 'quotation' | 'formula' }
  | { kind: 'list item'; item: ListItem }
  /** `level` is 1 for a chapter’s heading. If the format does not give it, it is derived from the type. */
  | { kind: 'heading'; level: Level }
  /** A heading or a paragraph, depending on its words. */
  | { kind: 'text' }
);

/** A heading with its level in the outline; `length` counts the characters of its number. */
export interface OutlineLevel {
  level: number;
  length: number;
  /** `plain` without a number. */
  numbering: string;
}

/** A paragraph in a list item; the list continues the paragraph before it. */
export interface ListItem {
  isOrdered: boolean;
  /** 1 for a list that is not nested. */
  depth: number;
  /** The number of a list’s first item. */
  number: number;
  /** True if it continues the item that the paragraph before it began. */
  continues: boolean;
}

/** A note mark, from `start` to `end` in its block’s text. */
export interface SourceMark {
  start: number;
  end: number;
  /** If the format says so, the note’s index in `notes`; otherwise the printed number, which has yet to be bound. */
  note: { index: number } | { label: number; /** True if it is one of a list’s. */ isListed?: boolean };
}

export interface SourceEntry {
  /** The printed number; without one, the position in the list from 1. */
  label: number;
  /** Additional numbers printed before it, whose marks refer to it too. */
  also?: number[];
  content: MappedText;
  /** Its offset, including the label. */
  start: number;
  /** The work, if the format marks up its fields; otherwise it is read from the printed text. */
  record?: LibraryRecord;
}

interface SourceNote extends SourceEntry {
  /** The scope in which its number is unique: `page 3`, `list 0`, or `paper` if notes are numbered consecutively. */
  scope: string;
}

export interface SourceExhibit {
  kind: 'figure' | 'table';
  number: number;
  /** The offset of its caption, or any offset in the block after which it is placed. */
  start: number;
  title: MappedText;
  /** The lines of a table; cells are separated by tabs. */
  rows: MappedText[];
  /** The cells by row, the head first, if the format distinguishes cells; all rows have the same number. */
  cells?: string[][];
  /** The line that gives the source. */
  source: MappedText | undefined;
}

interface SourcePage {
  start: number;
  /** The printed number, or one derived from other pages; undefined if unknown. */
  number: number | undefined;
}

/** A page layout, in points from the upper left corner. */
export interface PageLayout {
  width: number;
  height: number;
  /** `start` and `end` are offsets of the line’s text; `y` is its baseline. */
  lines: { start: number; end: number; x0: number; x1: number; y: number; size: number }[];
  rules: { x0: number; x1: number; y: number }[];
}

export interface SourceMetadata {
  /** BCP 47 tag. */
  lang?: string;
  title?: string;
  authors?: { family: string; given: string }[];
  keywords?: string[];
  journal?: string;
  year?: number;
  volume?: string;
  issue?: string;
  /** First and last printed page. */
  pages?: [number, number];
  DOI?: string;
}
