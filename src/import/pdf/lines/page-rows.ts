import { HAN } from '../../../model/language.ts';
import type { Glyph, PageContent, Rule } from '../glyphs/page-glyphs.ts';
import { tester } from '../glyphs/tester.ts';
import { mostFrequent, tally } from '../../tally.ts';

/** Adjacent characters with the same font, size and baseline. */
export interface Run {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  font: string;
  /** The minimum gap between words on its page, as a share of the type size. */
  wordGap: number;
  /** True if it is small and above the baseline of its row. */
  raised: boolean;
}

/** All runs on one baseline of a page, from left to right, across all columns. */
export interface Row {
  /** The y of its baseline from the page’s top. */
  y: number;
  x0: number;
  x1: number;
  /** The size of most of its characters. */
  size: number;
  runs: Run[];
}

/** The rows of a page, from top to bottom, and its rules; a row of dashes counts as a rule too. */
export function rowsOf({ glyphs, rules, width, height }: PageContent): { rows: Row[]; rules: Rule[] } {
  const onPage = glyphs.filter(({ x, y }) => x > -1 && x < width && y > 0 && y < height);
  const han = onPage.filter(({ text }) => isHan(text)).length;
  const wordGap = han > onPage.length * 0.1 ? LOOSE_WORD_GAP : WORD_GAP;
  const rows = joinInitials(
    attachRaised(clusterRuns(runsOf(withoutDoubles(onPage), wordGap))).flatMap(divideBySize),
  );
  const typed = rows.filter(({ runs }) => TYPED_RULE.test(runs.map(({ text }) => text).join('')));
  return {
    rows: rows.filter((row) => !typed.includes(row)),
    rules: [...rules, ...typed.map(({ x0, x1, y, size }) => ({ x0, x1, y: y - size * 0.3 }))],
  };
}

const isHan = tester(HAN);

const TYPED_RULE = /^\s*(?:[_‗─━–—―－-]\s*){8,}$/;

/** Drops the copies of characters that are printed twice with a tiny offset to look bold. */
function withoutDoubles(glyphs: Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (glyph.text.trim() === '') return true;
    const same = seen.get(glyph.text) ?? [];
    // The next letter of a word may be the same: “ll”.
    const near = Math.min(glyph.size * 0.2, glyph.width > 0 ? glyph.width * 0.6 : Infinity);
    if (same.some(({ x, y }) => Math.abs(x - glyph.x) < near && Math.abs(y - glyph.y) < glyph.size * 0.2))
      return false;
    same.push(glyph);
    seen.set(glyph.text, same);
    return true;
  });
}

/** Joins adjacent glyphs; a gap becomes a space if there is none. */
function runsOf(glyphs: Glyph[], wordGap: number): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const [i, { text, x, y, width, size, font }] of glyphs.entries()) {
    const isSpace = text.trim() === '';
    const continues =
      last?.font === font &&
      Math.abs(last.size - size) < 0.1 &&
      Math.abs(last.y - y) < size * 0.05 &&
      x - last.x1 < size * ROOM_FOR_MARK &&
      x - last.x1 > -size * 0.6;
    if (last && continues) {
      if (isSpace) last.text += ' ';
      else {
        const gap = isSpacedOut(glyphs, i) ? 0 : (x - last.x1) / size;
        last.text += spaceBetween(last.text, text, gap, wordGap) + text;
      }
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

/** True if the gap before a glyph spaces out a word in capitals: there is another such gap beside it. */
function isSpacedOut(glyphs: Glyph[], at: number): boolean {
  const isTracked = (i: number): boolean => {
    const [before, after] = [glyphs[i - 1], glyphs[i]];
    if (!before || !after || !isCapital(before.text) || !isCapital(after.text)) return false;
    const gap = (after.x - before.x - before.width) / after.size;
    return gap > TRACKED && gap < WIDEST_TRACKED;
  };
  return isTracked(at) && (isTracked(at - 1) || isTracked(at + 1));
}

const isCapital = tester(/^\p{Lu}$/u);

/** The gaps between the letters of such a word as shares of the type size. */
const TRACKED = 0.08;
const WIDEST_TRACKED = 0.2;

/** A gap of at least this share of the size may contain a raised mark. */
const ROOM_FOR_MARK = 0.45;

/** The minimum gap between words as a share of the type size. */
const WORD_GAP = 0.13;
/** The same on Chinese pages, where justification spaces out Latin letters. */
const LOOSE_WORD_GAP = 0.17;
/** The minimum gap between Han characters, which have no spaces, that is intentional. */
const WIDE_GAP = 0.7;
/** The same after a numeral at the beginning of a line, which may be that of a heading. */
const NUMERAL_GAP = 0.3;
const NUMERAL = /^[一二三四五六七八九十]{1,3}$/;
const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFF60]$/u;

/** The space between a text and the text after a gap, given as a share of the size; three spaces separate columns. */
export function spaceBetween(before: string, after: string, gap: number, wordGap: number): string {
  if (gap <= wordGap || before === '' || before.endsWith(' ')) return '';
  // In Chinese fonts, signs have their space within their width.
  if (wordGap === LOOSE_WORD_GAP && gap < WIDE_GAP && isWithin(before, after)) return '';
  if (gap < WIDEST_TRACKED && /\p{Lu}$/u.test(before) && /^[.,]/.test(after)) return '';
  if (gap > 1.8) return '   ';
  const least = NUMERAL.test(before) ? NUMERAL_GAP : WIDE.test(before) ? WIDE_GAP : wordGap;
  return gap > least ? ' ' : '';
}

/** True if there is no space between two characters: before a sign that closes, and around a hyphen between digits. */
const isWithin = (before: string, after: string): boolean =>
  /^[,.;:)\]’”]/.test(after) ||
  (/\d$/.test(before) && /^[-–－]/.test(after)) ||
  (/\d[-–－]$/.test(before) && /^\d/.test(after));

