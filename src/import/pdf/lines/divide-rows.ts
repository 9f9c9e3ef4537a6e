import { setColumnEdges } from './column-edges.ts';
import { footColumns, takeFootnotes } from './foot-notes.ts';
import { takeFurniture, type BareSheet } from './furniture.ts';
import { learnBodyType, type BodyType } from './learn-type.ts';
import { isListHeading } from './list-headings.ts';
import type { PageContent } from '../glyphs/page-glyphs.ts';
import { findGutters, lineOf, linesInOrder, type TypeLine } from './page-lines.ts';
import { rowsOf, type Row } from './page-rows.ts';
import { takeSideBox } from './side-box.ts';
import { takeSideLanguage } from './side-languages.ts';
import { addSideTables, takeSideTables } from './side-tables.ts';
import { unrollColumns } from './unroll-columns.ts';

/** Pages whose rows are divided into running heads, text and notes, in reading order. */
export interface DividedRows {
  type: BodyType;
  /** The pages as printed, without furniture, and with all columns below each other. */
  bare: BareSheet[];
  single: ReturnType<typeof unrollColumns>;
  /** The latter without the column in another language. */
  sheets: BareSheet[];
  /** By page: running heads and page numbers, the text, and the text in another language. */
  heads: TypeLine[][];
  bodies: TypeLine[][];
  besides: TypeLine[][];
  footnotes: ReturnType<typeof takeFootnotes>;
  /** The box beside the abstract of the first page. */
  boxed: TypeLine[];
  /** The first lines of pages whose columns are crossed so often that their order is uncertain. */
  crossed: TypeLine[];
}

/** Divides pages, learning from the paper itself what its running heads, columns and notes look like. */
export function divideRows(pages: PageContent[]): DividedRows {
  // Furniture goes first: it would otherwise be taken for text, and text for notes.
  const [opening, ...further] = takeFurniture(pages.map((page) => ({ ...page, ...rowsOf(page) })));
  const type = learnBodyType(opening ? [opening, ...further] : []);
  const { sheet: withoutBox, box: boxed } = opening
    ? takeSideBox(opening, type.size)
    : { sheet: undefined, box: [] };
  const bare = withoutBox ? [withoutBox, ...further] : [];
  const single = unrollColumns(bare, type);
  const columned = takeSideLanguage(single.sheets, findGutters(single.sheets, type.size));
  const { gutters, other } = columned;
  const { sheets, tables } = takeSideTables(columned.sheets, gutters);
  const besides = other.map((rows, sheet) => rows.map((row) => lineOf(row, sheet)));
  const footnotes = takeFootnotes(sheets, gutters, type);
  const crossed: TypeLine[] = [];
  const bodies = footnotes.body.map((rows, sheet) => {
    const list = gutters[sheet] === undefined ? rows.findIndex(opensList) : -1;
    const [text, ...columns] = list < 0 ? [rows] : [rows.slice(0, list), ...footColumns(rows.slice(list))];
    return [
      ...linesInOrder(text!, gutters[sheet], sheet, (line) => crossed.push(line)),
      ...columns.flatMap((column) => linesInOrder(column, undefined, sheet)),
    ];
  });
  setColumnEdges(bodies, gutters, type.size);
  bodies.forEach((lines, sheet) => addSideTables(lines, tables[sheet]!, sheet));
  const heads = sheets.map(({ furniture }, sheet) => furniture.map((row) => lineOf(row, sheet)));
  return { type, bare, single, sheets, heads, bodies, besides, footnotes, boxed, crossed };
}

/** True if a row begins with the heading of a list, beside which there may be the second column of the list. */
const opensList = (row: Row): boolean =>
  row.runs.some((_, i) => i > 0 && isListHeading({ ...row, runs: row.runs.slice(0, i) }, undefined)) ||
  isListHeading(row, undefined);
