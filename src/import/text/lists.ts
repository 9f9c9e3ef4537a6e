import { aboutAuthors, editorialLine, listHeadings, listPart, opensFrontPart } from '../words/paper-words.ts';
import { readHeadings } from '../words/headings.ts';
import type { Line } from '../lines.ts';
import { continuesNumbering, type PrintedNote } from './note-areas.ts';
import type { SourceMark } from '../source-document.ts';
import {
  findMarks,
  furtherLabels,
  labelOf,
  noteFamilies,
  romanNumber,
  type NoteFamily,
} from '../words/note-families.ts';

/** A list of notes or works, after the text or after a chapter. */
export interface PrintedList<L extends Line = Line> {
  id: 'notes' | 'references';
  heading: L;
  /** The family of its entries’ labels, if any. */
  family: NoteFamily | undefined;
  entries: PrintedNote<L>[];
  /** Lines before its first label, such as the author’s thanks. */
  unlabelled: L[];
  /** The headings of its parts. */
  parts: L[];
}

/** Labels that occur only in lists. */
const plainNumber: NoteFamily = {
  id: 'plain',
  mark: /(?<![\d.])(\d{1,3})[.．、](?!\d)/g,
  value: Number,
};

const footLabels = noteFamilies.filter(({ id }) => id === 'circled' || id === 'parenthesised');

/** Takes the lists out of the pages. */
export function takeLists<L extends Line, P>(
  pages: (P & { lines: L[] })[],
): { pages: P[]; lists: PrintedList<L>[] } {
  const lists: PrintedList<L>[] = [];
  let open: { list: PrintedList<L>; lines: L[] } | undefined;
  // A table of contents may contain the list’s heading too.
  const named = pages.flatMap(({ lines }) => lines.filter(({ text }) => WORKS.test(text)));
  const total = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  const isEntryOfContents = (line: L): boolean =>
    line !== named.at(-1) && named.includes(line) && line.number < total * EARLY;
  const close = (): void => {
    if (open) open.list.entries = entriesOf(open.list, open.lines);
    open = undefined;
  };
  const rest = pages.map((page) => {
    // A page may have footnotes below a reference list.
    let atFoot = false;
    return {
      ...page,
      lines: page.lines.filter((line) => {
        atFoot ||= open?.list.id === 'references' && footLabels.some((family) => labelOf(line.text, family));
        if (atFoot) return true;
        const id = listHeadings.find(({ pattern }) => pattern.test(line.text))?.id;
        // Near the beginning it is the paper’s rubric.
        const isRubric = id === 'notes' && line.number < total * RUBRIC;
        if (id && !isRubric && !isEntryOfContents(line)) {
          close();
          open = {
            list: { id, heading: line, family: undefined, entries: [], unlabelled: [], parts: [] },
            lines: [],
          };
          lists.push(open.list);
          return false;
        }
        if (open && line.text !== '' && endsList(line.text)) close();
        if (!open) return true;
        if (line.text !== '') open.lines.push(line);
        return false;
      }),
    };
  });
  close();
  return { pages: rest, lists: lists.filter(({ entries }) => entries.length > 0) };
}

const WORKS = listHeadings.find(({ id }) => id === 'references')!.pattern;
/** No reference list begins in this first share of a paper’s lines. */
const EARLY = 0.2;
/** No list of notes begins in this first share. */
const RUBRIC = 0.12;

/** The families that number the notes of lists, without repetitions. */
export const listFamilies = (lists: PrintedList[]): NoteFamily[] => [
  ...new Set(lists.flatMap(({ id, family }) => (id === 'notes' && family ? [family] : []))),
];

/** The marks of these families in a text; `from` says where their notes are. */
export const marksOfFamilies = (
  text: string,
  families: NoteFamily[],
  from: { isListed?: boolean } = {},
): SourceMark[] =>
  families.flatMap((family) =>
    findMarks(text, family).map(({ start, end, number }) => ({
      start,
      end,
      note: { label: number, ...from },
    })),
  );

