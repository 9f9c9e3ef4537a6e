import type { MappedText } from './mapped-text.ts';

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