/** Groups runs with the same baseline into rows. */
function clusterRuns(runs: Run[]): Row[] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const distance = (row: Row): number => Math.abs(row.y - run.y);
    // A raised label is as close to small capitals as these are to their line.
    const [row] = rows
      .slice(-3)
      .filter((one) => {
        const reach = Math.min(one.size, run.size) * (Math.abs(one.size - run.size) < 1 ? 0.25 : 0.12);
        // Text farther away may be on a line of its own.
        const isBeside = one.runs.some(
          ({ x0, x1 }) => run.x0 - x1 < run.size * 2 && x0 - run.x1 < run.size * 2,
        );
        return (isBeside && distance(one) <= reach) || Math.abs(one.runs[0]!.y - run.y) <= reach;
      })
      .sort((a, b) => distance(a) - distance(b));
    if (row) {
      row.runs.push(run);
      row.x0 = Math.min(row.x0, run.x0);
      row.x1 = Math.max(row.x1, run.x1);
      if (run.size !== row.size) row.size = dominantSize(row.runs);
      // Signs may be set higher than the letters.
      if (run.y !== row.y) row.y = commonBaseline(row.runs);
    } else rows.push({ y: run.y, x0: run.x0, x1: run.x1, size: run.size, runs: [run] });
  }
  return rows;
}

/** The baseline of most characters. */
const commonBaseline = (runs: Run[]): number =>
  mostFrequent(tally(runs.map(({ y, text }) => [y, text.length])))!;

