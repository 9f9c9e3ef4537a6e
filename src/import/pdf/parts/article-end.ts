import { countLetters } from '../../words/count-letters.ts';
import { isAffiliation } from '../../words/bylines.ts';
import { frontParts } from '../../words/paper-words.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** The lines of a paper without those after it, which are in another language or belong to the journal. */
interface ArticleEnd {
  /** The lines of the paper, by page. */
  lines: TypeLine[][];
  /** Its abstract in another language, and the journal’s own pages. */
  behind: TypeLine[];
}

/**
 * Finds the end of a paper: it ends before unnumbered pages if all others have numbers. A Chinese paper also ends
 * where, in its second half, an abstract in another language begins, its own or other papers’.
 */
export function findArticleEnd(pages: TypeLine[][], isNumbered: (sheet: number) => boolean): ArticleEnd {
  const last = pages.findLastIndex((lines) => lines.some(({ sheet }) => isNumbered(sheet)));
  const own = pages.slice(0, last + 1);
  const numbered = own.filter((lines) => lines.some(({ sheet }) => isNumbered(sheet))).length;
  if (last < 0 || last === pages.length - 1 || numbered < own.length * MIN_NUMBERED) return endInOwn(pages);
  const { lines, behind } = endInOwn(own);
  return { lines: pages.map((_, i) => lines[i] ?? []), behind: [...behind, ...pages.slice(last + 1).flat()] };
}

/** The minimum share of numbered pages; from this on, unnumbered pages at the end are not part of the paper. */
const MIN_NUMBERED = 0.8;

/** Finds the beginning of the abstract in another language. */
function endInOwn(pages: TypeLine[][]): ArticleEnd {
  const isHan = (text: string): boolean => hanShare(text) > 0.3;
  const allLines = pages.flat();
  if (!isHan(allLines.map(({ text }) => text).join(''))) return { lines: pages, behind: [] };
  const opens = allLines.findIndex(
    ({ text }, i) =>
      i > allLines.length * 0.4 &&
      !isHan(text) &&
      (frontParts.some(({ lang, pattern }) => lang === 'en' && pattern.test(text)) ||
        /^Abstracts?$/i.test(text.trim())),
  );
  const next = nextPaperIn(allLines);
  if (next >= 0 && (opens < 0 || next < opens)) return endAt(next, pages);
  if (opens < 0) return { lines: pages, behind: [] };
  // Title and names above it on the same page are in that language too.
  let from = opens;
  while (
    from > 0 &&
    allLines[from - 1]!.sheet === allLines[opens]!.sheet &&
    !isHan(allLines[from - 1]!.text) &&
    (!LIST_ENTRY.test(allLines[from - 1]!.text) || isAffiliation(allLines[from - 1]!.text)) &&
    opens - from < MAX_TITLE_LINES
  )
    from--;
  return endAt(from, pages);
}

/** The first line of the next paper in the journal, above a second abstract in Chinese on its page; -1 without one. */
function nextPaperIn(lines: TypeLine[]): number {
  const abstracts = lines.filter(({ text }) =>
    frontParts.some(({ id, lang, pattern }) => id === 'abstract' && lang === 'zh' && pattern.test(text)),
  );
  const [first, second] = abstracts;
  if (!first || !second || second.sheet <= first.sheet) return -1;
  const opens = lines.findIndex(({ sheet }) => sheet === second.sheet);
  return lines.indexOf(second) - opens <= MAX_TITLE_LINES ? opens : -1;
}

function endAt(from: number, pages: TypeLine[][]): ArticleEnd {
  const behind = new Set(pages.flat().slice(from));
  return { lines: pages.map((lines) => lines.filter((line) => !behind.has(line))), behind: [...behind] };
}

const MAX_TITLE_LINES = 10;
const LIST_ENTRY =
  /^[[［〔]?\d{1,3}[\]］〕.．]|\[[A-Z](?:\/OL)?\]|pp?\. ?\d|https?:|\((?:19|20)\d\d[a-z]?\)|[,.] (?:19|20)\d\d[,.;:]/;

function hanShare(text: string): number {
  const { letters } = countLetters(text);
  return letters === 0 ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0) / letters;
}
