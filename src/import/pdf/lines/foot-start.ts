import { countLetters } from '../../words/count-letters.ts';
import { opensFrontPart } from '../../words/paper-words.ts';
import { isEnded } from '../../lines.ts';
import { footLabelOf } from './foot-labels.ts';
import type { FootNote } from './foot-notes.ts';
import { SMALL, type BodyType } from './learn-type.ts';
import { isListHeading } from './list-headings.ts';
import type { Rule } from '../glyphs/page-glyphs.ts';
import { lineOf, type TypeLine } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** A page, or one of its columns, whose notes are sought. */
export interface FootSearch {
  rules: Rule[];
  /** The index of the page. */
  index: number;
  gutter: number | undefined;
  type: BodyType;
  /** The last note of the page before. */
  open: FootNote | undefined;
  /** True if a reference list or list of notes has begun: small type belongs to its entries. */
  inList: boolean;
  hasRomans: boolean;
}

/** The small type at the foot of a page, which may be notes. */
interface Foot extends FootSearch {
  lines: TypeLine[];
  /** The row above it. */
  above: Row | undefined;
  widest: number;
  /** Indices of the first line below a rule, and of the first line with a label; -1 without one. */
  rule: number;
  first: number;
}

/** A gap of this multiple of the leading separates notes. */
export const WIDE_GAP = 1.45;

/** Index of the first row of notes; the number of rows without any. */
export function startOfFoot(rows: Row[], search: FootSearch): number {
  const from = startOfSmall(rows, search);
  if (from === rows.length) return search.inList ? from : startBelowRule(rows, search);
  const foot = footOf(rows, from, search);
  const start = search.inList
    ? belowList(foot)
    : abstractIn(foot) >= 0
      ? belowAbstract(foot)
      : isTable(foot)
        ? undefined
        : (belowRule(foot) ?? atLabel(foot));
  return start === undefined ? rows.length : from + start;
}

/** Index of the first of the small rows with which a page ends. */
function startOfSmall(rows: Row[], { index, gutter, type, hasRomans }: FootSearch): number {
  const isSmall = (row: Row | undefined): boolean =>
    row !== undefined && row.size <= type.size * SMALL && !isListHeading(row, gutter);
  // A short note may contain a word in the type of the text: “131. Id.”
  const isOdd = (row: Row, above: Row | undefined): boolean =>
    isSmall(above) &&
    row.y - above!.y < above!.size * 1.2 * WIDE_GAP &&
    footLabelOf(lineOf(row, index), hasRomans)?.number !== undefined;
  let from = rows.length;
  while (from > 0 && (isSmall(rows[from - 1]) || isOdd(rows[from - 1]!, rows[from - 2]))) from--;
  return from;
}

function footOf(rows: Row[], from: number, search: FootSearch): Foot {
  const lines = rows.slice(from).map((row) => lineOf(row, search.index));
  const widest = Math.max(...lines.map(({ x0, x1 }) => x1 - x0));
  const foot: Foot = { ...search, lines, above: rows[from - 1], widest, rule: -1, first: -1 };
  foot.rule = lines.findIndex((_, i) => isRuled(foot, i));
  // A journal’s notices on the paper, such as its classification, may also be above the rule, after the abstract.
  foot.first = lines.findIndex((line, i) => {
    const label = footLabelOf(line, search.hasRomans);
    return label !== undefined && (label.kind !== 'star' || i >= foot.rule);
  });
  return foot;
}

/** The baseline above a line of the foot. */
const yAbove = ({ lines, above }: Foot, i: number): number | undefined =>
  i > 0 ? lines[i - 1]!.y : above?.y;

/** The rules between a baseline and a line or row below it. */
export const rulesBetween = (
  rules: Rule[],
  above: number,
  { y: below, size }: Pick<Row, 'y' | 'size'>,
): Rule[] => rules.filter(({ y }) => y > above + 1 && y < below - size * 0.5);

/** True if there is a rule of notes above a line. A rule above all rows belongs to the running head. */
function isRuled(foot: Foot, i: number): boolean {
  const above = yAbove(foot, i);
  if (above === undefined) return false;
  const line = foot.lines[i]!;
  return rulesBetween(foot.rules, above, line).some(
    ({ x0, x1 }) => x0 < line.x0 + 40 && x1 - x0 < foot.widest * 1.6 + 100,
  );
}

