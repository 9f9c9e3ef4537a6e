import { editorialLine } from '../words/paper-words.ts';
import { isEnded, type Line } from '../lines.ts';
import { findMarks, labelOf, noteFamilies, type NoteFamily } from '../words/note-families.ts';
import type { Page } from './pages.ts';

/** A page, divided into running text and footnotes. */
export interface NoteArea {
  /** The running text above the notes. */
  body: Line[];
  /** Lines that separate notes from text: blanks or dashes. */
  rules: Line[];
  notes: PrintedNote[];
  /** Lines that continue the last note of the page before. */
  continuation: Line[];
}

/** A note as printed on its page or in a list. */
export interface PrintedNote<L = Line> {
  /** The number of its label. */
  label: number;
  /** Additional numbers beside it. */
  also?: number[];
  /** The length of the labels at the beginning of the first line. */
  labelLength: number;
  lines: L[];
}

/** The divided pages, and the family that numbers their footnotes. */
export interface PageFootnotes {
  family: NoteFamily;
  areas: NoteArea[];
}

/**
 * Divides every page into running text and notes; undefined if no page has footnotes. The families in `listFamilies`
 * number the notes of lists, so they cannot number footnotes.
 */
export function divideNoteAreas(pages: Page[], listFamilies: NoteFamily[]): PageFootnotes | undefined {
  const [best] = noteFamilies
    .filter((family) => !listFamilies.includes(family))
    .map((family) => ({ family, areas: areasIn(pages, family) }))
    .map(({ family, areas }) => ({ family, areas, bound: countBound(areas, family) }))
    .sort((a, b) => b.bound - a.bound);
  return best && best.bound > 0 ? best : undefined;
}

/** The number of notes with a mark above them. */
const countBound = (areas: NoteArea[], family: NoteFamily): number =>
  areas.flatMap(({ body, notes }) => {
    const marks = new Set(body.flatMap(({ text }) => findMarks(text, family).map(({ number }) => number)));
    return notes.filter(({ label }) => marks.has(label));
  }).length;

function areasIn(pages: Page[], family: NoteFamily): NoteArea[] {
  const blanks = blanksDivide(pages.flatMap(({ lines }) => lines));
  const width = typicalWidth(pages.flatMap(({ lines }) => lines));
  let last = 0;
  let open = false;
  /** Marks so far whose notes have not been found. */
  const pending = new Set<number>();
  return pages.map((page) => {
    const rule = page.lines.findLastIndex((line, i) => isRule(line, page.lines[i + 1]));
    const written = page.lines.filter(({ text }) => text !== '');
    const area = rule >= 0 ? belowRule(page, rule) : undefined;
    const labelled = (area ?? written).flatMap((line) => {
      const label = labelOf(line.text, family);
      return label ? [{ line, ...label }] : [];
    });
    const first = area ? labelled[0] : startOfRun(labelled, last, written, family, pending);
    const from = first ? written.indexOf(first.line) : written.length;
    const above = written.slice(0, from);
    const continuation = area
      ? area.slice(0, first ? area.indexOf(first.line) : undefined)
      : open
        ? continuationIn(above, blanks, width)
        : [];
    const end = continuation[0] ? written.indexOf(continuation[0]) : from;
    // The journal’s notices on the paper may be below the last note.
    const below = written.slice(from);
    const stop = first ? below.findIndex(({ text }) => editorialLine.test(text)) : -1;
    const behind = stop < 0 ? [] : below.slice(stop);
    const notes = gather(below.slice(0, below.length - behind.length), labelled, first);
    for (const { text } of above) for (const { number } of findMarks(text, family)) pending.add(number);
    for (const { label } of notes) pending.delete(label);
    last = notes.at(-1)?.label ?? last;
    const ending = notes.at(-1)?.lines.at(-1) ?? continuation.at(-1);
    open = ending !== undefined && !isEnded(ending.text);
    const rules = rule >= 0 ? [page.lines[rule]!] : [];
    return {
      body: [...page.lines.slice(0, endOf(page.lines, above.slice(0, end), rule)), ...behind],
      rules,
      notes,
      continuation,
    };
  });
}

