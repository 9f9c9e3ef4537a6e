import { frontParts } from '../paper-words.ts';
import type { TypeLine } from './page-lines.ts';

/** The end of a paper among the lines of its pages: what a journal prints behind it is in another language, or no text. */
interface ArticleEnd {
  /** Lines of the paper, by page. */
  lines: TypeLine[][];
  /** Its abstract in another language, and the journal’s own pages. */
  behind: TypeLine[];
}

/**
 * Finds where a paper ends: before the pages without a number, where all others have one, and in Chinese where, in its
 * later half, its abstract in another language begins, or other papers’ do.
 */
export function findArticleEnd(pages: TypeLine[][], isNumbered: (sheet: number) => boolean): ArticleEnd {
  const last = pages.findLastIndex((lines) => lines.some(({ sheet }) => isNumbered(sheet)));
  const own = pages.slice(0, last + 1);
  const numbered = own.filter((lines) => lines.some(({ sheet }) => isNumbered(sheet))).length;
  if (last < 0 || last === pages.length - 1 || numbered < own.length * MOST_NUMBERED) return endInOwn(pages);
  const { lines, behind } = endInOwn(own);
  return { lines: pages.map((_, i) => lines[i] ?? []), behind: [...behind, ...pages.slice(last + 1).flat()] };
}

/** The share of a paper’s pages that have a number, where those without one behind them are none of it. */
const MOST_NUMBERED = 0.8;

/** Where its abstract in another language begins. */
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
  // The title and the names above it are in that language too, as far as they stand on the same page.
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

/** Lines of a title and names, at most. */
const MOST_TITLE_LINES = 10;
const LIST_ENTRY =
  /^[[［〔]?\d{1,3}[\]］〕.．]|\[[A-Z](?:\/OL)?\]|pp?\. ?\d|https?:|\((?:19|20)\d\d[a-z]?\)|[,.] (?:19|20)\d\d[,.;:]/;

function hanShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters === 0 ? 0 : (text.match(/\p{Script=Han}/gu)?.length ?? 0) / letters;
}
