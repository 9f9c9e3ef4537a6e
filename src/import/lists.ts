import { editorialLine, frontParts, listHeadings } from './paper-words.ts';
import { readHeadings } from './headings.ts';
import type { Line } from './lines.ts';
import { countsOn, type PrintedNote } from './note-areas.ts';
import { labelOf, noteFamilies, romanNumber, type NoteFamily } from './note-families.ts';
import type { Page } from './pages.ts';

/** A list behind the text, or behind a chapter: of notes or of works. */
export interface PrintedList {
  id: 'notes' | 'references';
  heading: Line;
  /** The family of its entries' labels, if they have any. */
  family: NoteFamily | undefined;
  entries: PrintedNote[];
}

/** Labels that only lists have. */
const plainNumber: NoteFamily = {
  id: 'plain',
  mark: /(?<![\d.])(\d{1,3})[.．、](?!\d)/g,
  value: Number,
};

const footLabels = noteFamilies.filter(({ id }) => id === 'circled' || id === 'parenthesised');

/** Takes the lists out of the pages. */
export function takeLists(pages: Page[]): { pages: Page[]; lists: PrintedList[] } {
  const lists: PrintedList[] = [];
  let open: { list: PrintedList; lines: { line: Line; page: number }[] } | undefined;
  // A list of contents names the list too.
  const named = pages.flatMap(({ lines }) => lines.filter(({ text }) => WORKS.test(text)));
  const total = pages.reduce((sum, { lines }) => sum + lines.length, 0);
  const isEntryOfContents = (line: Line): boolean =>
    line !== named.at(-1) && named.includes(line) && line.number < total * EARLY;
  const close = (): void => {
    if (open) open.list.entries = entriesOf(open.list, open.lines);
    open = undefined;
  };
  const rest = pages.map((page) => {
    // A page may have notes of its own below a list of works.
    let atFoot = false;
    return {
      ...page,
      lines: page.lines.filter((line) => {
        atFoot ||= open?.list.id === 'references' && footLabels.some((family) => labelOf(line.text, family));
        if (atFoot) return true;
        const id = listHeadings.find(({ pattern }) => pattern.test(line.text))?.id;
        // Near the beginning it is the rubric of a paper.
        const isRubric = id === 'notes' && line.number < total * RUBRIC;
        if (id && !isRubric && !isEntryOfContents(line)) {
          close();
          open = { list: { id, heading: line, family: undefined, entries: [] }, lines: [] };
          lists.push(open.list);
          return false;
        }
        if (open && line.text !== '' && endsList(line.text)) close();
        if (!open) return true;
        if (line.text !== '') open.lines.push({ line, page: page.number });
        return false;
      }),
    };
  });
  close();
  return { pages: rest, lists: lists.filter(({ entries }) => entries.length > 0) };
}

const WORKS = listHeadings.find(({ id }) => id === 'references')!.pattern;
/** The share of a paper’s lines before which no list of works stands. */
const EARLY = 0.2;
/** That before which none of notes does. */
const RUBRIC = 0.12;

/** The families in which the notes of lists are numbered, each once. */
export const listFamilies = (lists: PrintedList[]): NoteFamily[] => [
  ...new Set(lists.flatMap(({ id, family }) => (id === 'notes' && family ? [family] : []))),
];

/** An entry may go on with its DOI, or an address, on a line of its own. */
const endsList = (text: string): boolean =>
  (editorialLine.test(text) && !/^(?:doi|e-?mail)\b/i.test(text)) ||
  frontParts.some(({ pattern }) => pattern.test(text)) ||
  readHeadings(text).some(
    ({ numbering }) => numbering === 'chapter' || numbering === 'chapter-en' || numbering === 'part',
  );

function entriesOf(list: PrintedList, lines: { line: Line; page: number }[]): PrintedNote[] {
  const families = [...noteFamilies, plainNumber, romanNumber].map((family) => ({
    family,
    labelled: lines.filter(({ line }) => labelOf(line.text, family)).length,
  }));
  const [best] = families.sort((a, b) => b.labelled - a.labelled);
  // A page or an issue at the head of a line is no label: the first entry has one, or many have.
  const first = lines[0]?.line.text ?? '';
  const isLabelled =
    best &&
    best.labelled > 0 &&
    (labelOf(first, best.family) || best.labelled >= lines.length * LEAST_LABELLED);
  list.family = isLabelled ? best.family : undefined;
  const { family } = list;
  const entries: PrintedNote[] = [];
  for (const { line, page } of lines) {
    const before = entries.at(-1);
    const label = family && labelOf(line.text, family);
    const begins = family ? label && countsOn(before?.label, label.number) : beginsEntry(line, before?.lines);
    if (before && !begins) before.lines.push(line);
    else
      entries.push({
        label: label?.number ?? entries.length + 1,
        labelLength: label?.length ?? 0,
        lines: [line],
        page,
      });
  }
  return entries;
}

/** The share of a list’s lines that begin with labels, where its first does not. */
const LEAST_LABELLED = 0.15;

/** Entries without labels hang, or begin with a name behind a full stop. */
function beginsEntry(line: Line, before: Line[] = []): boolean {
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last) return true;
  if (line.indent > first.indent) return false;
  if (before.length > 1 && before[1]!.indent > first.indent) return line.indent <= first.indent;
  return /[.。]$/.test(last.text) && /^[\p{Lu}\p{Script=Han}[《“]/u.test(line.text);
}