/** Below the entries of a list, notes begin at the last rule with a label. */
function belowList(foot: Foot): number | undefined {
  const below = foot.lines.findLastIndex(
    (line, i) => isRuled(foot, i) && footLabelOf(line, foot.hasRomans) !== undefined,
  );
  return below < 0 ? undefined : below;
}

/** True if a gap separates a line of the foot from the one above it. */
const isApart = ({ lines }: Foot, i: number): boolean =>
  lines[i]!.y - lines[i - 1]!.y > lines[0]!.size * 1.2 * WIDE_GAP;

/** The first line of an abstract on a page without running text; -1 without one. */
const abstractIn = ({ lines, index }: Foot): number =>
  index < FIRST_PAGES ? lines.findLastIndex(({ text }) => opensFrontPart(text)) : -1;

/** Below such an abstract, notes begin at a rule, or at a label after a gap. */
function belowAbstract(foot: Foot): number | undefined {
  const opened = abstractIn(foot);
  const below = foot.lines.findIndex(
    (line, i) =>
      i > opened &&
      (isRuled(foot, i) || (isApart(foot, i) && footLabelOf(line, foot.hasRomans) !== undefined)),
  );
  return below < 0 ? undefined : below;
}

/** True if small type without a label has a caption: the rows of a table do not continue a note. */
function isTable({ lines, above, first, index }: Foot): boolean {
  const all = above ? [lineOf(above, index), ...lines] : lines;
  return first < 0 && all.some(({ text }) => CAPTION.test(text));
}

/** The caption of a figure or table; those of an appendix have a letter before their number. */
const CAPTION = /^(?:Table|Figure|Fig\.)\s?(?:[A-Z][-–.]?)?\d{1,2}\b|^[图圖表]\s?\d{1,2}(?!\d)/i;

/** Notes below a rule begin with a label, or go on from the page before, or thank without a label. */
function belowRule(foot: Foot): number | undefined {
  const { lines, rules, rule, first, widest, index, open } = foot;
  if (rule < 0) return undefined;
  // A table above has rules too: notes begin below the last rule that is followed by a label or the rest of a note.
  const until = first < 0 ? lines.length : first;
  const last = lines.findLastIndex(
    (line, i) => i <= until && rulesBetween(rules, yAbove(foot, i) ?? 0, line).length > 0,
  );
  const start = Math.max(last, 0);
  if (first >= 0 || goesOn(open, lines.slice(start))) return start;
  const above = yAbove(foot, rule) ?? Infinity;
  const isShort = rules.some(
    ({ y, x0, x1 }) =>
      y > above && y < lines[rule]!.y && x1 - x0 < widest * SHORT_OF_NOTES && x0 < lines[rule]!.x0 + 40,
  );
  return index < FIRST_PAGES && !open && isShort && isProse(lines.slice(rule)) ? rule : undefined;
}

/** The first pages, on which authors thank others without a mark. */
export const FIRST_PAGES = 3;

/** Lines above the first label continue a note unless a gap or their type separates them. */
function atLabel(foot: Foot): number | undefined {
  const { lines, first, open } = foot;
  if (first <= 0) return first < 0 ? undefined : first;
  const isOpen = open !== undefined && !isEnded(open.lines.at(-1)?.text ?? '');
  let start = first;
  if (isOpen || isSameType(lines[0]!, lines[first]!, open))
    while (start > 0 && !isApart(foot, start)) start--;
  return start;
}

/**
 * The beginning of notes that are as large as the text: there is a short rule above them, and the first has a raised
 * label.
 */
function startBelowRule(rows: Row[], { rules, index, hasRomans }: FootSearch): number {
  const [left, right] = [Math.min(...rows.map(({ x0 }) => x0)), Math.max(...rows.map(({ x1 }) => x1))];
  const start = rows.findIndex((row, i) => {
    const above = rows[i - 1];
    const isRuled =
      above !== undefined &&
      rulesBetween(rules, above.y, row).some(
        ({ x0, x1 }) => x0 < left + 40 && x1 - x0 < (right - left) * SHORT_RULE,
      );
    const kind = isRuled ? footLabelOf(lineOf(row, index), hasRomans)?.kind : undefined;
    return kind === 'raised' || kind === 'sign' || kind === 'roman';
  });
  return start < 0 ? rows.length : start;
}

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

const mostlyLetters = (lines: TypeLine[]): boolean => {
  const text = lines.map((line) => line.text).join('');
  return countLetters(text).letters > text.length * 0.6;
};

const isSameType = (line: TypeLine, note: TypeLine, open: FootNote | undefined): boolean =>
  open !== undefined && Math.abs(line.size - note.size) < 0.2;
