import type { MappedText } from './mapped-text.ts';

/** The index of the last ascending offset that is not after the given one; 0 if there is none. */
export function indexAtOrBefore(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The positions in each of the consecutive texts at which a printed page begins. */
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
