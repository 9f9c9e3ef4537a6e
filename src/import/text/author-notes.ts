import type { Line } from '../lines.ts';
import type { Page } from './pages.ts';

/** Takes the notes on authors, marked with a star, from the feet of the first two pages. */
export function takeAuthorNotes(pages: Page[]): { pages: Page[]; authorNotes: Line[] } {
  const authorNotes: Line[] = [];
  const rest = pages.map((page, i) => {
    if (i > 1) return page;
    const from = page.lines.findLastIndex(({ text }, at) => at > 2 && STAR.test(text));
    if (from < 0) return page;
    const next = page.lines.findIndex(({ text }, at) => at > from && (text === '' || LABEL.test(text)));
    const to = next < 0 ? page.lines.length : next;
    if (to - from > MAX_LINES) return page;
    authorNotes.push(...page.lines.slice(from, to));
    return { ...page, lines: [...page.lines.slice(0, from), ...page.lines.slice(to)] };
  });
  return { pages: rest, authorNotes };
}

const STAR = /^[*\u2217＊※]/;
const LABEL = /^[①-⒇〔[¹²³]/;
const MAX_LINES = 6;
