import { countLetters } from '../count-letters.ts';
import { furtherLabels } from '../note-families.ts';
import { listHeadings, opensFrontPart } from '../paper-words.ts';
import { isEnded, type PrintedNote } from '../note-areas.ts';
import { hasRomanMarks, labelOf, learnLabels } from './foot-labels.ts';
import type { BareSheet } from './furniture.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import { takeMargins } from './margin-notes.ts';
import { lineOf, linesInOrder, partsOf, sideOf, splitRow, type TypeLine } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** A footnote, including its continuation on later pages. */
interface FootNote extends Omit<PrintedNote<TypeLine>, 'page'> {
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

/** A gap of this multiple of the leading separates notes. */
const WIDE_GAP = 1.45;

/**
 * Takes the notes from the margins and feet of pages: smaller type below the running text, after a rule or with a
 * number.
 */
export function takeFootnotes(
  given: BareSheet[],
  gutters: (number | undefined)[],
  type: BodyType,
): Footnotes {
  const { sheets, margins } = takeMargins(given, gutters, type);
  const body: Row[][] = [];
  const notes: FootNote[] = [];
  const strays: TypeLine[] = [];
  const hasRomans = hasRomanMarks(sheets);
  const list: OpenList = { isOpen: false, from: sheets.length * 0.1, hasRomans };
  const isLabel = learnLabels(
    sheets.map((sheet, i) => ({ ...sheet, rows: [...sheet.rows, ...margins[i]!] })),
    type.size * SMALL,
    hasRomans,
  );
  let open: FootNote | undefined;
  sheets.forEach((sheet, index) => {
    const gutter = gutters[index];
    const { above, foot } = divide(sheet, index, gutter, type, open, list);
    body.push(above);
    let last: FootNote | undefined = open;
    let stray = false;
    const lines = [...margins[index]!.map((row) => lineOf(row, index)), ...foot];
    const labels = lines.map((line) => labelOf(line, hasRomans));
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
  rules.some(
    ({ y, x0, x1 }) =>
      y > above.y + 1 && y < line.y - line.size * 0.5 && x1 - x0 > (line.right - line.left) / 2,
  );

/** State of a reference list or list of notes: after its heading, small type belongs to its entries. */
interface OpenList {
  isOpen: boolean;
  /** Before this page, such a heading at the top is the paper’s rubric. */
  from: number;
  hasRomans: boolean;
}

/** True if a row, or its part in one of the columns, is the heading of a list. */
export const isListHeading = (row: Row, gutter: number | undefined): boolean =>
  (gutter === undefined ? [row] : splitRow(row, gutter)).some(({ runs }) => {
    const text = runs.map((run) => run.text).join('');
    return listHeadings.some(({ pattern }) => pattern.test(text.trim()));
  });

/** Splits a page where its notes begin. */
function divide(
  { rows, rules }: BareSheet,
  index: number,
  gutter: number | undefined,
  type: BodyType,
  open: FootNote | undefined,
  list: OpenList,
): { above: Row[]; foot: TypeLine[] } {
  list.isOpen ||= rows.some(
    (row, i) => isListHeading(row, gutter) && (index > list.from || i > rows.length / 3),
  );
  const across = startOfFoot(rows, rules, index, gutter, type, open, list);
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
  const feet = columns.map((column) =>
    column.slice(startOfFoot(column, rules, index, undefined, type, open, list)),
  );
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

/** Index of the first row of notes; the number of rows without any. */
function startOfFoot(
  rows: Row[],
  rules: BareSheet['rules'],
  index: number,
  gutter: number | undefined,
  type: BodyType,
  open: FootNote | undefined,
  list: OpenList,
): number {
  let from = rows.length;
  const isSmall = (row: Row | undefined): boolean =>
    row !== undefined && row.size <= type.size * SMALL && !isListHeading(row, gutter);
  // A short note may contain a word in the type of the text: “131. Id.”
  const isOdd = (row: Row, above: Row | undefined): boolean =>
    isSmall(above) &&
    row.y - above!.y < above!.size * 1.2 * WIDE_GAP &&
    labelOf(lineOf(row, index), list.hasRomans)?.number !== undefined;
  while (from > 0 && (isSmall(rows[from - 1]) || isOdd(rows[from - 1]!, rows[from - 2]))) from--;
  if (from === rows.length) return list.isOpen ? from : startBelowRule(rows, rules, index, list.hasRomans);
  const small = rows.slice(from).map((row) => lineOf(row, index));
  const widest = Math.max(...small.map(({ x0, x1 }) => x1 - x0));
  const isRuled = (line: TypeLine, i: number): boolean => {
    const above = i > 0 ? small[i - 1]!.y : rows[from - 1]?.y;
    // A rule above all rows belongs to the running head.
    if (above === undefined) return false;
    return rules.some(
      ({ y, x0, x1 }) =>
        y > above + 1 && y < line.y - line.size * 0.5 && x0 < line.x0 + 40 && x1 - x0 < widest * 1.6 + 100,
    );
  };
  if (list.isOpen) {
    const below = small.findLastIndex(
      (line, i) => isRuled(line, i) && labelOf(line, list.hasRomans) !== undefined,
    );
    return below < 0 ? rows.length : from + below;
  }
  const leading = small[0]!.size * 1.2;
  const isApart = (i: number): boolean => small[i]!.y - small[i - 1]!.y > leading * WIDE_GAP;
  // On a page without running text, the abstract is above the notes.
  const opened = index < FIRST_PAGES ? small.findLastIndex(({ text }) => opensFrontPart(text)) : -1;
  if (opened >= 0) {
    const below = small.findIndex(
      (line, i) =>
        i > opened && (isRuled(line, i) || (isApart(i) && labelOf(line, list.hasRomans) !== undefined)),
    );
    return below < 0 ? rows.length : from + below;
  }
  const rule = small.findIndex(isRuled);
  // A journal’s notices on the paper, such as its classification, may also be above the rule, after the abstract.
  const first = small.findIndex((line, i) => {
    const label = labelOf(line, list.hasRomans);
    return label !== undefined && (label.kind !== 'star' || i >= rule);
  });
  // The rows of a table do not continue a note.
  const above = rows.slice(Math.max(0, from - 1), from).map((row) => lineOf(row, index));
  if (first < 0 && [...above, ...small].some(({ text }) => CAPTION.test(text))) return rows.length;
  if (rule >= 0) {
    // A table above has rules too: notes begin below the last rule that is followed by a label or the rest of a note.
    const last = small.findLastIndex(
      (line, i) =>
        i <= (first < 0 ? small.length : first) &&
        rules.some(
          ({ y }) => y < line.y - line.size * 0.5 && y > (small[i - 1]?.y ?? rows[from - 1]?.y ?? 0) + 1,
        ),
    );
    const start = Math.max(last, 0);
    if (first >= 0 || goesOn(open, small.slice(start))) return from + start;
    const isShort = rules.some(
      ({ y, x0, x1 }) =>
        y > (rows[from + rule - 1]?.y ?? Infinity) &&
        y < small[rule]!.y &&
        x1 - x0 < widest * SHORT_OF_NOTES &&
        x0 < small[rule]!.x0 + 40,
    );
    if (index < FIRST_PAGES && open === undefined && isShort && isProse(small.slice(rule)))
      return from + rule;
  }
  if (first < 0) return rows.length;
  if (first === 0) return from;
  // Lines above the first label continue a note unless a gap or their type separates them.
  let start = first;
  if ((open && !isEnded(open.lines.at(-1)?.text ?? '')) || isSameType(small[0]!, small[first]!, open))
    while (start > 0 && !isApart(start)) start--;
  return from + start;
}

/**
 * The beginning of notes that are as large as the text: there is a short rule above them, and the first has a raised
 * label.
 */
function startBelowRule(rows: Row[], rules: BareSheet['rules'], index: number, hasRomans: boolean): number {
  const [left, right] = [Math.min(...rows.map(({ x0 }) => x0)), Math.max(...rows.map(({ x1 }) => x1))];
  const start = rows.findIndex((row, i) => {
    const above = rows[i - 1];
    const isRuled =
      above !== undefined &&
      rules.some(
        ({ y, x0, x1 }) =>
          y > above.y + 1 &&
          y < row.y - row.size * 0.5 &&
          x0 < left + 40 &&
          x1 - x0 < (right - left) * SHORT_RULE,
      );
    const kind = isRuled ? labelOf(lineOf(row, index), hasRomans)?.kind : undefined;
    return kind === 'raised' || kind === 'sign' || kind === 'roman';
  });
  return start < 0 ? rows.length : start;
}

/** The caption of a figure or table; those of an appendix have a letter before their number. */
const CAPTION = /^(?:Table|Figure|Fig\.)\s?(?:[A-Z][-–.]?)?\d{1,2}\b|^[图圖表]\s?\d{1,2}(?!\d)/i;

/** The maximum share of the text’s width for a rule above notes, and of their own width if they have no labels. */
const SHORT_RULE = 0.5;
const SHORT_OF_NOTES = 0.75;

/**
 * True if lines without a label may continue the previous note: rows of a table do not follow a note that has ended.
 */
const goesOn = (open: FootNote | undefined, lines: TypeLine[]): boolean =>
  open !== undefined &&
  (!isEnded(open.lines.at(-1)?.text ?? '') || lines.some((line) => mostlyLetters([line])));

/** True for words that mostly fill their lines, as thanks do, and the labels in a picture do not. */
const isProse = (lines: TypeLine[]): boolean => {
  const widest = Math.max(...lines.map(({ x0, x1 }) => x1 - x0));
  return (
    mostlyLetters(lines) && lines.filter(({ x0, x1 }) => x1 - x0 > widest * 0.8).length >= lines.length / 2
  );
};

/** The first pages, on which authors thank others without a mark. */
const FIRST_PAGES = 3;

const mostlyLetters = (lines: TypeLine[]): boolean => {
  const text = lines.map((line) => line.text).join('');
  return countLetters(text).letters > text.length * 0.6;
};

const isSameType = (line: TypeLine, note: TypeLine, open: FootNote | undefined): boolean =>
  open !== undefined && Math.abs(line.size - note.size) < 0.2;
