import { licenceAtFoot, namesAbove } from './around-title.ts';
import type { DividedRows } from '../lines/divide-rows.ts';
import { findTitle, type FoundTitle } from './find-title.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { Reading } from '../reading.ts';

/** The lines of a page, and the index of the page in the file. */
export interface SheetLines {
  sheet: number;
  lines: TypeLine[];
}

/** A paper from its title on. */
export interface Opened {
  title: FoundTitle | undefined;
  /** The names of the authors above the title. */
  namesAbove: TypeLine[];
  /** The index of the page with the title. */
  firstSheet: number;
  /** The pages from there on, without the title. */
  pages: SheetLines[];
}

/** A paper begins with its title; leaves out the covers before it, and the licence at the foot of a page. */
export function beginAtTitle(
  { bodies, sheets, heads, type }: DividedRows,
  documentTitle: string | undefined,
  { at, omit }: Reading,
): Opened {
  const title = findTitle(bodies, sheets, type, documentTitle);
  const { lines: titleLines = [], subtitle = [], again = [] } = title ?? {};
  const first = again[0] ?? titleLines[0];
  const firstSheet = first?.sheet ?? 0;
  const names = first ? namesAbove(bodies[firstSheet]!, first, heads.flat()) : [];
  const ofTitle = new Set([...titleLines, ...subtitle, ...again]);

  const pages = bodies.slice(firstSheet).map((lines, i) => {
    const from = i === 0 && first ? Math.max(lines.indexOf(first), 0) : 0;
    omit('editorial', at(lines.slice(0, from).filter((line) => !names.includes(line))));
    const licence = licenceAtFoot(lines);
    omit('editorial', at(licence));
    return {
      sheet: firstSheet + i,
      lines: lines.slice(from).filter((line) => !ofTitle.has(line) && !licence.includes(line)),
    };
  });
  const covers = bodies.slice(0, firstSheet).flat();
  omit('editorial', at(covers.filter((line) => !titleLines.includes(line))));
  omit('editorial', at(again));
  return { title, namesAbove: names, firstSheet, pages };
}
