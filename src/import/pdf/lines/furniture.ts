import { journalIn } from '../../words/issue-lines.ts';
import { commonOffset, numberOf } from '../../text/pages.ts';
import type { Row } from './page-rows.ts';
import type { Sheet } from './page-lines.ts';

/** A page without its running heads and page numbers. */
export interface BareSheet extends Sheet {
  furniture: Row[];
}

/** The number of rows at either edge of a page that are searched for running heads and page numbers. */
const EDGE_ROWS = 5;
/** The share of the page’s height, from the outermost row, that is searched. */
const EDGE = 0.12;

export const textOfRow = (row: Row): string => row.runs.map(({ text }) => text).join(' ');

/** A row’s text without parts that may differ from page to page. */
const nameOf = (row: Row): string =>
  textOfRow(row)
    .replace(/[\p{N}\s\p{P}\p{S}\p{Co}]+/gu, '')
    .toLowerCase();

/**
 * Takes running heads, page numbers and servers’ stamps from the edges of pages. A band at the edge is furniture if
 * most of its rows are repeated there on other pages, or are numbers.
 */
export function takeFurniture(sheets: Sheet[]): BareSheet[] {
  const head = bandOf(sheets, 'head');
  const foot = bandOf(sheets, 'foot');
  return takeLoneNumbers(
    sheets.map((sheet) => {
      const lowest = sheet.rows.at(-1);
      const imprint = imprintOf(sheet);
      const isFurniture = (row: Row): boolean =>
        imprint.includes(row) ||
        (IMPRINT.test(textOfRow(row)) &&
          lowest !== undefined &&
          lowest.y - row.y < row.size * 4 &&
          // A note’s address may begin a line.
          (!ADDRESS.test(textOfRow(row)) || isApart(row, sheet, 'foot'))) ||
        (head !== undefined && row.y <= head + 2) ||
        (foot !== undefined && sheet.height - row.y <= foot + 2);
      return {
        ...sheet,
        rows: sheet.rows.filter((row) => !isFurniture(row)),
        furniture: sheet.rows.filter(isFurniture),
      };
    }),
  );
}

/** Takes a page number from the foot of the first page if the other pages have theirs elsewhere. */
function takeLoneNumbers(sheets: BareSheet[]): BareSheet[] {
  const offset = commonOffset(
    sheets.map(({ furniture }) => pageNumbersIn(furniture)),
    -sheets.length,
  );
  if (offset === undefined) return sheets;
  return sheets.map((sheet, index) => {
    const lowest = sheet.rows.at(-1);
    if (!lowest || textOfRow(lowest).replace(/[\s·—–-]+/g, '') !== String(index + offset)) return sheet;
    return { ...sheet, rows: sheet.rows.slice(0, -1), furniture: [...sheet.furniture, lowest] };
  });
}

/** Possible page numbers in the furniture; their digits may be spaced. */
export const pageNumbersIn = (furniture: Row[]): number[] =>
  furniture.flatMap(({ runs }) => {
    // Chinese papers may have full-width digits.
    const text = runs.map((run) => run.text.normalize('NFKC')).join('');
    const alone = numberOf({ text: text.replace(/\s+/g, '') });
    if (alone !== undefined) return [alone];
    const spaced = runs
      .map((run) => run.text.normalize('NFKC').trim())
      .join(' ')
      .replace(/(?<=(?<!\d)\d) (?=\d(?!\d))/g, '');
    return [/^\W*(\d{1,4})\b/.exec(spaced)?.[1], /\b(\d{1,4})\W*$/.exec(spaced)?.[1]]
      .filter((digits) => digits !== undefined)
      .map(Number);
  });

/**
 * The journal’s imprint at the foot of a first page: its last rows, below a gap, one of which names the issue or the
 * rights.
 */