const APPENDIX =
  /^(?:Appendix|APPENDIX|Appendices|Annex|附\s*[录錄])(?:\s?[A-Z\d一二三四五]{1,3})?(?:[.:：]\s?[^(（]{3,60})?$/;

/** A sentence on an author whose name is in capitals. */
const ON_AUTHOR = /^\p{Lu}{2}[\p{Lu}.’' -]{4,40} (?:is|was|teaches|works) /u;

/** What journals and series print about a paper behind its list. */
const ON_PAPER = /^(?:Authors?|Editors?|Title|Citation|(?:How|To|Please) cite(?: this article)?)\s*(?::|$)/i;

/** An entry may continue with its DOI or URL on a separate line. */
const endsList = (text: string): boolean =>
  aboutAuthors.test(text.trim()) ||
  APPENDIX.test(text.trim()) ||
  ON_AUTHOR.test(text) ||
  ON_PAPER.test(text.trim()) ||
  (editorialLine.test(text) && !/^(?:doi|e-?mail)\b/i.test(text)) ||
  opensFrontPart(text) ||
  readHeadings(text).some(
    ({ numbering }) => numbering === 'chapter' || numbering === 'chapter-en' || numbering === 'part',
  );

function entriesOf<L extends Line>(list: PrintedList<L>, lines: L[]): PrintedNote<L>[] {
  const families = [...noteFamilies, plainNumber, romanNumber].map((family) => ({
    family,
    labelled: lines.filter(({ text }) => labelOf(text, family)).length,
  }));
  const [best] = families.sort((a, b) => b.labelled - a.labelled);
  // A page or issue number at the beginning of a line is not a label: the first entry must have a label, or many lines.
  const first = lines[0]?.text ?? '';
  const isLabelled =
    best &&
    best.labelled > 0 &&
    (labelOf(first, best.family) || best.labelled >= lines.length * LEAST_LABELLED);
  list.family = isLabelled ? best.family : undefined;
  const { family } = list;
  const labelledFrom = family ? lines.findIndex(({ text }) => labelOf(text, family)?.number === 1) : -1;
  const from = list.id === 'notes' && labelledFrom <= MOST_UNLABELLED ? Math.max(labelledFrom, 0) : 0;
  list.unlabelled = lines.slice(0, from);
  const isApart = family ? undefined : findGaps(lines);
  const entries: PrintedNote<L>[] = [];
  let isPart = false;
  for (const line of lines.slice(from)) {
    const isOpen = entries.length > 0 && !/[.。．\d/\])）]$/.test(entries.at(-1)!.lines.at(-1)!.text);
    if (list.id === 'references' && (listPart.test(line.text) || SECTION.test(line.text)) && !isOpen) {
      list.parts.push(line);
      isPart = true;
      continue;
    }
    const before = isPart ? undefined : entries.at(-1);
    isPart = false;
    const label = family && labelOf(line.text, family);
    const begins = family
      ? label && continuesNumbering(before && lastNumber(before), label.number)
      : beginsEntry(line, before?.lines, isApart);
    if (before && !begins) before.lines.push(line);
    else
      entries.push({
        label: label?.number ?? entries.length + 1,
        ...(label ? furtherLabels(line.text, label.length) : { labelLength: 0 }),
        lines: [line],
      });
  }
  return entries;
}

/** The numbered heading of a part: 6.1. Primary sources */
const SECTION = /^\d{1,2}(?:\.\d{1,2}){1,2}\.?\s+\p{Lu}[\p{L} ,&-]{3,60}$/u;

const MOST_UNLABELLED = 8;

/** The last of an entry’s consecutive numbers. */
const lastNumber = ({ label, also = [] }: PrintedNote<Line>): number =>
  also.reduce((last, number) => (number === last + 1 ? number : last), label);

/** The minimum share of lines that must begin with a label if the first line has none. */
const LEAST_LABELLED = 0.15;

/** True if there is a gap above a line; false if entries of the list do not hang and there is none. */
type FindGap = (line: Line, last: Line) => boolean | undefined;

/** Entries without labels have hanging indents, gaps between them, or begin with a name after a full stop. */
function beginsEntry(line: Line, before: Line[] = [], isApart?: FindGap): boolean {
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last) return true;
  if (line.indent > first.indent) return false;
  if (before.length > 1 && before[1]!.indent > first.indent) return line.indent <= first.indent;
  return (
    isApart?.(line, last) ?? (/[.。]$/.test(last.text) && /^[\p{Lu}\p{Script=Han}[《“]/u.test(line.text))
  );
}

/** Recognises the gaps between entries, if many lines of a list have one above them and most have not. */
function findGaps(lines: Line[]): FindGap | undefined {
  const distance = (line: Line, last: Line): number | undefined =>
    line.y === undefined || last.y === undefined || line.sheet !== last.sheet || line.y <= last.y
      ? undefined
      : line.y - last.y;
  const distances = lines
    .flatMap((line, i) => (i === 0 ? [] : (distance(line, lines[i - 1]!) ?? [])))
    .sort((a, b) => a - b);
  const usual = distances[Math.floor(distances.length * USUAL)] ?? 0;
  const wide = distances.filter((one) => one > usual * WIDE).length;
  if (wide < Math.max(distances.length * FEWEST_GAPS, 2)) return undefined;
  const hang = lines.filter(({ indent }) => indent > 0).length > lines.length * FEW_HANGING;
  return (line, last) => {
    const own = distance(line, last);
    if (own !== undefined && own > usual * WIDE) return true;
    return own === undefined || hang ? undefined : false;
  };
}

/** A quarter of all lines at least are at the usual distance; a gap is this multiple of it. */
const USUAL = 0.25;
const WIDE = 1.3;
/** The minimum share of lines with a gap above them. */
const FEWEST_GAPS = 0.15;
/** With more lines that hang, these show where entries begin. */
const FEW_HANGING = 0.1;
