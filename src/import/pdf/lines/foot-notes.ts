import { furtherLabels } from '../../words/note-families.ts';
import type { PrintedNote } from '../../text/note-areas.ts';
import { hasRomanMarks, footLabelOf, learnLabels } from './foot-labels.ts';
import { FIRST_PAGES, rulesBetween, startOfFoot, WIDE_GAP, type FootSearch } from './foot-start.ts';
import type { BareSheet } from './furniture.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import { isListHeading } from './list-headings.ts';
import { lineOf, linesInOrder, partsOf, sideOf, type TypeLine } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** A footnote, including its continuation on later pages. */
export interface FootNote extends PrintedNote<TypeLine> {
  also: number[];
  sheet: number;
  /** True if the label may be a number at the beginning of an ordinary line. */
  isDoubtful: boolean;
}

interface Footnotes {
  /** The rows above the notes, by page. */
  body: Row[][];
  notes: FootNote[];
  /** Lines at the foot that belong to no numbered note, mainly notes on the author. */
  strays: TypeLine[];
  /** True if note marks are Roman numbers. */
  hasRomans: boolean;
}

/** Takes the notes from the feet of pages: smaller type below the running text, after a rule or with a number. */
export function takeFootnotes(
  sheets: BareSheet[],
  gutters: (number | undefined)[],
  type: BodyType,
): Footnotes {
  const body: Row[][] = [];
  const notes: FootNote[] = [];
  const strays: TypeLine[] = [];
  const hasRomans = hasRomanMarks(sheets);
  // After the heading of a reference list or list of notes, small type belongs to its entries. Near the beginning, such
  // a heading at the top of a page is the paper’s rubric.
  const firstInList = sheets.findIndex(({ rows }, index) =>
    rows.some(
      (row, i) => isListHeading(row, gutters[index]) && (index > sheets.length * 0.1 || i > rows.length / 3),
    ),
  );
  const isLabel = learnLabels(sheets, type.size * SMALL, hasRomans);
  let open: FootNote | undefined;
  sheets.forEach((sheet, index) => {
    const { above, foot: lines } = divide(sheet.rows, {
      rules: sheet.rules,
      index,
      gutter: gutters[index],
      type,
      open,
      inList: firstInList >= 0 && index >= firstInList,
      hasRomans,
    });
    body.push(above);
    let last: FootNote | undefined = open;
    let stray = false;
    const labels = lines.map((line) => footLabelOf(line, hasRomans));
    for (const [i, line] of lines.entries()) {
      const label = labels[i];
      const number = last && Math.max(last.label, ...last.also);
      // A number beyond the next one is none if the next one is below.
      const skips =
        number !== undefined &&
        label?.number !== undefined &&
        label.number > number + 1 &&
        labels.slice(i + 1).some((below) => below?.kind === label.kind && below.number === number + 1);
      const found = label && !skips && isLabel(label, index, number, last === open);
      if (label?.number !== undefined && found) {
        last = {
          label: label.number,
          ...furtherLabels(line.text, label.length),
          lines: [line],
          sheet: index,
          isDoubtful: found === 'doubtful',
        };
        notes.push(last);
        stray = false;
      } else if (label?.kind === 'star' || stray || !last || isRuledOff(sheet.rules, lines[i - 1], line)) {
        strays.push(line);
        stray = true;
      } else last.lines.push(line);
    }
    open = last;
  });
  return { body, notes, strays, hasRomans };
}

/** True if a rule and a gap are between a note and a line on one of the first pages: the journal’s imprint. */
const isRuledOff = (rules: BareSheet['rules'], above: TypeLine | undefined, line: TypeLine): boolean =>
  above !== undefined &&
  line.sheet < FIRST_PAGES &&
  line.y - above.y > line.size * 1.2 * WIDE_GAP &&
  rulesBetween(rules, above.y, line).some(({ x0, x1 }) => x1 - x0 > (line.right - line.left) / 2);

/** Splits a page where its notes begin. */
function divide(rows: Row[], search: FootSearch): { above: Row[]; foot: TypeLine[] } {
  const { index, gutter } = search;
  const across = startOfFoot(rows, search);
  const below = rows.slice(across);
  const isWhole = gutter === undefined || below.some((row) => sideOf(row, gutter, row.size) === 'crossed');
  if (isWhole)
    return {
      above: rows.slice(0, across),
      foot: footColumns(below).flatMap((column) => linesInOrder(column, undefined, index)),
    };
  // Each column may have its own notes, beside running text on the same baselines.
  const parts = partsOf(rows, gutter);
  const columns = [parts.filter(({ x1 }) => x1 < gutter + 5), parts.filter(({ x0 }) => x0 > gutter - 5)];
  const feet = columns.map((column) => column.slice(startOfFoot(column, { ...search, gutter: undefined })));
  const taken = new Set(feet.flat());
  return {
    above: parts.filter((row) => !taken.has(row)),
    foot: feet.flatMap((foot) => foot.map((row) => lineOf(row, index))),
  };
}

/**
 * Splits notes or a list below a single column of text into columns, if they are separated by a strip that is empty
 * from top to bottom.
 */
export function footColumns(rows: Row[]): Row[][] {
  if (rows.length < MIN_IN_COLUMN) return [rows];
  const runs = rows.flatMap((row) => row.runs).sort((a, b) => a.x0 - b.x0);
  const size = Math.max(...rows.map((row) => row.size));
  const left = runs[0]!.x0;
  let right = runs[0]!.x1;
  for (const { x0, x1 } of runs) {
    const strip = (right + x0) / 2;
    if (x0 - right > size * FOOT_GUTTER && right - left > size * NARROWEST_COLUMN) {
      const parts = partsOf(rows, strip);
      const columns = [parts.filter((row) => row.x0 < strip), parts.filter((row) => row.x0 >= strip)];
      const width = Math.max(...columns[1]!.map((row) => row.x1)) - x0;
      if (columns.every(({ length }) => length >= MIN_IN_COLUMN) && width > size * NARROWEST_COLUMN)
        return [columns[0]!, ...footColumns(columns[1]!)];
    }
    right = Math.max(right, x1);
  }
  return [rows];
}

/** The fewest lines in a column of notes, and its minimum width and gutter as multiples of the type size. */
const MIN_IN_COLUMN = 3;
const NARROWEST_COLUMN = 8;
const FOOT_GUTTER = 0.9;
