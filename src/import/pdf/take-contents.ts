import type { TypeLine } from './page-lines.ts';

/** The lines of pages without those of a list of contents, which leads with dots from headings to page numbers. */
export function takeContents(pages: TypeLine[][]): { pages: TypeLine[][]; contents: TypeLine[] } {
  let isOpen = false;
  const contents = pages.flatMap((lines) => {
    const leaders = lines.flatMap(({ text }, i) => (LEADER.test(text.trim()) ? [i] : []));
    const [first] = leaders;
    const last = leaders.at(-1);
    // A list that began on the page before may end with few entries on this one.
    const goesOn = isOpen;
    isOpen = false;
    if (first === undefined || last === undefined || leaders.length < (goesOn ? 1 : FEWEST)) return [];
    // An entry may have a line above the one that ends it; where more stands between two, it is no list of contents.
    if (leaders.some((at, i) => i > 0 && at - leaders[i - 1]! > MOST_LINES)) return [];
    isOpen = true;
    const heading = lines[first - 1];
    return lines.slice(heading && HEADING.test(heading.text.trim()) ? first - 1 : first, last + 1);
  });
  const taken = new Set(contents);
  return { pages: pages.map((lines) => lines.filter((line) => !taken.has(line))), contents };
}

const LEADER = /(?:\.{4}|…{2}|·{4}|(?:\. ){4})[\s.…·]*(?:\d{1,4}|[ivxlc]{1,6})$/i;
/** Entries of the shortest list of contents. */
const FEWEST = 3;
/** Lines of its longest entry. */
const MOST_LINES = 3;
const HEADING =
  /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|sommaire|table des mati[èe]res|[íi]ndice|sommario|目\s*[录錄次])\s*:?$/i;
