import type { PageLayout } from '../../source-document.ts';
import type { DividedRows } from '../lines/divide-rows.ts';
import type { PageContent } from '../glyphs/page-glyphs.ts';
import type { Reading } from '../reading.ts';

/** Where the lines and rules of each page are printed. */
export function pageLayouts(
  pages: PageContent[],
  { bare, single }: DividedRows,
  { all }: Reading,
): PageLayout[] {
  const linesOn = Map.groupBy(all, ({ sheet }) => sheet);
  return pages.map(({ width, height }, sheet) => ({
    width,
    height,
    rules: bare[sheet]?.rules ?? [],
    lines: (linesOn.get(sheet) ?? []).map(({ start, end, x0, x1, y, size }) => {
      const at = single.printedAt(sheet, x0, y);
      return { start, end, x0: at.x, x1: x1 + at.x - x0, y: at.y, size };
    }),
  }));
}