/** The number of the page’s lines that the running text takes, including blank lines. */
function endOf(lines: Line[], above: Line[], rule: number): number {
  const last = above.at(-1);
  const end = last ? lines.indexOf(last) + 1 : 0;
  return rule >= 0 ? Math.min(end, rule) : end;
}

const RULE_DASHES = /^[-_─━—\u2015–=]{5,}$/;

/** A line of dashes, or a blank line with a wide indent. */
const isRule = (line: Line, next: Line | undefined): boolean =>
  RULE_DASHES.test(line.text) || (line.text === '' && line.indent >= 20 && next !== undefined);

const belowRule = (page: Page, rule: number): Line[] =>
  page.lines.slice(rule + 1).filter(({ text }) => text !== '');

interface Labelled {
  line: Line;
  number: number;
  length: number;
}

/**
 * The first label of the run that ends with the page’s last label. The run continues from the page before or starts
 * again, and one of its numbers is marked above it, or several are marked on earlier pages without notes. A line of
 * running text that begins with a mark is not part of such a run.
 */
function startOfRun(
  labelled: Labelled[],
  last: number,
  written: Line[],
  family: NoteFamily,
  pending: ReadonlySet<number>,
): Labelled | undefined {
  let start = labelled.length - 1;
  while (start > 0 && continuesNumbering(labelled[start - 1]!.number, labelled[start]!.number)) start--;
  for (let i = start; i >= 0 && i < labelled.length; i++) {
    const candidate = labelled[i]!;
    const opens = candidate.number === 1 || candidate.number === last + 1 || candidate.number === last + 2;
    if (!opens) continue;
    const numbers = new Set(labelled.slice(i).map(({ number }) => number));
    const above = written.slice(0, written.indexOf(candidate.line));
    const isMarked = above.some(({ text }) =>
      findMarks(text, family).some(({ number }) => numbers.has(number)),
    );
    if (isMarked || [...numbers].filter((number) => pending.has(number)).length > 1) return candidate;
  }
  return undefined;
}

/** True if a label continues the numbering; a number may be missing or repeated by mistake. */
export const continuesNumbering = (before: number | undefined, after: number): boolean =>
  before === undefined || (after >= before && after <= before + 2);

function gather(written: Line[], labelled: Labelled[], first: Labelled | undefined): PrintedNote[] {
  const notes: PrintedNote[] = [];
  const labels = new Map(labelled.map((label) => [label.line, label]));
  for (const line of first ? written : []) {
    const label = labels.get(line);
    const before = notes.at(-1);
    if (label && continuesNumbering(before?.label, label.number))
      notes.push({ label: label.number, labelLength: label.length, lines: [line] });
    else before?.lines.push(line);
  }
  return notes;
}

/** The lines of text that continue a note: those below the last blank line, or those as wide as notes. */
function continuationIn(above: Line[], blanks: boolean, width: number): Line[] {
  if (blanks) {
    const gap = above.findLastIndex((line, i) => i > 0 && line.number - above[i - 1]!.number > 1);
    if (gap > 0 || above.length < 3) return above.slice(Math.max(gap, 0));
  }
  return widerThan(above, width);
}

function widerThan(above: Line[], width: number): Line[] {
  let from = above.length - 1;
  while (from > 0 && above[from - 1]!.width > width + 1) from--;
  return from >= 0 && above[from]!.width > width + 1 ? above.slice(from) : [];
}

/** True if blank lines are significant, which they are not if almost every line is followed by one. */
export function blanksDivide(lines: Line[]): boolean {
  const written = lines.filter(({ text }) => text !== '').length;
  const blank = lines.length - written;
  return blank > 0 && blank < written * 0.6;
}

/** The most frequent width of lines of text. */
function typicalWidth(lines: Line[]): number {
  const counts = new Map<number, number>();
  for (const { width, indent } of lines)
    if (width > 20) counts.set(width + indent, (counts.get(width + indent) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 80;
}
