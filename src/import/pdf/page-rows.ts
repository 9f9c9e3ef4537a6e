import { HAN } from '../../model/language.ts';
import type { Glyph, PageContent, Rule } from './page-glyphs.ts';

/** Neighbouring characters of one font and size on one baseline. */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** The share of the type’s size that a gap between words has on its page, at least. */
  wordGap: number;
  /** True if it is small and stands above the baseline of its row. */
  raised: boolean;
}

/** What stands on one baseline of a page, from left to right, across all columns. */
export interface Row {
  /** Of the baseline, from the page’s top. */
  y: number;
  x0: number;
  x1: number;
  /** Of most of its characters. */
  size: number;
  runs: Run[];
}

/** The rows of a page, from top to bottom, and its rules; one made of dashes is a rule too. */
export function rowsOf({ glyphs, rules, width, height }: PageContent): { rows: Row[]; rules: Rule[] } {
  const onPage = glyphs.filter(({ x, y }) => x > -1 && x < width && y > 0 && y < height);
  const han = onPage.filter(({ text }) => HAN.test(text)).length;
  const wordGap = han > onPage.length * 0.1 ? LOOSE_WORD_GAP : WORD_GAP;
  const rows = attachRaised(clusterRuns(runsOf(withoutDoubles(onPage), wordGap))).flatMap(divideBySize);
  const typed = rows.filter(({ runs }) => TYPED_RULE.test(runs.map(({ text }) => text).join('')));
  return {
    rows: rows.filter((row) => !typed.includes(row)),
    rules: [...rules, ...typed.map(({ x0, x1, y, size }) => ({ x0, x1, y: y - size * 0.3 }))],
  };
}

const TYPED_RULE = /^\s*(?:[_‗─━–—―－-]\s*){8,}$/;

/** Bold type is sometimes made by setting a character twice, a hair apart. */
function withoutDoubles(glyphs: Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (glyph.text.trim() === '') return true;
    const same = seen.get(glyph.text) ?? [];
    const near = glyph.size * 0.2;
    if (same.some(({ x, y }) => Math.abs(x - glyph.x) < near && Math.abs(y - glyph.y) < near)) return false;
    same.push(glyph);
    seen.set(glyph.text, same);
    return true;
  });
}

/** Joins glyphs that follow one another; a space is told by the gap where none is set. */
function runsOf(glyphs: Glyph[], wordGap: number): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const { text, x, y, width, size, font } of glyphs) {
    const isSpace = text.trim() === '';
    const continues =
      last?.font === font &&
      Math.abs(last.size - size) < 0.1 &&
      Math.abs(last.y - y) < size * 0.05 &&
      x - last.x1 < size * ROOM_FOR_MARK &&
      x - last.x1 > -size * 0.6;
    if (last && continues) {
      last.text += isSpace ? ' ' : spaceBetween(last.text, (x - last.x1) / size, wordGap) + text;
      if (!isSpace) last.x1 = x + width;
      else last.x1 = Math.max(last.x1, Math.min(x + width, x + size));
    } else if (!isSpace) {
      last = { text, x0: x, x1: x + width, y, size, font, wordGap, raised: false };
      runs.push(last);
    } else last = undefined;
  }
  for (const run of runs) run.text = run.text.replace(/ {2,}/g, ' ');
  return runs.filter(({ text }) => text.trim() !== '');
}

/** A gap of this share of the size may hold a mark that is raised. */
const ROOM_FOR_MARK = 0.45;

/** The share of the type’s size that a gap between words has at least. */
const WORD_GAP = 0.13;
/** On a page of Chinese, whose lines are filled by setting Latin letters apart. */
const LOOSE_WORD_GAP = 0.17;
/** Between Chinese characters, which no space divides, a gap that is there on purpose. */
const WIDE_GAP = 0.7;
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]$/u;

/** The space between what ends with one text and what begins after a gap, a share of the size; two set things apart. */
export function spaceBetween(before: string, gap: number, wordGap: number): string {
  if (before === '' || before.endsWith(' ')) return '';
  if (gap > 1.8) return '   ';
  return gap > (WIDE.test(before) ? WIDE_GAP : wordGap) ? ' ' : '';
}

/** Puts runs whose baselines agree into rows. */
function clusterRuns(runs: Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const distance = (row: Row): number => Math.abs(row.y - run.y);
    // A raised label is as near to small capitals as these are to their line.
    const [row] = rows
      .slice(-3)
      .filter((one) => {
        const reach = Math.min(one.size, run.size) * (Math.abs(one.size - run.size) < 1 ? 0.25 : 0.12);
        return distance(one) <= reach;
      })
      .sort((a, b) => distance(a) - distance(b));
    if (row) {
      row.runs.push(run);
      row.x0 = Math.min(row.x0, run.x0);
      row.x1 = Math.max(row.x1, run.x1);
      if (run.size !== row.size) row.size = dominantSize(row.runs);
    } else rows.push({ y: run.y, x0: run.x0, x1: run.x1, size: run.size, runs: [run] });
  }
  return rows;
}

