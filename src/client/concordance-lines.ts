import { lineEnd, lineStart, wordEnd, wordStart } from '../search/excerpt.ts';
import type { Span } from '../search/match.ts';
import { isAccount, type Hit, type Match } from '../search/matches.ts';
import { unitAt } from '../search/record.ts';
import { wordsIn } from '../search/units.ts';

/** The sort orders of a concordance: by place in the text, or by the words before or after the hit. */
export const orders = ['text', 'left', 'right'] as const;

/** A hit with its context in the paragraph. */
export interface Line {
  hit: Hit;
  span: Span;
  before: string;
  words: string;
  after: string;
  /** The number of its unit, if units are counted. */
  unit?: number;
}

/** Characters of context on each side, more than a line shows; no word is cut. */
const WIDTH = 100;

/** At most `most` lines: those of the paper in the order of the text, then those of entries about it. */
export async function linesOf(matches: Match[], most: number): Promise<Line[]> {
  const wanted: Match[] = [];
  let count = 0;
  for (const match of matches.toSorted(
    (a, b) => Number(isAccount(a)) - Number(isAccount(b)) || a.lot - b.lot || a.place - b.place,
  )) {
    if (match.count === 0 || count >= most) continue;
    wanted.push(match);
    count += match.count;
  }
  const hits = await Promise.all(wanted.map((match) => match.read()));
  return hits.flatMap((hit) => hit.spans.map((span) => lineOf(hit, span))).slice(0, most);
}

function lineOf(hit: Hit, span: Span): Line {
  const { text } = hit.record;
  const { start, end } = span;
  const unit = unitAt(hit.record, start);
  return {
    hit,
    span,
    before: text.slice(Math.max(lineStart(text, start), wordStart(text, start - WIDTH)), start),
    words: text.slice(start, end),
    after: text.slice(end, Math.min(lineEnd(text, end), wordEnd(text, end + WIDTH))),
    ...(unit < 0 ? {} : { unit: unit + 1 }),
  };
}

/** Sorts lines by the words next to the hit, then by those beyond, in the language’s collation. */
export function inOrder(lines: Line[], order: (typeof orders)[number], lang: string): Line[] {
  if (order === 'text') return lines;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return lines
    .map((line) => ({ line, words: order === 'left' ? wordsOf(line.before).reverse() : wordsOf(line.after) }))
    .sort((a, b) => {
      // Lines without words on that side come last.
      if (a.words.length === 0 || b.words.length === 0) return b.words.length - a.words.length;
      const at = a.words.findIndex((word, i) => compare(word, b.words[i] ?? '') !== 0);
      return at < 0 ? a.words.length - b.words.length : compare(a.words[at] ?? '', b.words[at] ?? '');
    })
    .map(({ line }) => line);
}

const wordsOf = (text: string): string[] => wordsIn(text).map(({ text: word }) => word);

/** Formats a table as tab-separated values. No cell can run as a formula in a spreadsheet. */
export const toTsv = (rows: string[][]): string =>
  rows
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=+\-@])/, "'")).join('\t'))
    .map((row) => `${row}\r\n`)
    .join('');
