import { parseSegmentId } from '../model/segment-id.ts';

/** A comment in braces in a chapter. */
export type Marker =
  | { type: 'segment'; id: string }
  | { type: 'page'; page: number }
  | { type: 'unit' }
  | { type: 'exception'; rule: string; reason: string };

/**
 * Reads the inside of a braced expression: a segment id `2.4.2`, a printed page `p. 126`, a unit boundary `|`, or an
 * exception from a rule, `except numbers-agree: why`. Anything else is undefined, hence code.
 */
export function parseMarker(expression: string): Marker | undefined {
  const comment = /^\/\*\s*(.*?)\s*\*\/$/.exec(expression.trim())?.[1];
  if (comment === undefined) return undefined;
  if (comment === '|') return { type: 'unit' };
  const page = /^p\. (\d+)$/.exec(comment)?.[1];
  if (page !== undefined) return { type: 'page', page: Number(page) };
  const [, rule, reason] = /^except ([a-z-]+): (.+)$/.exec(comment) ?? [];
  if (rule !== undefined && reason !== undefined) return { type: 'exception', rule, reason };
  return parseSegmentId(comment) ? { type: 'segment', id: comment } : undefined;
}
