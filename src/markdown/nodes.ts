import type { Literal, Node, Parent, PhrasingContent } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx-expression';
import type {} from 'mdast-util-to-hast';
import type { Place } from '../model/place.ts';
import type { CitationItem } from './citation-syntax.ts';

/** What our notation adds to mdast. */

/** One sentence of a segment, counted from 1. */
export interface Unit extends Parent {
  type: 'unit';
  segment: string;
  index: number;
  children: PhrasingContent[];
}

/** A note's number in the running text. */
interface NoteMark extends Node {
  type: 'noteMark';
  number: number;
  /** It stands once more, as a page prints ② twice: it leads to the note, which does not lead back to it. */
  again?: true;
}

/** Where a printed page begins. */
export interface PageBreak extends Node {
  type: 'pageBreak';
  page: number;
}

/** A boundary between units that the editor has set. */
export interface UnitBoundary extends Node {
  type: 'unitBoundary';
}

/** Where a rule need not hold in a unit, and why. */
export interface Exception extends Node {
  type: 'exception';
  rule: string;
  reason: string;
}

/** Where a figure or table stands in the chapter. */
interface ExhibitPlace extends Node {
  type: 'exhibitPlace';
  id: string;
}

/** A bracketed group of citations in a note: `[see @key, p. 4; @other]`. */
export interface Citation extends Literal {
  type: 'citation';
  /** As written, for reports. */
  value: string;
  items: CitationItem[];
  /** Of one that is printed: whether the full stop behind it stands within its last quotation mark. */
  takesStop?: boolean;
}

/** What a link with one of our schemes points to: `case:dry-summer`. */
export interface Target {
  scheme: Scheme;
  id: string;
}

/** Text that looks like notation. */
export interface StrayNotation {
  type:
    | /** `[^3]` where no note 3 is defined. */ 'mark'
    | /** `$L$` */ 'formula'
    | /** `[text(term:well)` */ 'link'
    | /** `@amt-1950` without brackets. */ 'citation'
    | /** The same in brackets that cite nothing in another of their parts. */ 'citationPart'
    | /** `@` before any other word. */ 'at'
    | /** `[text]` */ 'brackets'
    | /** `}` that nothing opens, with the comment before it. */ 'brace';
  /** As it stands in the file. */
  written: string;
  /** What is marked, set, led to, cited, in brackets or in the comment: 3, L, term:well, amt-1950, text, 2.4.2. */
  label: string;
  place: Place;
}

export const schemes = ['case', 'term', 'actor', 'work', 'exhibit', 'seg', 'note'] as const;
export type Scheme = (typeof schemes)[number];

declare module 'mdast' {
  interface Data {
    /** The segment that a block belongs to. */
    segment?: string;
    /** On a block: it is its segment's first. */
    opensSegment?: boolean;
    /** On a block: the editor has set boundaries between its segment's units. */
    isDivided?: boolean;
    target?: Target;
    /** On a root: the chapter's note definitions, taken out of the text. */
    notes?: FootnoteDefinition[];
    /** On a root: what looks like notation and is text. */
    strayNotation?: StrayNotation[];
  }
  interface PhrasingContentMap {
    unit: Unit;
    noteMark: NoteMark;
    pageBreak: PageBreak;
    unitBoundary: UnitBoundary;
    exception: Exception;
    citation: Citation;
    mdxTextExpression: MdxTextExpression;
  }
  interface RootContentMap {
    unit: Unit;
    noteMark: NoteMark;
    pageBreak: PageBreak;
    unitBoundary: UnitBoundary;
    exception: Exception;
    exhibitPlace: ExhibitPlace;
    citation: Citation;
    mdxTextExpression: MdxTextExpression;
    mdxFlowExpression: MdxFlowExpression;
  }
}
