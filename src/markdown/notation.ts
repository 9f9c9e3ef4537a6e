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

/** The syntax of chapters, in addition to MDX. */
export const syntax = [
  // In Chinese, a single tilde is a range: 10~20.
  [remarkGfm, { singleTilde: false }],
  // A single dollar is a currency sign.
  [remarkMath, { singleDollarTextMath: false }],
  remarkCjkFriendly,
] satisfies Pluggable[];

/** Transforms the syntax tree into the notation’s own nodes. */
export const transforms = [
  remarkNoCode, // first: nothing else may touch a file that contains code
  remarkSegments, // before the other markers: only a marker at the start of a block opens a segment
  remarkMarkers,
  remarkCitations,
  remarkCrossReferences,
  remarkNotes, // after these two: they work in the definitions, which this removes from the tree
  remarkUnits, // last: it divides what the others have placed, and counts note marks
] satisfies Pluggable[];
