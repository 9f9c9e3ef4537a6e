import type { LibraryRecord } from '../cite/read-library.ts';
import type { Kind } from './coverage.ts';
import type { OutlineLevel } from './front-matter.ts';
import type { SetHeading } from './heading-levels.ts';
import type { MappedText } from './mapped-text.ts';
import type { Span } from './spans.ts';
import type { Warning } from './warning.ts';

/**
 * A paper as a reader takes it out of a file whose format says more than plain text does: a PDF’s positions, the styles
 * of a word processor, the elements of HTML or JATS. Readers divide and name; `readDocument` makes a `Paper` of it, the
 * same way for all of them.
 */
export interface SourceDocument {
  /**
   * All text that the reader found, in reading order, with a line feed between lines or blocks. All offsets, also those
   * of a `MappedText`, are in it, in UTF-16 code units. Every character that is not white space is in just one of
   * `blocks`, `notes`, `references`, `exhibits` and `omitted`, or is a hyphen at a line’s end.
   */
  text: string;
  /** The front matter and the running text, in reading order. */
  blocks: SourceBlock[];
  /** In the order in which they are printed; each stands once, however often it is marked. */
  notes: SourceNote[];
  /** The entries of the paper’s own list of works. */
  references: SourceEntry[];
  exhibits: SourceExhibit[];
  /** What is emphasised, linked or a formula, in `blocks` and `notes`: offsets in `text`, ascending. */
  spans?: Span[];
  /** What leads to an entry of the list, by its place there from 0: offsets in `text`, ascending. Other citations are looked for. */
  citations?: { start: number; end: number; reference: number }[];
  /** True if whatever is front matter is named so in `blocks`, or said in `metadata`: none is to be told by its words. */
  isFrontNamed?: boolean;
  /** What becomes part of no edition, and what kind of thing it is: running heads, covers, labels of notes. */
  omitted: { kind: Kind; content: MappedText }[];
  /** Where printed pages begin, ascending; empty where the format knows no pages. */
  pages: SourcePage[];
  /** The page of the file, from 1, with which `pages` begins; 1 where it is not said. */
  firstSheet?: number;
  /** How each of `pages` is laid out, where the format says it. */
  layout?: PageLayout[];
  /** What the file says of the paper itself, not what is printed; it is taken where nothing is. */
  metadata: SourceMetadata;
  /** Where the reader was not certain. */
  warnings: Warning[];
}

/**
 * Where no block is named as authors, abstract or keywords, the words of the first paragraphs tell them. What is
 * `editorial` the journal says of the paper or its author; what is in an `other language` is title, abstract or keywords.
 */
export type SourceBlock = {
  content: MappedText;
  marks: SourceMark[];
  /** Its text with the gaps that it is printed with, where those say something: they divide names and keywords. */
  raw?: string;
} & (
  | { kind: 'title' | 'authors' | 'abstract' | 'keywords' | 'editorial' | 'other language' }
  /** A quotation or formula that is set apart goes on with the paragraph before it. */
  | { kind: 'paragraph' | 'quotation' | 'formula' }
  | { kind: 'list item'; item: ListItem }
  /** `level` is 1 for a chapter’s heading. Where the format does not say it, how the heading is set tells. */
  | { kind: 'heading'; level: number | OutlineLevel | SetHeading }
  /** A heading or a paragraph, as its words tell. */
  | { kind: 'text' }
);

/** A paragraph of an item in a list that goes on with the paragraph before it. */
export interface ListItem {
  isOrdered: boolean;
  /** 1 for a list that stands in no other. */
  depth: number;
  /** The number of a list’s first item. */
  number: number;
  /** True if it goes on with the item that the paragraph before it began. */
  continues: boolean;
}

/** The mark of a note, from `start` to `end` in its block’s text. */
export interface SourceMark {
  start: number;
  end: number;
  /** What the format says: the note’s place in `notes`, from 0. Or the number that is printed, to be bound to its note. */
  note: { index: number } | { label: number; /** True if it is one of a list’s. */ isListed?: boolean };
}

export interface SourceEntry {
  /** The number that is printed before it; its place in the list, from 1, where none is. */
  label: number;
  content: MappedText;
  /** Offset at which it begins, its label included. */
  start: number;
  /** The work, where the format says its fields; else it is read from what is printed. */
  record?: LibraryRecord;
}

interface SourceNote extends SourceEntry {
  /** Further numbers that are printed before it: their marks lead to it too. */
  also?: number[];
  /** Where its number means this note: `page 3`, `list 0`, or `paper` where notes are numbered through. */
  scope: string;
}

export interface SourceExhibit {
  kind: 'figure' | 'table';
  number: number;
  /** Offset at which its caption begins, or any in the block behind which it is placed. */
  start: number;
  title: MappedText;
  /** Lines of a table; cells are set apart by tabs. */
  rows: MappedText[];
  /** The cells row by row, the head first, where the format tells them apart: each row has as many. */
  cells?: string[][];
  /** The line that names where it is from. */
  source: MappedText | undefined;
}

interface SourcePage {
  start: number;
  /** The number that is printed on it, or follows from the others’; undefined where none is known. */
  number: number | undefined;
}

/** A page as it is printed, in points from its upper left corner. */
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
