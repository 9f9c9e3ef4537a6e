import { commonOffset } from '../../text/pages.ts';
import { findArticleEnd } from './article-end.ts';
import type { Opened, SheetLines } from './begin-at-title.ts';
import type { DividedRows } from '../lines/divide-rows.ts';
import type { FootNote } from '../lines/foot-notes.ts';
import { pageNumbersIn } from '../lines/furniture.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { Reading } from '../reading.ts';
import { takeContents } from './take-contents.ts';

/** What remains of the pages if everything that is not the paper’s is left out. */
export interface PaperPages {
  pages: SheetLines[];
  notes: FootNote[];
  /** Lines at the feet of pages that belong to no note. */
  strays: TypeLine[];
  /** The difference between a page’s printed number and its index; undefined if no numbers are printed. */
  offset: number | undefined;
}

/** Leaves out the contents, and what follows the paper. */
export function keepPaper(
  { sheets, footnotes }: DividedRows,
  opened: Opened,
  { at, omit }: Reading,
): PaperPages {
  const { pages, contents } = takeContents(opened.pages.map(({ lines }) => lines));
  omit('editorial', at(contents));

  const numbers = sheets.map(({ furniture }) => pageNumbersIn(furniture));
  // Covers may precede the first page.
  const offset = commonOffset(numbers, -sheets.length);
  const isNumbered = (sheet: number): boolean =>
    offset !== undefined && numbers[sheet]!.includes(sheet + offset);
  const { lines: own, behind } = findArticleEnd(pages, isNumbered);
  omit('other language', at(behind));

  // Small type after the paper is not notes: it would be taken to continue the paper’s last note.
  const last = own.findLastIndex((lines) => lines.length > 0);
  const lastSheet = opened.pages[last]?.sheet ?? Infinity;
  const isBehind = ({ sheet }: TypeLine): boolean => behind.length > 0 && sheet > lastSheet;
  const isOwn = (line: TypeLine): boolean => !isBehind(line);
  const { notes, strays } = footnotes;
  omit('other language', at([...notes.flatMap(({ lines }) => lines), ...strays].filter(isBehind)));
  return {
    pages: opened.pages.map(({ sheet }, i) => ({ sheet, lines: own[i]! })),
    notes: notes
      .map((note) => ({ ...note, lines: note.lines.filter(isOwn) }))
      .filter(({ lines }) => lines.length > 0),
    strays: strays.filter(isOwn),
    offset,
  };
}
