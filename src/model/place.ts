/** Where something stands in the content: a path as the editor would type it, line and column from 1. */
export interface Place {
  path: string;
  line: number;
  column: number;
}

export const startOf = (path: string): Place => ({ path, line: 1, column: 1 });

export const formatPlace = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;
