import { countLetters } from '../../words/count-letters.ts';
import type { Sheet } from './page-lines.ts';
import { mostFrequent, tally } from '../../tally.ts';

/** The type of most of a paper’s running text. */
export interface BodyType {
  size: number;
  /** The fonts of most of the running text in each script; lines in others are set off. */
  fonts: ReadonlySet<string>;
  /** The distance between baselines. */
  leading: number;
}

/** Notes may be in type of at most this share of the running text’s size. */
export const SMALL = 0.955;

/** The minimum share of characters in a size, and of pages on which it occurs, for the running text. */
const MIN_SHARE = 0.18;
const MIN_PAGES = 0.45;

/**
 * Learns the type of the running text: the largest in which much of the paper is set, since notes may contain more
 * words than the text.
 */
export function learnBodyType(sheets: Sheet[]): BodyType {
  const bySize = new Map<number, { count: number; pages: Set<number> }>();
  sheets.forEach(({ rows }, page) => {
    for (const { text, size, raised } of rows.flatMap(({ runs }) => runs)) {
      if (raised) continue;
      const key = Math.round(size * 5) / 5;
      const entry = bySize.get(key) ?? { count: 0, pages: new Set() };
      entry.count += weightOf(text);
      entry.pages.add(page);
      bySize.set(key, entry);
    }
  });
  // Almost equal sizes count as one.
  const sizes = [...bySize.keys()].map((key) => {
    const near = [...bySize].filter(([other]) => Math.abs(other - key) <= key * 0.03);
    return {
      size: key,
      own: bySize.get(key)?.count ?? 0,
      count: near.reduce((sum, [, { count }]) => sum + count, 0),
      pages: new Set(near.flatMap(([, { pages }]) => [...pages])).size,
    };
  });
  const total = [...bySize.values()].reduce((sum, { count }) => sum + count, 0);
  const large = sizes
    .filter(({ count, pages }) => count >= total * MIN_SHARE && pages >= sheets.length * MIN_PAGES)
    .sort((a, b) => b.size - a.size)[0];
  const most = large ?? [...sizes].sort((a, b) => b.count - a.count)[0];
  if (!most) return { size: 10, fonts: new Set(), leading: 12 };
  // The most frequent of almost equal sizes.
  const size =
    sizes.filter((one) => Math.abs(one.size - most.size) <= most.size * 0.03).sort((a, b) => b.own - a.own)[0]
      ?.size ?? most.size;
  return { size, fonts: mainFonts(sheets, size), leading: leadingOf(sheets, size) };
}

/** Han characters fill two columns. */
const weightOf = (text: string): number => text.length + countLetters(text).han;

/** The fonts of most Han characters and most other letters in the running text. */
function mainFonts(sheets: Sheet[], size: number): Set<string> {
  const counts = { han: new Map<string, number>(), other: new Map<string, number>() };
  for (const run of sheets.flatMap(({ rows }) => rows.flatMap(({ runs }) => runs))) {
    if (Math.abs(run.size - size) > size * 0.06) continue;
    const { letters, han } = countLetters(run.text);
    counts.han.set(run.font, (counts.han.get(run.font) ?? 0) + han);
    counts.other.set(run.font, (counts.other.get(run.font) ?? 0) + letters - han);
  }
  // A font that the producing program split into subsets counts with each of them.
  return new Set(
    Object.values(counts).flatMap((byFont) => {
      const most = Math.max(...byFont.values(), 1);
      return [...byFont].filter(([, count]) => count > most * MAIN_FONT).map(([font]) => font);
    }),
  );
}

/** A font with this share of the most common font’s letters belongs to the running text too. */
const MAIN_FONT = 0.3;

function leadingOf(sheets: Sheet[], size: number): number {
  const gaps = sheets.flatMap(({ rows }) =>
    rows.flatMap((row, i) => {
      const next = rows[i + 1];
      if (!next || Math.abs(row.size - size) > 0.5 || Math.abs(next.size - size) > 0.5) return [];
      const gap = Math.round((next.y - row.y) * 2) / 2;
      return gap > size * 0.9 && gap < size * 3 ? [gap] : [];
    }),
  );
  return mostFrequent(tally(gaps.map((gap) => [gap, 1]))) ?? size * 1.4;
}
