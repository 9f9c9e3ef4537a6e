import { mastheadLine } from './paper-words.ts';
import { readHeadings } from './headings.ts';
import type { Line } from './lines.ts';

/** One printed page of the source. */
export interface Page {
  /** The number that is printed on it, or that follows from others'; where none is known, its place in the text from 1. */
  number: number;
  /** Offset at which it begins in the source. */
  start: number;
  /** What stands on it, without the lines below; blank lines are among them. */
  lines: Line[];
  /** What is printed on every page: the name of the journal, the title. */
  runningHeads: Line[];
  pageNumbers: Line[];
}

interface DividedPages {
  pages: Page[];
  /** True if the numbers of the pages are known. */
  areNumbered: boolean;
}

/**
 * Divides a text into its printed pages, by the first of these that the text has: form feeds; lines that hold but a
 * number, each one more than the last; lines set in by one space, with which a page begins in some text layers. A text
 * with none of them is one page. `first` is the number of the first page where none is printed; without it pages are
 * counted from 1, and their numbers are not known.
 */
export function dividePages(lines: Line[], first?: number): DividedPages {
  const divided = byFormFeed(lines) ?? byNumberLine(lines) ?? byIndent(lines);
  const sheets = divided ?? [lines];
  const heads = findRunningHeads(sheets);
  const numbers = sheets.map((sheet) => edges(sheet).flatMap(numbersOnFurniture));
  const offset = commonOffset(numbers);
  const pages = sheets.map((sheet, i): Page => {
    const number = i + (offset ?? first ?? 1);
    const pageNumbers = edges(sheet).filter((line) => offset !== undefined && numberOf(line) === number);
    const runningHeads = edges(sheet).filter(
      (line) =>
        !pageNumbers.includes(line) &&
        (heads.has(line) ||
          (isShort(line) && isMasthead(line)) ||
          (offset !== undefined && isShort(line) && numbersOnFurniture(line).includes(number))),
    );
    return {
      number,
      start: sheet[0]?.start ?? 0,
      lines: sheet.filter((line) => !pageNumbers.includes(line) && !runningHeads.includes(line)),
      runningHeads,
      pageNumbers,
    };
  });
  return { pages, areNumbered: offset !== undefined || first !== undefined };
}

function byFormFeed(lines: Line[]): Line[][] | undefined {
  const starts = lines.flatMap((line, i) => (line.opensSheet ? [i] : []));
  if (starts.length === 0) return undefined;
  return cut(lines, starts).filter((sheet) => sheet.some(hasText));
}

/** Between two page numbers lie at least so many lines. */
const FEWEST = 5;

function byNumberLine(lines: Line[]): Line[][] | undefined {
  // The longest run of numbers that ascend by one, by the value that it has reached.
  const runs = new Map<number, number[]>();
  let longest: number[] = [];
  lines.forEach((line, i) => {
    for (const value of numbersOnFurniture(line)) {
      const before = runs.get(value - 1);
      const run = before && i - (before.at(-1) ?? 0) > FEWEST ? [...before, i] : [i];
      if (run.length > (runs.get(value)?.length ?? 0)) runs.set(value, run);
      if (run.length > longest.length) longest = run;
    }
  });
  if (longest.length < 2) return undefined;
  const below = lines.slice((longest.at(-1) ?? 0) + 1).filter(hasText).length;
  // Behind a number at a page's foot the text begins as the first page did.
  const first = nameOf(lines.find(hasText));
  const atFoot = first !== '' && longest.some((i) => nameOf(lines.slice(i + 1).find(hasText)) === first);
  if (below < FEWEST || atFoot)
    return cut(
      lines,
      longest.map((i) => i + 1),
    ).filter((sheet) => sheet.some(hasText));
  // At a page's head a number may have the running head above it.
  return cut(
    lines,
    longest.map((i) => startOfHead(lines, i)),
  );
}

/** A number that fills a line, or that a gap sets apart from the rest of it, as running heads do. */
function numbersOnFurniture(line: Line): number[] {
  const own = numberOf(line);
  if (own !== undefined) return [own];
  const [first, last] = [
    /^(\d{1,4})[ \t\u3000]{2}/.exec(line.text)?.[1],
    /[ \t\u3000]{2}(\d{1,4})$/.exec(line.text)?.[1],
  ];
  if (/[ \t\u3000]{4}/.test(line.text) && isShort(line)) return numbersIn(line);
  return [first, last].filter((digits) => digits !== undefined).map(Number);
}

