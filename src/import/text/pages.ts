import { mastheadLine } from '../words/paper-words.ts';
import { readHeadings } from '../words/headings.ts';
import type { Line } from '../lines.ts';

/** One printed page of the source. */
export interface Page {
  /** The printed number, or one derived from other pages; if none is known, the page’s position from 1. */
  number: number;
  /** Its offset in the source. */
  start: number;
  /** Its lines, including blank ones, without running heads and page numbers. */
  lines: Line[];
  /** Lines that are printed on every page: the name of the journal, the title. */
  runningHeads: Line[];
  pageNumbers: Line[];
}

interface DividedPages {
  pages: Page[];
  /** True if the numbers of the pages are known. */
  areNumbered: boolean;
}

/**
 * Divides a text into its printed pages, by the first of these that the text has: form feeds; lines with nothing but a
 * number, each one higher than the last; lines indented by one space, with which pages begin in some text layers. A
 * text with none of these is one page. `first` is the number of the first page if none is printed; without it, pages
 * are counted from 1 and their numbers are unknown.
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
  const starts = lines.flatMap((line, i) => (line.startsPage ? [i] : []));
  if (starts.length === 0) return undefined;
  return cut(lines, starts).filter((sheet) => sheet.some(hasText));
}

/** The fewest lines between two page numbers. */
const FEWEST = 5;

function byNumberLine(lines: Line[]): Line[][] | undefined {
  // The longest runs of numbers that ascend by one, by the last number.
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
  // If page numbers are at the foot, the text after one begins like the first page.
  const first = nameOf(lines.find(hasText));
  const atFoot = first !== '' && longest.some((i) => nameOf(lines.slice(i + 1).find(hasText)) === first);
  if (below < FEWEST || atFoot)
    return cut(
      lines,
      longest.map((i) => i + 1),
    ).filter((sheet) => sheet.some(hasText));
  return cut(lines, longest);
}

/** A number alone on its line, or separated from the rest by a gap, as in running heads. */
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

function byIndent(lines: Line[]): Line[][] | undefined {
  const written = lines.filter(hasText);
  const starts = lines.flatMap((line, i) =>
    hasText(line) && line.indent === 1 && !OPENS_WITH_BRACKET.test(line.text) ? [i] : [],
  );
  if (starts.length < 2 || starts.length > written.length / FEWEST) return undefined;
  return cut(lines, starts);
}

// Bracketed headings, such as the abstract’s, are indented too.
const OPENS_WITH_BRACKET = /^[【[〔]/;

function cut(lines: Line[], starts: number[]): Line[][] {
  const edges = [...new Set([0, ...starts])];
  return edges
    .map((start, i) => lines.slice(start, edges[i + 1] ?? lines.length))
    .filter(({ length }) => length > 0);
}

/** The letters of a line, which do not differ from page to page. */
const nameOf = (line: Line | undefined): string => line?.text.replace(/[\d\s\p{P}\p{S}]+/gu, '') ?? '';

const hasText = ({ text }: Line): boolean => text !== '';
/** True if a line is short enough for a running head. */
const isShort = ({ text }: Line): boolean => text.replace(/\s+/g, '').length <= 60;

/** Citations name issues too, but with title marks. */
const isMasthead = ({ text }: Line): boolean =>
  mastheadLine.test(text) && !/[《“。]|[.,;]$|\bpp?\. /.test(text);

/** The first two and the last two lines of a page that contain text. */
function edges(sheet: Line[]): Line[] {
  const written = sheet.filter(hasText);
  return [...new Set([...written.slice(0, 2), ...written.slice(-2)])];
}

/** The number on a line that contains nothing else but dots and dashes. */
export function numberOf({ text }: Pick<Line, 'text'>): number | undefined {
  const digits = /^[-－\u2010-\u2015·•\u2027・.\s]*(\d{1,4})[-－\u2010-\u2015·•\u2027・.\s]*$/.exec(
    text,
  )?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const numbersIn = ({ text }: Line): number[] => (text.match(/(?<!\d)\d{1,4}(?!\d)/g) ?? []).map(Number);

/**
 * The number of the first page on which the numbers of most pages agree; if the file contains more than the paper, the
 * one on which most of some successive pages agree.
 */
export function commonOffset(numbers: number[][], least = 1): number | undefined {
  const votes = new Map<number, number[]>();
  numbers.forEach((candidates, i) => {
    for (const value of new Set(candidates.map((one) => one - i)))
      if (value >= least) votes.set(value, [...(votes.get(value) ?? []), i]);
  });
  // Servers count the pages of the file from 1, beside the printed numbers.
  const offsets = [...votes].flatMap(([offset, { length }]) =>
    length >= 2 && length > numbers.length / 2 ? [offset] : [],
  );
  if (offsets.length > 0) return Math.max(...offsets);
  const [first, second] = [...votes]
    .filter(([, pages]) => pages.length >= MIN_RUN && pages.at(-1)! - pages[0]! < pages.length * 1.5)
    .sort(([, a], [, b]) => b.length - a.length);
  return first && first[1].length > (second?.[1].length ?? 0) ? first[0] : undefined;
}

/** The fewest successive pages whose numbers agree by no coincidence. */
const MIN_RUN = 4;

/**
 * Lines at the edge of a page that are repeated, apart from digits, at the same edge of another page. If the first of
 * them is the paper’s first line or a numbered heading, it is what the others repeat, and remains in the text.
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
