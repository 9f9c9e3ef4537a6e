import { lettersOf } from '../../words/letters.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import { tally } from '../../tally.ts';

/**
 * Removes a table of contents: lines with dot leaders and page numbers, or lines below its heading that have page
 * numbers or are repeated later as headings.
 */
export function takeContents(pages: TypeLine[][]): { pages: TypeLine[][]; contents: TypeLine[] } {
  let isOpen = false;
  const later = headingsIn(pages);
  const contents = pages.flatMap((lines) => {
    const leaders = lines.flatMap(({ text }, i) => (LEADER.test(text.trim()) ? [i] : []));
    const [first] = leaders;
    const last = leaders.at(-1);
    // A list that began on the page before may have few entries on this one.
    const goesOn = isOpen;
    isOpen = false;
    // Below its heading, a list may begin with few entries at the foot of a page.
    const isHeaded = lines
      .slice(Math.max(0, (first ?? 0) - 2), first)
      .some(({ text }) => HEADING.test(text.trim()));
    if (first === undefined || last === undefined || leaders.length < (goesOn || isHeaded ? 1 : FEWEST))
      return repeatedEntries(lines, later);
    // An entry may have a line above its last; if there are more lines between two entries, this is not a table of
    // contents.
    if (leaders.some((at, i) => i > 0 && at - leaders[i - 1]! > MAX_LINES)) return [];
    isOpen = true;
    // The entries of chapters may have no dots.
    const isEntry = (line: TypeLine | undefined): boolean =>
      line !== undefined && /\d$/.test(line.text) && (later.get(lettersOf(line.text)) ?? 0) > 1;
    // The first entry of a further page may have lines above its dots.
    let [start, end] = [goesOn && first < MAX_LINES ? 0 : first, last + 1];
    while (isEntry(lines[start - 1])) start--;
    if (NUMBERED.test(lines[start - 1]?.text ?? '')) start--;
    while (isEntry(lines[end])) end++;
    const heading = lines[start - 1];
    return lines.slice(heading && HEADING.test(heading.text.trim()) ? start - 1 : start, end);
  });
  const taken = new Set(contents);
  return { pages: pages.map((lines) => lines.filter((line) => !taken.has(line))), contents };
}

/** The first line of an entry: I. The Tolls of the Two */
const NUMBERED = /^(?:[IVX]{1,5}|[A-Z]|\d{1,2})\.\s+\p{L}.*[^.?!:]$/u;

/** The number of lines with the same letters. */
const headingsIn = (pages: TypeLine[][]): Map<string, number> =>
  tally(pages.flat().map(({ text }) => [lettersOf(text), 1]));

/** The lines below a heading of contents that are repeated later, or that end with ascending page numbers. */
function repeatedEntries(lines: TypeLine[], later: ReadonlyMap<string, number>): TypeLine[] {
  const heading = lines.findIndex(({ text }) => HEADING.test(text.trim()));
  if (heading < 0) return [];
  const entries = new Set<string>();
  let end = heading + 1;
  for (let i = end; i < lines.length && i - end < MAX_LINES; i++) {
    const name = lettersOf(lines[i]!.text);
    // An entry that is repeated on the same page is a heading.
    if (entries.has(name)) break;
    if (name === '' || (later.get(name) ?? 0) < 2) continue;
    entries.add(name);
    end = i + 1;
  }
  const numbered = endOfNumbered(lines, heading + 1);
  const last = entries.size < FEWEST ? numbered : Math.max(end, numbered);
  return last === heading + 1 ? [] : lines.slice(heading, last);
}

/** Index after the lines from a given one on that end with ascending page numbers; that line’s without such. */
function endOfNumbered(lines: TypeLine[], from: number): number {
  let [end, count, before] = [from, 0, 0];
  for (let i = from; i < lines.length && i - end < MAX_LINES; i++) {
    const page = Number(PAGE_AT_END.exec(lines[i]!.text.trim())?.[1]);
    if (Number.isNaN(page)) continue;
    if (page < before) break;
    [end, count, before] = [i + 1, count + 1, page];
  }
  return count < FEWEST ? from : end;
}

/** A name, and a page of at most three figures. */
const PAGE_AT_END = /^(?=.*\p{L}{3}|.*\p{Script=Han}).*[^\d.,:;–-]\s+(\d{1,3})$/u;

/** An author may follow the page number. */
const LEADER =
  /(?:\.{4}|…{2}|·{4}|(?:\. ){4})[\s.…·]*[(（]?\s?(?:\d{1,4}|[ivxlc]{1,6}|[Ⅰ-Ⅻ])\s?[)）]?[\p{Script=Han}\s]{0,20}$/iu;
/** The fewest entries in a table of contents. */
const FEWEST = 3;
const MAX_LINES = 3;
const HEADING =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res|[íi]ndice|sommario|目\s*[录錄次])\s*:?$/i;