function startOfHead(lines: Line[], number: number): number {
  const before = lines.slice(0, number).findLastIndex(hasText);
  return before >= 0 && number - before <= 2 && isShort(lines[before]!) && lines[before]!.indent > 0
    ? before
    : number;
}

function byIndent(lines: Line[]): Line[][] | undefined {
  const written = lines.filter(hasText);
  const starts = lines.flatMap((line, i) =>
    hasText(line) && line.indent === 1 && !OPENS_WITH_BRACKET.test(line.text) ? [i] : [],
  );
  if (starts.length < 2 || starts.length > written.length / FEWEST) return undefined;
  return cut(lines, starts);
}

// A bracketed heading, such as the abstract's, is set in too.
const OPENS_WITH_BRACKET = /^[【[〔]/;

function cut(lines: Line[], starts: number[]): Line[][] {
  const edges = [...new Set([0, ...starts])];
  return edges
    .map((start, i) => lines.slice(start, edges[i + 1] ?? lines.length))
    .filter(({ length }) => length > 0);
}

/** A line without what may differ from page to page. */
const nameOf = (line: Line | undefined): string => line?.text.replace(/[\d\s\p{P}\p{S}]+/gu, '') ?? '';

const hasText = ({ text }: Line): boolean => text !== '';
/** A running head is no wider than this. */
const isShort = ({ text }: Line): boolean => text.replace(/\s+/g, '').length <= 60;

/** Citations name issues too, but with the marks of titles. */
const isMasthead = ({ text }: Line): boolean =>
  mastheadLine.test(text) && !/[《“。]|[.,;]$|\bpp?\. /.test(text);

/** The two first and the two last lines of a page that hold text. */
function edges(sheet: Line[]): Line[] {
  const written = sheet.filter(hasText);
  return [...new Set([...written.slice(0, 2), ...written.slice(-2)])];
}

/** A number that is all there is on a line but for dots and dashes. */
export function numberOf({ text }: Line): number | undefined {
  const digits = /^[-－\u2010-\u2015·•\u2027・.\s]*(\d{1,4})[-－\u2010-\u2015·•\u2027・.\s]*$/.exec(
    text,
  )?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const numbersIn = ({ text }: Line): number[] => (text.match(/(?<!\d)\d{1,4}(?!\d)/g) ?? []).map(Number);

/** The number of the first page, if the numbers on most pages agree on one. */
export function commonOffset(numbers: number[][], least = 1): number | undefined {
  const votes = new Map<number, number>();
  numbers.forEach((candidates, i) => {
    for (const value of new Set(candidates.map((one) => one - i)))
      if (value >= least) votes.set(value, (votes.get(value) ?? 0) + 1);
  });
  // A server counts the pages of the file from 1, beside the numbers that are printed.
  const offsets = [...votes].flatMap(([offset, count]) =>
    count >= 2 && count > numbers.length / 2 ? [offset] : [],
  );
  return offsets.length > 0 ? Math.max(...offsets) : undefined;
}

/**
 * Lines at a page's edge that stand, digits aside, at the same edge of another page too. The first of them that is the
 * paper's own first line or reads as a numbered heading is what the others repeat, and stays in the text.
 */
function findRunningHeads(sheets: Line[][]): Set<Line> {
  const places = new Map<string, Line[]>();
  sheets.forEach((sheet) => {
    const written = sheet.filter(hasText);
    for (const [edge, line] of [
      ['head', written[0]],
      ['head', written[1]],
      ['foot', written.at(-1)],
      ['foot', written.at(-2)],
    ] as const) {
      const name = nameOf(line);
      if (line && name.length >= 2 && isShort(line) && !/[。；;.]$/.test(line.text))
        places.set(`${edge} ${name}`, [...(places.get(`${edge} ${name}`) ?? []), line]);
    }
  });
  const title = sheets[0]?.find((line) => hasText(line) && !isMasthead(line));
  return new Set(
    [...places.values()]
      .filter(({ length }) => length >= 2)
      .flatMap(([first, ...rest]) =>
        first === title || readHeadings(first!.text).some(({ numbering }) => numbering !== 'plain')
          ? rest
          : [first!, ...rest],
      ),
  );
}
