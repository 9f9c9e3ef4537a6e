import type { SearchRecord } from './record.ts';

/** Whether a record is a paragraph that stands on that printed page, in part at least. */
export const isOnPage = ({ kind, pages: [first, last] = [0, 0] }: SearchRecord, page: number): boolean =>
  kind === 'segment' && first <= page && page <= last;

/** The printed page that someone asks for by its number (第125页, p. 125, page 125), if that is all they ask. */
export function printedPageIn(query: string): number | undefined {
  const found = /^\s*(?:第?\s*(\d{1,6})\s*[页頁]|(?:pp?\.?|page)\s*(\d{1,6}))\s*$/i.exec(
    query.normalize('NFKC'),
  );
  return found ? Number(found[1] ?? found[2]) : undefined;
}
