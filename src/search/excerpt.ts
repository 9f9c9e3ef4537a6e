import type { Span } from './match.ts';

/** A stretch of a text, told apart by whether it is what was asked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const CHARACTERS_BEFORE = 24;
const CHARACTERS_AFTER = 70;
const MAX_WINDOWS = 3;
/** A line no longer than this is taken for a name. */
const MAX_NAME_CHARACTERS = 30;

/**
 * Windows on the text that together show every part of the query, with all that matches in them told apart; where
 * nothing does, the beginning.
 */
export function excerpt(text: string, found: Span[]): Piece[] {
  const spans = found.length > 0 ? found : [{ start: 0, end: 0, part: 0 }];
  const shown = [...Map.groupBy(spans, ({ part }) => part).values()]
    .flatMap((ofPart) => firstToShow(text, ofPart) ?? [])
    .slice(0, MAX_WINDOWS)
    .sort((a, b) => a.start - b.start);
  // Several windows are narrower each.
  const share = Math.max(1, shown.length);
  const windows: [number, number][] = [];
  for (const { start, end } of shown) {
    const from = wordStart(
      text,
      lineStart(text, Math.max(0, start - CHARACTERS_BEFORE / Math.sqrt(share)), start),
    );
    const to = wordEnd(text, windowEnd(text, start, end, CHARACTERS_AFTER / share));
    const last = windows.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else windows.push([from, to]);
  }
  const [first, final] = [windows[0], windows.at(-1)];
  if (!first || !final) return [];
  return [
    ...ellipsis(first[0] > 0),
    ...windows.flatMap(([from, to], i) => [...ellipsis(i > 0), ...pieces(text, spans, from, to)]),
    ...ellipsis(final[1] < text.length),
  ];
}

/** A name alone says little: what follows it is shown too. */
function windowEnd(text: string, start: number, end: number, after: number): number {
  const wanted = Math.min(text.length, end + after);
  const line = lineEnd(text, text.length, end);
  const isName = line - lineStart(text, 0, start) <= MAX_NAME_CHARACTERS;
  return isName && line + 1 < text.length ? lineEnd(text, wanted, line + 1) : lineEnd(text, wanted, end);
}

/** The first that stands in running text, rather than in a name. */
const firstToShow = (text: string, spans: Span[]): Span | undefined =>
  spans.find(
    ({ start, end }) => lineEnd(text, text.length, end) - lineStart(text, 0, start) > MAX_NAME_CHARACTERS,
  ) ?? spans[0];

/** A stretch of the text with what matches in it told apart. */
export function pieces(text: string, spans: Span[], from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let at = from;
  for (const [start, end] of joined(spans)) {
    if (end <= at || start >= to) continue;
    if (start > at) cut.push({ text: text.slice(at, start), hit: false });
    cut.push({ text: text.slice(Math.max(at, start), Math.min(end, to)), hit: true });
    at = Math.min(end, to);
  }
  if (at < to) cut.push({ text: text.slice(at, to), hit: false });
  return cut;
}

/** What stands before and after a hit on its line, for hits that are read beneath one another. */
export function inContext(
  text: string,
  { start, end }: Span,
  width = 30,
): { before: string; hit: string; after: string } {
  return {
    before: text.slice(lineStart(text, Math.max(0, start - width), start), start),
    hit: text.slice(start, end),
    after: text.slice(end, lineEnd(text, Math.min(text.length, end + width), end)),
  };
}

/** Spans without overlaps. */
function joined(spans: Span[]): [number, number][] {
  const list: [number, number][] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return list;
}

const ellipsis = (wanted: boolean): Piece[] => (wanted ? [{ text: '…', hit: false }] : []);

// A window does not reach over a paragraph's end.
const lineStart = (text: string, from: number, hit: number): number =>
  Math.max(Math.floor(from), text.lastIndexOf('\n', hit - 1) + 1);

function lineEnd(text: string, to: number, hit: number): number {
  const end = text.indexOf('\n', hit);
  return end < 0 ? Math.floor(to) : Math.min(Math.floor(to), end);
}

/** Where the word ends that a window would cut. */
function wordEnd(text: string, to: number): number {
  const rest = /^[\p{Script=Latin}\p{M}’-]+/u.exec(text.slice(to, to + 20))?.[0] ?? '';
  return /\p{Script=Latin}/u.test(text.charAt(to - 1)) ? to + rest.length : to;
}

/** Where the word begins that a window would cut. */
function wordStart(text: string, from: number): number {
  const cut = /[\p{Script=Latin}\p{M}’-]+$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0] ?? '';
  return /\p{Script=Latin}/u.test(text.charAt(from)) ? from - cut.length : from;
}