function imprintOf({ rows }: Sheet): Row[] {
  const end = rows.findLastIndex((row) => !/^[\s\p{P}\d]*$/u.test(textOfRow(row))) + 1;
  const from = rows.findLastIndex(
    (row, i) =>
      i > 0 && i < end && row.y - rows[i - 1]!.y > Math.max(row.size, rows[i - 1]!.size) * IMPRINT_GAP,
  );
  const block = from > 0 ? rows.slice(from, end) : [];
  const texts = block.map(textOfRow);
  return block.length <= MAX_IMPRINT &&
    texts.some((text) => RIGHTS.test(text) || (PLACE.test(text) && journalIn([text]) !== undefined)) &&
    !texts.some((text) => /^\s*(?:\d{1,3}\b|[*∗†‡])/.test(text))
    ? block
    : [];
}

/** The minimum gap above an imprint as a multiple of its size, and the most rows of one. */
const IMPRINT_GAP = 1.6;
const MAX_IMPRINT = 6;

/** A year of copyright, or the number of a serial. */
const RIGHTS = /^\s*(?:©|\(c\)|copyright ©?)\s?(?:19|20)\d\d|\bISSN\b|\ball rights reserved\b/i;
/** Volume, issue and pages: 2(2), 198-221. */
const PLACE = /\d{1,3} ?\(\d{1,4}\)[,:;] ?(?:pp?\. ?)?\d+ ?[-–] ?\d+$/;

const ADDRESS = /^\s*https?:/;
const IMPRINT = /^\s*(?:DOI\b|ISSN\b|https?:\/\/(?:dx\.)?doi)|[©│].*|\(c\)\s?\d{4}/i;

/** True if a row is separated from the next row on the side of the text. */
function isApart(row: Row, { rows }: Sheet, edge: 'head' | 'foot'): boolean {
  const inner = rows.filter(({ y }) => (edge === 'head' ? y > row.y + 2 : y < row.y - 2));
  const next = edge === 'head' ? inner[0] : inner.at(-1);
  return !next || Math.abs(next.y - row.y) > row.size * APART;
}

/** The minimum distance of furniture from the text, as a multiple of its size. */
const APART = 1.45;

/** The depth of the furniture at an edge: the distance from the edge to the innermost baseline. */
function bandOf(sheets: Sheet[], edge: 'head' | 'foot'): number | undefined {
  const depthOf = (row: Row, sheet: Sheet): number => (edge === 'head' ? row.y : sheet.height - row.y);
  // Pages may have margins wider than printed.
  const margin = Math.min(...sheets.flatMap((sheet) => sheet.rows.map((row) => depthOf(row, sheet))));
  const rows = sheets.flatMap((sheet, page) => {
    const own = edge === 'head' ? sheet.rows.slice(0, EDGE_ROWS) : sheet.rows.slice(-EDGE_ROWS);
    return own
      .filter((row) => depthOf(row, sheet) < margin + sheet.height * EDGE)
      .map((row) => ({
        page,
        depth: depthOf(row, sheet),
        name: nameOf(row),
        text: textOfRow(row),
        isApart: isApart(row, sheet, edge),
      }));
  });
  const names = Map.groupBy(rows, ({ name }) => name);
  const isRepeated = ({ name, depth, page, text }: (typeof rows)[number]): boolean =>
    name === ''
      ? rows.some(
          (one) =>
            one.page !== page &&
            one.name === '' &&
            Math.abs(one.depth - depth) < 4 &&
            (/\p{Nd}/u.test(text) || one.text === text),
        )
      : (names.get(name) ?? []).some((one) => one.page !== page && Math.abs(one.depth - depth) < 6);
  const fewest = Math.max(2, Math.min(sheets.length * 0.25, 40));
  let reach: number | undefined;
  // From the edge inwards, up to the first band of text that changes from page to page.
  for (const depth of [...new Set(rows.map((row) => Math.round(row.depth)))].sort((a, b) => a - b)) {
    const band = rows.filter((row) => Math.abs(row.depth - depth) <= 2);
    const pages = new Set(band.map(({ page }) => page)).size;
    const repeated = band.filter(isRepeated).length;
    const apart = band.filter((row) => row.isApart).length;
    if (pages >= fewest && repeated >= band.length * 0.6 && apart >= band.length * 0.5) reach = depth;
    else if (pages >= sheets.length * 0.4 && repeated < band.length * 0.5) break;
  }
  return reach;
}
