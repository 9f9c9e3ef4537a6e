import { listHeadings } from '../../words/paper-words.ts';
import { splitRow } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** True if a row, or its part in one of the columns, is the heading of a list. */
export const isListHeading = (row: Row, gutter: number | undefined): boolean =>
  (gutter === undefined ? [row] : splitRow(row, gutter)).some(({ runs }) => {
    const text = runs.map((run) => run.text).join('');
    return listHeadings.some(({ pattern }) => pattern.test(text.trim()));
  });