/** The size of most characters; for small capitals, that of the capitals. */
function dominantSize(runs: Run[]): number {
  const counts = tally(
    runs.flatMap(({ size, text, raised }) => (raised ? [] : [[size, text.replace(/\s/g, '').length]])),
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const most = mostFrequent(counts) ?? runs[0]?.size ?? 0;
  const text = runs.map((run) => run.text).join('');
  // A line may mostly consist of words in brackets, which are smaller; foreign letters may be larger.
  if (HAN.test(text)) {
    const large = runs.filter(({ size, raised, text }) => size > most * 1.1 && !raised && HAN.test(text));
    const count = large.reduce((sum, run) => sum + run.text.length, 0);
    return count >= total * LEAST_HAN ? Math.max(...large.map(({ size }) => size)) : most;
  }
  // A heading in capitals may have a single large letter.
  const least = /\p{Ll}/u.test(text) ? total * LEAST_SHARE : 1;
  const capitals = [...counts]
    .filter(([size, count]) => size > most * 1.15 && size < most * 1.6 && count >= least)
    .map(([size]) => size);
  return Math.max(most, ...capitals);
}

/** The minimum share of larger type in a line of Chinese. */
const LEAST_HAN = 0.3;

/** The minimum share of capitals among small capitals in lines that also have lower-case letters. */
const LEAST_SHARE = 0.12;

/** Moves raised and lowered characters to the row that they belong to, which is larger, near and has room for them. */
function attachRaised(rows: Row[]): Row[] {
  const homes = new Map<Run, Row>();
  rows.forEach((row, i) => {
    for (const run of row.runs) {
      const [home] = rows
        .slice(Math.max(0, i - 4), i + 5)
        .filter((other) => other !== row && belongsTo(run, other, row.runs.length === 1))
        .sort((a, b) => Math.abs(a.y - run.y) - Math.abs(b.y - run.y));
      if (home) homes.set(run, home);
    }
  });
  for (const [run, { y }] of homes) run.raised = y > run.y && !ORNAMENT.test(run.text);
  const gained = Map.groupBy(homes.keys(), (run) => homes.get(run));
  return rows.flatMap((row) => {
    const runs = [...row.runs.filter((run) => !homes.has(run)), ...(gained.get(row) ?? [])];
    return runs.length === 0 ? [] : [rowOf(runs, row.y)];
  });
}

/**
 * Separates larger type from small type that is on the same baseline by chance, such as a title beside its journal’s
 * imprint.
 */
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

/** Joins a large initial, which is as high as several lines, to the first of these lines. */
function joinInitials(given: Row[]): Row[] {
  const isInitial = ({ runs: [first, second] }: Row): boolean =>
    /^["“‘]?\p{Lu}$/u.test(first!.text.trim()) && (!second || first!.size > second.size * INITIAL);
  // It may be on the baseline of the last line beside it.
  const rows = given.flatMap((row) =>
    row.runs.length > 1 && isInitial(row)
      ? [rowOf(row.runs.slice(0, 1), row.y), rowOf(row.runs.slice(1), row.y)]
      : [row],
  );
  const initials = rows.filter(isInitial);
  const joined = new Set<Row>();
  for (const initial of initials) {
    const [letter] = initial.runs as [Run];
    const beside = rows.filter(
      ({ y, x0, size }) =>
        size * INITIAL < letter.size &&
        y > letter.y - letter.size &&
        y < letter.y + size * 0.4 &&
        x0 > letter.x0 + letter.size * 0.3 &&
        x0 < letter.x1 + size * 1.5,
    );
    const [first] = beside;
    if (!first || !/^\p{L}/u.test(first.runs[0]!.text)) continue;
    const { size } = first;
    // A word of one letter is followed by a space; otherwise the lines beside the letter begin at the same place.
    const second = beside.find(({ y }) => y > first.y + size * 0.5);
    const isWord = second
      ? first.x0 > second.x0 + size * WORD_GAP
      : first.x0 - letter.x1 > size * WORD_GAP * 2;
    const text = letter.text.trim() + (isWord ? ' ' : '');
    // The lines beside it are not indented.
    for (const row of beside) row.runs[0]!.x0 = row.x0 = letter.x0;
    const start = first.runs[0]!;
    start.text = text + start.text;
    joined.add(initial);
  }
  return rows.filter((row) => !joined.has(row));
}

/** The minimum size of an initial as a multiple of the size of its line. */
const INITIAL = 1.9;

/** Type that is at least this many times as large, and this multiple of its size away, belongs to another line. */
const APART_SIZE = 1.25;
const APART_GAP = 1.2;

export function rowOf(runs: Run[], y: number): Row {
  const sorted = [...runs].sort((a, b) => a.x0 - b.x0);
  const ends = sorted.map(({ x1 }) => x1);
  return { y, x0: sorted[0]?.x0 ?? 0, x1: Math.max(...ends), size: dominantSize(sorted), runs: sorted };
}

/** The most characters of raised or lowered text. */
const LONGEST_RAISED = 12;

/** A sign between words, which may be larger than these. */
const ORNAMENT = /^\s*[▪■□●○•◆◇]\s*$/;

function belongsTo(run: Run, row: Row, isAlone: boolean): boolean {
  if (run.text.length > LONGEST_RAISED && run.text.trim().length > LONGEST_RAISED) return false;
  if (Math.abs(row.y - run.y) > row.size * 2) return false;
  // In the row of a column of text there may be more letters of a note beside it, in the other column.
  let before: Run | undefined;
  for (const one of row.runs) if (one.x0 < run.x0 && one.x0 > (before?.x0 ?? -Infinity)) before = one;
  const isBeside = before !== undefined && run.x0 - before.x1 < before.size * ROOM_FOR_MARK;
  const size = before && isBeside ? Math.max(before.size, row.size) : row.size;
  if (isAlone && ORNAMENT.test(run.text))
    return (
      Math.abs(row.y - run.y) < size * 0.3 &&
      row.runs.every(({ x0, x1 }) => x1 <= run.x0 + 1 || x0 >= run.x1 - 1)
    );
  const up = (row.y - run.y) / size;
  const isNumber = up > 0.2 && /^\d{1,3}$/.test(run.text.trim());
  // A mark in small type is hardly smaller than the text, and the label of a note may be as large as the note.
  const isLabel = isNumber && isAlone && run.x1 < row.x0 + 1;
  const least = isLabel ? 0.98 : isNumber ? 1.05 : 1.12;
  if (size < run.size * least) return false;
  const isSign = /^[①-⑳]$/.test(run.text.trim());
  if (!(up > (isSign ? 0 : 0.1) && up < 0.8) && !(up < -0.05 && up > -0.4)) return false;
  const hang = /^[\d*∗†‡①-⑳]+\.?\s*$/.test(run.text) ? 4 : 1;
  if (run.x0 < row.x0 - size * hang || run.x1 > row.x1 + size * 2.5) return false;
  const middle = (run.x0 + run.x1) / 2;
  return !row.runs.some(
    ({ x0, x1, raised }) => !raised && x0 + size * 0.1 < middle && middle < x1 - size * 0.5,
  );
}
