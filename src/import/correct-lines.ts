import type { LineKind, PlacedCorrection } from './corrections.ts';
import type { Line } from './lines.ts';
import type { NoteArea, PageFeet } from './note-areas.ts';
import { labelOf, noteFamilies, noteLabel, type NoteFamily } from './note-families.ts';
import type { Page } from './pages.ts';

/** What an editor says of the lines of a plain text. */
export interface CorrectedLines {
  /** What a line is said to be. */
  kindOf: (line: Line) => LineKind | undefined;
  /** The correction that begins with a line. */
  at: (line: Line) => PlacedCorrection | undefined;
}

/** What a line is in a stretch that another line begins. */
const within: Record<LineKind, LineKind> = {
  title: 'goes on',
  heading: 'goes on',
  paragraph: 'goes on',
  quotation: 'goes on',
  'goes on': 'goes on',
  note: 'note goes on',
  'note goes on': 'note goes on',
  'running head': 'running head',
  'left out': 'left out',
};

export function startLines(placed: PlacedCorrection[]): CorrectedLines {
  const at = ({ start }: Line): PlacedCorrection | undefined => placed.find((one) => one.start === start);
  return {
    at,
    kindOf: (line) => {
      const own = at(line)?.is;
      const around = placed.find(({ start, end }) => start < line.start && line.start < end);
      return own ?? (around && within[around.is]);
    },
  };
}

const inOrder = (lines: Line[]): Line[] => [...lines].sort((a, b) => a.start - b.start);

/** The pages with what is no text taken out, and what is taken back in. `leftOut` is in no chapter. */
export function correctPages(
  pages: Page[],
  { kindOf }: CorrectedLines,
  range: [number, number] | undefined,
): { pages: Page[]; leftOut: Line[] } {
  const leftOut: Line[] = [];
  const [first, last] = range ?? [1, pages.length];
  const kept = pages.filter((page, i) => {
    const isInside = i + 1 >= first && i + 1 <= last;
    if (!isInside) leftOut.push(...page.lines, ...page.runningHeads, ...page.pageNumbers);
    return isInside;
  });
  const isHead = (line: Line): boolean => kindOf(line) === 'running head';
  const isOut = (line: Line): boolean => kindOf(line) === 'left out';
  const isText = (line: Line): boolean => kindOf(line) !== undefined && !isHead(line) && !isOut(line);
  const corrected = kept.map((page): Page => {
    const furniture = [...page.runningHeads, ...page.pageNumbers];
    leftOut.push(...[...page.lines, ...furniture].filter(isOut));
    return {
      ...page,
      lines: inOrder([
        ...page.lines.filter((line) => !isHead(line) && !isOut(line)),
        ...furniture.filter(isText),
      ]),
      runningHeads: [
        ...page.runningHeads.filter((line) => !isText(line) && !isOut(line)),
        ...page.lines.filter(isHead),
      ],
      pageNumbers: page.pageNumbers.filter((line) => !isText(line) && !isOut(line)),
    };
  });
  return { pages: corrected, leftOut };
}

/** The feet of the pages with notes that were taken for text, and without text that was taken for notes. */
export function correctFeet(
  found: PageFeet | undefined,
  pages: Page[],
  { kindOf }: CorrectedLines,
): PageFeet | undefined {
  const isNote = (line: Line): boolean => kindOf(line) === 'note';
  const first = pages.flatMap(({ lines }) => lines).find(isNote);
  const feet = found ?? (first && withoutNotes(pages, first));
  if (!feet) return undefined;
  return { ...feet, areas: feet.areas.map((area, i) => correctArea(area, pages[i]?.number ?? 0, kindOf)) };
}

function withoutNotes(pages: Page[], first: Line): PageFeet {
  const [superscript] = noteFamilies.slice(-1);
  const family: NoteFamily | undefined = noteFamilies.find((one) => labelOf(first.text, one)) ?? superscript;
  return {
    family: family!,
    areas: pages.map(({ lines }) => ({ body: lines, rules: [], notes: [], continuation: [] })),
  };
}

function correctArea(area: NoteArea, page: number, kindOf: CorrectedLines['kindOf']): NoteArea {
  const belongs = (line: Line, own: 'text' | 'note'): boolean => {
    const kind = kindOf(line);
    if (kind === undefined) return true;
    return (kind === 'note' || kind === 'note goes on') === (own === 'note');
  };
  const inNotes = [...area.notes.flatMap(({ lines }) => lines), ...area.continuation];
  const moved = area.body.filter((line) => !belongs(line, 'text'));
  if (moved.length === 0 && inNotes.every((line) => kindOf(line) === undefined)) return area;
  const labels = new Map(area.notes.map((note) => [note.lines[0], note]));
  const notes: NoteArea['notes'] = [];
  const continuation: Line[] = [];
  for (const line of inOrder([...inNotes, ...moved]).filter((one) => belongs(one, 'note'))) {
    const known = kindOf(line) === undefined ? labels.get(line) : undefined;
    const said = kindOf(line) === 'note' ? noteLabel(line.text) : undefined;
    if (known) notes.push({ ...known, lines: [line] });
    else if (said) notes.push({ label: said.number, labelLength: said.length, lines: [line], page });
    else (notes.at(-1)?.lines ?? continuation).push(line);
  }
  const text = inNotes.filter((line) => !belongs(line, 'note'));
  return {
    ...area,
    body: inOrder([...area.body.filter((line) => belongs(line, 'text')), ...text]),
    notes,
    continuation,
  };
}
