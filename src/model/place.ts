import type { Node, Point } from 'unist';
import { location } from 'vfile-location';

/** A place in the content: the path as the editor would type it, and line and column from 1. */
export interface Place extends Pick<Point, 'line' | 'column'> {
  path: string;
  /** The position after the last character, if known. */
  end?: Pick<Point, 'line' | 'column'>;
}

export const startOf = (path: string): Place => ({ path, line: 1, column: 1 });

export const formatPlace = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;

/** The place of a node that was read from a file, or of a range of nodes from the first to the last. */
export function placeOf(
  { position: first }: Node,
  path: string,
  { position: last }: Node = { type: '', position: first },
): Place {
  return first
    ? { path, ...pointOf(first.start), ...(last ? { end: pointOf(last.end) } : {}) }
    : startOf(path);
}

/** Part of a place, within one line. */
export const stretchOf = ({ path, line, column }: Place, offset: number, length: number): Place => ({
  path,
  line,
  column: column + offset,
  end: { line, column: column + offset + length },
});

/** Converts offsets in a file’s text into a place; the end offset is exclusive. */
export function placesIn(path: string, text: string): (start: number, end?: number) => Place {
  const { toPoint } = location(text);
  const pointAt = (offset: number) => pointOf(toPoint(offset) ?? { line: 1, column: 1 });
  return (start, end) => ({ path, ...pointAt(start), ...(end === undefined ? {} : { end: pointAt(end) }) });
}

const pointOf = ({ line, column }: Point): Pick<Point, 'line' | 'column'> => ({ line, column });
