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

/** A note mark in the running text. */
interface NoteMark extends Node {
  type: 'noteMark';
  number: number;
  /** A repeated mark, such as a second ② on a page: it links to the note, but the note does not link back to it. */
  again?: true;
}

/** Where a printed page begins. */
export interface PageBreak extends Node {
  type: 'pageBreak';
  page: number;
}

/** A boundary between units, set by the editor. */
export interface UnitBoundary extends Node {
  type: 'unitBoundary';
}

/** A rule that need not hold in a unit, and why. */
export interface Exception extends Node {
  type: 'exception';
  rule: string;
  reason: string;
}

/** The position of a figure or table in the chapter. */
interface ExhibitPlace extends Node {
  type: 'exhibitPlace';
  id: string;
}

/** A bracketed group of citations in a note: `[see @key, p. 4; @other]`. */
export interface Citation extends Literal {
  type: 'citation';
  /** As written, for messages. */
  value: string;
  items: CitationItem[];
  /** On a printed citation: whether the full stop after it moves inside its closing quotation mark. */
  takesStop?: boolean;
}

/** The target of a link with one of our schemes: `case:dry-summer`. */
export interface Target {
  scheme: Scheme;
  id: string;
}

/** Plain text that looks like notation. */
export interface StrayNotation {
  type:
    | /** `[^3]` if no note 3 is defined, or with full-width brackets. */ 'mark'
    | /** `$L$` */ 'formula'
    | /** `[text(term:well)` */ 'link'
    | /** `@amt-1950` without brackets. */ 'citation'
    | /** The same in brackets of which another part cites nothing. */ 'citationPart'
    | /** `@` before any other word. */ 'at'
    | /** `[text]` */ 'brackets'
    | /** `}` without an opening brace, with the comment before it. */ 'brace';
  /** As written in the file. */
  written: string;
  /** The note’s number, formula, target, key, text in brackets or comment: 3, L, term:well, amt-1950, text, 2.4.2. */
  label: string;
  place: Place;
}

export const schemes = ['case', 'term', 'actor', 'work', 'exhibit', 'seg', 'note'] as const;
export type Scheme = (typeof schemes)[number];

declare module 'mdast' {
  interface Data {
    /** The segment that a block belongs to. */
    segment?: string;
    /** On a block: it is the first of its segment. */
    opensSegment?: boolean;
    /** On a block: the editor has set the unit boundaries of its segment. */
    isDivided?: boolean;
    target?: Target;
    /** On a root: the chapter’s note definitions, removed from the text. */
    notes?: FootnoteDefinition[];
    /** On a root: text that looks like notation. */
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