/** The size of most characters; where those are small capitals, that of the capitals. */
export function dominantSize(runs: Run[]): number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { size, text, raised } of runs) {
    if (raised) continue;
    const count = text.replace(/\s/g, '').length;
    counts.set(size, (counts.get(size) ?? 0) + count);
    total += count;
  }
  const most = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? runs[0]?.size ?? 0;
  const text = runs.map((run) => run.text).join('');
  if (HAN.test(text)) return most;
  // A heading in capitals may have one letter that is large.
  const least = /\p{Ll}/u.test(text) ? total * LEAST_SHARE : 1;
  const capitals = [...counts]
    .filter(([size, count]) => size > most * 1.15 && size < most * 1.6 && count >= least)
    .map(([size]) => size);
  return Math.max(most, ...capitals);
}

/** The share of capitals among small capitals in lines that have small letters too, at least. */
const LEAST_SHARE = 0.12;

/** Gives raised and lowered characters to the row that they belong to: it is larger, near, and leaves room for them. */
function attachRaised(rows: Row[]): Row[] {
  const homes = new Map<Run, Row>();
  rows.forEach((row, i) => {
    for (const run of row.runs) {
      const [home] = rows
        .slice(Math.max(0, i - 4), i + 5)
        .filter((other) => other !== row && belongsTo(run, other))
        .sort((a, b) => Math.abs(a.y - run.y) - Math.abs(b.y - run.y));
      if (home) homes.set(run, home);
    }
  });
  for (const [run, { y }] of homes) run.raised = y > run.y;
  const gained = Map.groupBy(homes.keys(), (run) => homes.get(run));
  return rows.flatMap((row) => {
    const runs = [...row.runs.filter((run) => !homes.has(run)), ...(gained.get(row) ?? [])];
    return runs.length === 0 ? [] : [rowOf(runs, row.y)];
  });
}

/** What is set larger stands beside what is small, on the same baseline by chance: a title beside its journal’s imprint. */
function divideBySize(row: Row): Row[] {
  const parts: Run[][] = [];
  for (const run of row.runs) {
    const last = parts.at(-1)?.at(-1);
    const [small, large] = last ? [last.size, run.size].sort((a, b) => a - b) : [1, 1];
    const isApart =
      last !== undefined &&
      large! > small! * APART_SIZE &&
      run.x0 - last.x1 > large! * APART_GAP &&
      [last, run].every(({ raised, text }) => !raised && /\p{L}{2}/u.test(text));
    if (last && !isApart) parts.at(-1)!.push(run);
    else parts.push([run]);
  }
  return parts.length < 2 ? [row] : parts.map((runs) => rowOf(runs, row.y));
}

/** How many times as large, and how many times its size apart, type is that belongs to another line. */
const APART_SIZE = 1.25;
const APART_GAP = 1.2;

export function rowOf(runs: Run[], y: number): Row {
  const sorted = [...runs].sort((a, b) => a.x0 - b.x0);
  const ends = sorted.map(({ x1 }) => x1);
  return { y, x0: sorted[0]?.x0 ?? 0, x1: Math.max(...ends), size: dominantSize(sorted), runs: sorted };
}

/** Characters of the longest stretch that is raised or lowered. */
const LONGEST_RAISED = 12;

function belongsTo(run: Run, row: Row): boolean {
  const { size } = row;
  const up = (row.y - run.y) / size;
  // The mark of a note in small type is hardly smaller.
  const isNumber = up > 0.2 && /^\d{1,3}$/.test(run.text.trim());
  if (size < run.size * (isNumber ? 1.05 : 1.12) || run.text.trim().length > LONGEST_RAISED) return false;
  if (!(up > 0.1 && up < 0.8) && !(up < -0.05 && up > -0.4)) return false;
  const hang = /^[\d*∗†‡①-⑳]+\.?\s*$/.test(run.text) ? 4 : 1;
  if (run.x0 < row.x0 - size * hang || run.x1 > row.x1 + size * 2.5) return false;
  const middle = (run.x0 + run.x1) / 2;
  return !row.runs.some(
    ({ x0, x1, raised }) => !raised && x0 + size * 0.1 < middle && middle < x1 - size * 0.5,
  );
}
