import type { Sheet } from './page-lines.ts';

/** The type of a paper: what most of its running text is set in. */
export interface BodyType {
  size: number;
  /** Of most of the running text, for each script: whatever else a line is set in is set apart. */
  fonts: ReadonlySet<string>;
  /** Distance between baselines. */
  leading: number;
}

/** Type of this share of the running text’s size, or less, may be that of notes. */
export const SMALL = 0.955;

/** A size must take this share of all characters, and stand on that share of pages, to be the running text’s. */
const MIN_SHARE = 0.18;
const MIN_PAGES = 0.45;

/**
 * Learns the type of the running text: the largest that much of the paper is set in, since notes may hold more words than
 * the text above them.
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
  // Sizes a hair apart are one.
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
  // Of those a hair apart the one that most is set in.
  const size =
    sizes.filter((one) => Math.abs(one.size - most.size) <= most.size * 0.03).sort((a, b) => b.own - a.own)[0]
      ?.size ?? most.size;
  return { size, fonts: mainFonts(sheets, size), leading: leadingOf(sheets, size) };
}

/** Characters of Chinese fill two columns. */
const weightOf = (text: string): number => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/** The fonts that most Han and most other letters of the running text are set in. */
function mainFonts(sheets: Sheet[], size: number): Set<string> {
  const counts = { han: new Map<string, number>(), other: new Map<string, number>() };
  for (const run of sheets.flatMap(({ rows }) => rows.flatMap(({ runs }) => runs))) {
    if (Math.abs(run.size - size) > size * 0.06) continue;
    const han = run.text.match(/\p{Script=Han}/gu)?.length ?? 0;
    const letters = (run.text.match(/\p{L}/gu)?.length ?? 0) - han;
    counts.han.set(run.font, (counts.han.get(run.font) ?? 0) + han);
    counts.other.set(run.font, (counts.other.get(run.font) ?? 0) + letters);
  }
  // A font cut into parts by the program that made the file counts with each part.
  return new Set(
    Object.values(counts).flatMap((byFont) => {
      const most = Math.max(...byFont.values(), 1);
      return [...byFont].filter(([, count]) => count > most * MAIN_FONT).map(([font]) => font);
    }),
  );
}

/** A font with this share of what the most common one has is the running text’s too. */
const MAIN_FONT = 0.3;

function leadingOf(sheets: Sheet[], size: number): number {
  const counts = new Map<number, number>();
  for (const { rows } of sheets)
    rows.forEach((row, i) => {
      const next = rows[i + 1];
      if (!next || Math.abs(row.size - size) > 0.5 || Math.abs(next.size - size) > 0.5) return;
      const gap = Math.round((next.y - row.y) * 2) / 2;
      if (gap > size * 0.9 && gap < size * 3) counts.set(gap, (counts.get(gap) ?? 0) + 1);
    });
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? size * 1.4;
}
