import type { Line } from './lines.ts';
import type { Page } from './pages.ts';
import type { MappedText } from './mapped-text.ts';

/** The printed page on which an offset of the source stands. */
export function pageFinder(pages: Page[], lines: Line[]): (offset: number) => number {
  const pageOfLine = new Map<number, number>();
  for (const page of pages)
    for (const line of [...page.lines, ...page.runningHeads, ...page.pageNumbers])
      pageOfLine.set(line.number, page.number);
  const starts = lines.map(({ start }) => start);
  return (offset) => pageOfLine.get(lastAt(starts, offset) + 1) ?? pages[0]?.number ?? 1;
}

/** The index of the last of ascending offsets that is at another or before it; 0 where none is. */
export function lastAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The places in each text where a printed page begins; the texts follow one another. */
export function placePages(
  texts: MappedText[],
  pageAt: (offset: number) => number,
): { at: number; page: number }[][] {
  let page: number | undefined;
  return texts.map(({ offsets }) =>
    offsets.flatMap((origin, at) => {
      const here = pageAt(origin);
      const begins = page !== undefined && here > page;
      page = Math.max(page ?? here, here);
      return begins ? [{ at, page: here }] : [];
    }),
  );
}
