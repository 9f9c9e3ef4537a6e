import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { Pluggable } from 'unified';
import { remarkCitations } from './remark-citations.ts';
import { remarkCrossReferences } from './remark-cross-references.ts';
import { remarkNoCode } from './remark-no-code.ts';
import { remarkNotes } from './remark-notes.ts';
import { remarkMarkers } from './remark-markers.ts';
import { remarkSegments } from './remark-segments.ts';
import { remarkUnits } from './remark-units.ts';

/** The syntax of chapters, beside MDX itself. */
export const syntax = [
  // One tilde is a range in Chinese: 10~20.
  [remarkGfm, { singleTilde: false }],
  // A single dollar is money.
  [remarkMath, { singleDollarTextMath: false }],
  remarkCjkFriendly,
] satisfies Pluggable[];

/** From the syntax tree to the notation's own nodes. */
export const transforms = [
  remarkNoCode, // first: nothing else may touch a file that holds code
  remarkSegments, // before the other markers: only a marker at a block's head opens a segment
  remarkMarkers,
  remarkCitations,
  remarkCrossReferences,
  remarkNotes, // after these two: it takes the definitions, in which they work, out of the tree
  remarkUnits, // last: it divides what the others have put in place, and counts note marks
] satisfies Pluggable[];
