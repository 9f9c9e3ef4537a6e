import type { Account } from './account.ts';
import { enterLines } from './enter-account.ts';
import type { Page } from './pages.ts';

/** Takes the notes on the author, which a star marks, from the feet of the first pages. */
export function takeAuthorNotes(pages: Page[], account: Account): Page[] {
  return pages.map((page, i) => {
    if (i > 1) return page;
    const from = page.lines.findLastIndex(({ text }, at) => at > 2 && STAR.test(text));
    if (from < 0) return page;
    const next = page.lines.findIndex(({ text }, at) => at > from && (text === '' || LABEL.test(text)));
    const to = next < 0 ? page.lines.length : next;
    if (to - from > 6) return page;
    enterLines(account, 'editorial', page.lines.slice(from, to));
    return { ...page, lines: [...page.lines.slice(0, from), ...page.lines.slice(to)] };
  });
}

const STAR = /^[*\u2217＊※]/;
const LABEL = /^[①-⒇〔[¹²³]/;
