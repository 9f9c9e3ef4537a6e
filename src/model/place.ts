import type { Node, Point } from 'unist';
import { location } from 'vfile-location';

/** Where something stands in the content: a path as the editor would type it, line and column from 1. */
export interface Place extends Pick<Point, 'line' | 'column'> {
  path: string;
  /** Behind its last character, where that is known. */
  end?: Pick<Point, 'line' | 'column'>;
}

export const startOf = (path: string): Place => ({ path, line: 1, column: 1 });

export const formatPlace = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;

/** Where a node stands that was read from a file, or from several nodes the first and the last. */
export function placeOf(
  { position: first }: Node,
  path: string,
  { position: last }: Node = { type: '', position: first },
): Place {
  return first
    ? { path, ...pointOf(first.start), ...(last ? { end: pointOf(last.end) } : {}) }
    : startOf(path);
}

/** A stretch of a place that stands on one line. */
export const stretchOf = ({ path, line, column }: Place, offset: number, length: number): Place => ({
  path,
  line,
  column: column + offset,
  end: { line, column: column + offset + length },
});

/** Turns offsets in a file's text, the second behind the last character, into a place. */
export function placesIn(path: string, text: string): (start: number, end?: number) => Place {
  const { toPoint } = location(text);
  const pointAt = (offset: number) => pointOf(toPoint(offset) ?? { line: 1, column: 1 });
  return (start, end) => ({ path, ...pointAt(start), ...(end === undefined ? {} : { end: pointAt(end) }) });
}

const pointOf = ({ line, column }: Point): Pick<Point, 'line' | 'column'> => ({ line, column });
