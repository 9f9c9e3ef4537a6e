import { parseSegmentId } from '../model/segment-id.ts';

/** What stands in braces in a chapter as a comment: a segment id `2.4.2`, a printed page `p. 126`, a unit boundary `|`. */
export type Marker = { type: 'segment'; id: string } | { type: 'page'; page: number } | { type: 'unit' };

/** Reads the inside of a braced expression; undefined if it is no marker, hence code. */
export function parseMarker(expression: string): Marker | undefined {
  const comment = /^\/\*\s*(.*?)\s*\*\/$/.exec(expression.trim())?.[1];
  if (comment === undefined) return undefined;
  if (comment === '|') return { type: 'unit' };
  const page = /^p\. (\d+)$/.exec(comment)?.[1];
  if (page !== undefined) return { type: 'page', page: Number(page) };
  return parseSegmentId(comment) ? { type: 'segment', id: comment } : undefined;
}
