import { frontParts } from '../paper-words.ts';
import type { TypeLine } from './page-lines.ts';

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
  if (last < 0 || last === pages.length - 1 || numbered < own.length * MOST_NUMBERED) return endInOwn(pages);
  const { lines, behind } = endInOwn(own);
  return { lines: pages.map((_, i) => lines[i] ?? []), behind: [...behind, ...pages.slice(last + 1).flat()] };
}

/** The minimum share of numbered pages; from this on, unnumbered pages at the end are not part of the paper. */
const MOST_NUMBERED = 0.8;

/** Finds the beginning of the abstract in another language. */
function endInOwn(pages: TypeLine[][]): ArticleEnd {
  const isHan = (text: string): boolean => hanShare(text) > 0.3;
  const all = pages.flat();
  if (!isHan(all.map(({ text }) => text).join(''))) return { lines: pages, behind: [] };
  const opens = all.findIndex(
    ({ text }, i) =>
      i > all.length * 0.4 &&
      !isHan(text) &&
      (frontParts.some(({ lang, pattern }) => lang === 'en' && pattern.test(text)) ||
        /^Abstracts?$/i.test(text.trim())),
  );
  if (opens < 0) return { lines: pages, behind: [] };
  // Title and names above it on the same page are in that language too.
  let from = opens;
  while (
    from > 0 &&
    all[from - 1]!.sheet === all[opens]!.sheet &&
    !isHan(all[from - 1]!.text) &&
    !LIST_ENTRY.test(all[from - 1]!.text) &&
    opens - from < MOST_TITLE_LINES
  )
    from--;
  const behind = new Set(all.slice(from));
  return { lines: pages.map((lines) => lines.filter((line) => !behind.has(line))), behind: [...behind] };
}

/** The most lines of a title and names. */
const MOST_TITLE_LINES = 10;
const LIST_ENTRY =
  /^[[［〔]?\d{1,3}[\]］〕.．]|\[[A-Z](?:\/OL)?\]|pp?\. ?\d|https?:|\((?:19|20)\d\d[a-z]?\)|[,.] (?:19|20)\d\d[,.;:]/;

function hanShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0) / letters;
}
