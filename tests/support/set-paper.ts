import { isHan, widthOf, type Face, type SetPage } from './set-pdf.ts';

/** A part of a paper to be set; `{1}` in a paragraph is the mark of note 1. */
export type Part =
  { heading: string } | { paragraph: string } | { table: { caption: string; rows: string[][] } };

export interface PaperToSet {
  title: string;
  author: string;
  /** Lines between the author and the text. */
  front: string[];
  parts: Part[];
  /** By number. */
  notes: Record<number, string>;
  /** Running heads of left and right pages. */
  heads: [string, string];
  firstPage: number;
  columns?: 1 | 2;
  /** How marks are set: as a raised number, or as a sign that starts anew on each page. */
  marks: 'figure' | 'sign';
  /** Whether paragraphs are indented; otherwise they are separated by space. */
  setIn?: boolean;
}

const SIZE = 10;
const NOTE = 8;
const LEADING = 15;
const [LEFT, RIGHT, TOP, FOOT] = [50, 370, 80, 540];
const GUTTER = 36;

interface Token {
  text: string;
  mark?: number;
}

const tokensOf = (paragraph: string): Token[] =>
  paragraph.split(/(\{\d+\})/).flatMap((piece): Token[] => {
    const mark = /^\{(\d+)\}$/.exec(piece);
    if (mark) return [{ text: '', mark: Number(mark[1]) }];
    return (piece.match(/[A-Za-z0-9.,;:()’“”–-]+ ?|[^A-Za-z0-9]/g) ?? []).map((text) => ({ text }));
  });

/** Sets a paper as a journal would: running heads, page numbers, columns, and notes at the foot of each page. */
export function setPaper(paper: PaperToSet): SetPage[] {
  const { columns = 1, setIn = true } = paper;
  const width = columns === 1 ? RIGHT - LEFT : (RIGHT - LEFT - GUTTER) / 2;
  const pages: SetPage[] = [];
  let page: SetPage = { texts: [] };
  let [column, y, first, label] = [0, TOP, TOP, 0];
  let foot: string[][] = [];
  const labels = new Map<number, number>();
  // Notes of the second column must not take space from the first, which is already set.
  const footHeight = (): number => (columns > 1 ? Math.max(160, notesHeight()) : notesHeight());
  const notesHeight = (): number =>
    foot.reduce((sum, lines) => sum + lines.length * (NOTE + 2), 0) + (foot.length > 0 ? 16 : 0);
  const left = (): number => LEFT + column * (width + GUTTER);
  const runs = (
    x: number,
    at: number,
    size: number,
    text: string,
    faces: [Face, Face] = ['roman', 'song'],
  ): void => {
    for (const [piece] of text.matchAll(/[\u2460-\u24FF\u2E80-\uFFEF]+|[^\u2460-\u24FF\u2E80-\uFFEF]+/g)) {
      page.texts.push({ x, y: at, size, face: isHan(piece) ? faces[1] : faces[0], text: piece });
      x += widthOf(piece, size);
    }
  };
  const openPage = (): void => {
    page = { texts: [], rules: [] };
    pages.push(page);
    const number = paper.firstPage + pages.length - 1;
    if (pages.length > 1) runs(LEFT, 40, 9, paper.heads[number % 2] ?? '');
    runs(200, 575, 9, String(number));
    [column, y, first, label, foot] = [0, TOP, TOP, 0, []];
  };
  const closePage = (): void => {
    let at = FOOT - notesHeight() + 16;
    if (foot.length > 0) page.rules?.push({ x0: LEFT, x1: LEFT + 90, y: at - 12 });
    for (const lines of foot)
      for (const line of lines) {
        const sign = /^(\d+) /.exec(line);
        if (sign) {
          runs(LEFT, at - 3, 5, sign[1]!);
          runs(LEFT + 14, at, NOTE, line.slice(sign[0].length));
        } else runs(LEFT, at, NOTE, line);
        at += NOTE + 2;
      }
  };
  const room = (height: number): void => {
    if (y + height <= FOOT - footHeight()) return;
    if (column + 1 < columns) [column, y] = [column + 1, first];
    else {
      closePage();
      openPage();
    }
  };
  const paragraph = (text: string): void => {
    let line: Token[] = [];
    let x = setIn ? SIZE * 2 : 0;
    let used = x;
    const flush = (): void => {
      const marked = line.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
      for (const mark of marked) {
        labels.set(mark, paper.marks === 'sign' ? ++label : mark);
        foot.push(wrapNote(`${signOf(labels.get(mark)!, paper.marks)} ${paper.notes[mark]}`));
      }
      if (y > FOOT - footHeight()) {
        foot = foot.slice(0, foot.length - marked.length);
        label -= paper.marks === 'sign' ? marked.length : 0;
        room(LEADING * 100);
        for (const mark of marked) {
          labels.set(mark, paper.marks === 'sign' ? ++label : mark);
          foot.push(wrapNote(`${signOf(labels.get(mark)!, paper.marks)} ${paper.notes[mark]}`));
        }
      }
      let at = left() + x;
      for (const { text: piece, mark } of line) {
        if (mark === undefined) {
          runs(at, y, SIZE, piece);
          at += widthOf(piece, SIZE);
        } else {
          const sign = signOf(labels.get(mark)!, paper.marks);
          runs(at, y - 4, 6, sign);
          at += widthOf(sign, 6);
        }
      }
      y += LEADING;
      [line, x, used] = [[], 0, 0];
    };
    for (const token of tokensOf(text)) {
      const needs = token.mark === undefined ? widthOf(token.text.trimEnd(), SIZE) : 8;
      // Characters that may not begin a line hang over the end of the previous one.
      if (used + needs > width && !/^[，。、；：]/.test(token.text) && token.mark === undefined) flush();
      line.push(token);
      used += token.mark === undefined ? widthOf(token.text, SIZE) : 8;
    }
    flush();
    if (!setIn) y += LEADING * 0.8;
  };

  openPage();
  runs(LEFT + 20, 90, 16, paper.title, ['bold', 'hei']);
  runs(LEFT + 120, 115, 11, paper.author);
  y = 140;
  for (const line of paper.front) {
    runs(LEFT, y, 9, line);
    y += 14;
  }
  y += 15;
  first = y;
  for (const part of paper.parts) {
    if ('paragraph' in part) paragraph(part.paragraph);
    else if ('heading' in part) {
      room(LEADING * 5);
      y += LEADING;
      runs(left(), y, 12, part.heading, ['bold', 'hei']);
      y += LEADING * 1.5;
    } else {
      room(LEADING * (part.table.rows.length + 4));
      y += 6;
      runs(left() + 60, y, 9, part.table.caption);
      page.rules?.push({ x0: left(), x1: left() + width, y: y + 5 });
      for (const row of part.table.rows) {
        y += 13;
        row.forEach((cell, i) => runs(left() + i * 90, y, 9, cell));
      }
      page.rules?.push({ x0: left(), x1: left() + width, y: y + 5 });
      y += LEADING * 2;
    }
  }
  closePage();
  return pages;
}

const signOf = (label: number, marks: PaperToSet['marks']): string =>
  marks === 'sign' ? String.fromCharCode(0x2460 + label - 1) : String(label);

function wrapNote(text: string): string[] {
  const lines = [''];
  for (const { text: piece } of tokensOf(text)) {
    if (widthOf(lines.at(-1)! + piece.trimEnd(), NOTE) > RIGHT - LEFT - 14 && !/^[，。、；：]/.test(piece))
      lines.push('');
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trimEnd());
}
