import { countLetters } from '../../words/count-letters.ts';
import { isNames, readAuthor, splitNames } from '../../words/bylines.ts';
import { editorialLine, frontParts } from '../../words/paper-words.ts';
import type { BareSheet } from './furniture.ts';
import { SMALL } from './learn-type.ts';
import { lineOf, sideOf, splitRow, type TypeLine } from './page-lines.ts';
import type { Row } from './page-rows.ts';

/** The fewest rows in the box and beside it. */
const MIN_ROWS = 5;
/** The widest box, as a share of the text beside it. */
const WIDEST = 0.5;
/** The minimum share of rows that begin at the same edge, and of those that are small. */
const MOSTLY = 0.7;
/** The fewest letters in a row of the box on average; labels and numbers have less. */
const MIN_LETTERS = 6;

/**
 * Takes a narrow box in small type to the left of the abstract out of a page: keywords, dates, addresses, how to cite
 * the paper. Read row by row, it would be mixed with the abstract. Notes in the margin are no such box.
 */
export function takeSideBox(sheet: BareSheet, bodySize: number): { sheet: BareSheet; box: TypeLine[] } {
  let best: { from: number; to: number; x: number; rows: number } | undefined;
  for (let x = sheet.width * 0.15; x <= sheet.width * 0.42; x += 2)
    for (const [from, to] of bandsAt(sheet.rows, x, bodySize)) {
      const rows = to - from;
      if (rows > (best?.rows ?? 0) && isBox(sheet.rows.slice(from, to), x, bodySize))
        best = { from, to, x, rows };
    }
  if (!best) return { sheet, box: [] };
  const { from, to, x } = best;
  const parts = sheet.rows.slice(from, to).flatMap((row) => splitRow(row, x));
  const isInBox = (row: Row): boolean => row.x0 < x;
  const beside = parts.filter((row) => !isInBox(row));
  const box = parts.filter(isInBox).map((row) => lineOf(row, 0));
  if (!isFrontMatter(box)) return { sheet, box: [] };
  return {
    sheet: { ...sheet, rows: [...sheet.rows.slice(0, from), ...beside, ...sheet.rows.slice(to)] },
    box,
  };
}

/**
 * The ranges of rows, as long as possible, that do not cross a position, from the first row on its left to the last in
 * small type.
 */
function bandsAt(rows: Row[], x: number, bodySize: number): [number, number][] {
  const sides = rows.map((row) => sideOf(row, x, row.size));
  const bands: [number, number][] = [];
  for (let from = 0; from < sides.length; from++) {
    if (sides[from] !== 'split' && sides[from] !== 'left') continue;
    let end = from;
    let last = from;
    for (; end < sides.length && sides[end] !== 'crossed'; end++)
      if (sides[end] !== 'right' && isSmall(splitRow(rows[end]!, x)[0]!, bodySize)) last = end;
    bands.push([from, last + 1]);
    from = end;
  }
  return bands;
}

function isBox(rows: Row[], x: number, bodySize: number): boolean {
  const parts = rows.flatMap((row) => splitRow(row, x));
  const [box, beside] = [parts.filter((row) => row.x0 < x), parts.filter((row) => row.x0 >= x)];
  if (box.length < MIN_ROWS || beside.length < MIN_ROWS) return false;
  const letters = box.reduce((sum, { runs }) => sum + lettersIn(runs.map(({ text }) => text).join('')), 0);
  return (
    widthOf(box) < widthOf(beside) * WIDEST &&
    share(box, (row) => isSmall(row, bodySize)) >= MOSTLY &&
    areAligned(box) &&
    areAligned(beside) &&
    letters >= box.length * MIN_LETTERS
  );
}

const isSmall = ({ size }: Row, bodySize: number): boolean => size <= bodySize * SMALL;
const lettersIn = (text: string): number => countLetters(text).letters;
const share = (rows: Row[], is: (row: Row) => boolean): number => rows.filter(is).length / rows.length;
const edgeOf = (rows: Row[]): number => Math.min(...rows.map(({ x0 }) => x0));
const widthOf = (rows: Row[]): number => Math.max(...rows.map(({ x1 }) => x1)) - edgeOf(rows);
const areAligned = (rows: Row[]): boolean => {
  const edge = edgeOf(rows);
  return share(rows, ({ x0 }) => x0 < edge + 2) >= MOSTLY;
};

const isFrontMatter = (box: TypeLine[]): boolean =>
  keywordsIn(box).lines.length > 0 ||
  authorsIn(box).lines.length > 0 ||
  box.some(({ text }) => editorialLine.test(text));

/** The authors at the head of a box, one on each line, and their lines. */
export function authorsIn(box: TypeLine[]): {
  authors: ReturnType<typeof readAuthor>[];
  lines: TypeLine[];
} {
  const lines = blockFrom(box, 0);
  const authors = lines.flatMap(({ text }) => splitNames(text));
  return lines.every(({ text }) => isNames(text)) && authors.length >= lines.length
    ? { authors: authors.map(readAuthor), lines }
    : { authors: [], lines: [] };
}

/** The lines from an index to the next gap. */
function blockFrom(box: TypeLine[], from: number): TypeLine[] {
  const end = box.findIndex((line, i) => i > from && line.y - box[i - 1]!.y > line.size * MAX_LEADING);
  return box.slice(from, end < 0 ? undefined : end);
}

/** The keywords among the lines of a box, and their lines. */
export function keywordsIn(box: TypeLine[]): { keywords: string[]; lines: TypeLine[] } {
  const labels = frontParts.filter(({ id }) => id === 'keywords');
  const from = box.findIndex(({ text }) => labels.some(({ pattern }) => pattern.test(text)));
  if (from < 0) return { keywords: [], lines: [] };
  const lines = blockFrom(box, from);
  const [first = '', ...rest] = lines.map(({ text }) => text);
  const own = labels.reduce((text, { pattern }) => text.replace(pattern, ''), first);
  const words = [own, ...rest];
  const keywords = words.some((word) => /[;,；，、]/.test(word))
    ? words.join(' ').split(/[;,；，、]/)
    : words;
  return { keywords: keywords.map((word) => word.trim()).filter(Boolean), lines };
}

/** The largest leading within a block as a multiple of its size. */
const MAX_LEADING = 1.9;
