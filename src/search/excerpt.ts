import { merged, type Span } from './match.ts';
import type { SearchRecord } from './record.ts';

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
 * What a record is called, and an excerpt of what else it says; empty where it says nothing else. A heading is called what
 * it says.
 */
export function shownOf(
  { kind, title, text }: SearchRecord,
  found: Span[],
): Record<'name' | 'said', Piece[]> {
  const name = kind === 'heading' ? text : title;
  if (text !== name && !text.startsWith(`${name}\n`))
    return { name: [{ text: name, hit: false }], said: excerpt(text, found) };
  const behind = name.length + 1;
  const spans = found
    .filter(({ start }) => start >= behind)
    .map((span) => ({ ...span, start: span.start - behind, end: span.end - behind }));
  return {
    name: pieces(name, found, 0, name.length),
    said: text === name ? [] : excerpt(text.slice(behind), spans),
  };
}

/**
 * Windows on the text that together show every part of the query, with all that matches in them told apart; where
 * nothing does, the beginning.
 */
export function excerpt(text: string, found: Span[]): Piece[] {
  const spans = found.length > 0 ? found : [{ start: 0, end: 0, part: 0 }];
  const isName = ({ start, end }: Span): boolean =>
    lineEnd(text, end) - lineStart(text, start) <= MAX_NAME_CHARACTERS;
  // Of each part the first that stands in running text, rather than in a name.
  const shown = [...Map.groupBy(spans, ({ part }) => part).values()]
    .flatMap((ofPart) => ofPart.find((span) => !isName(span)) ?? ofPart[0] ?? [])
    .slice(0, MAX_WINDOWS)
    .sort((a, b) => a.start - b.start);
  const windows: [number, number][] = [];
  for (const span of shown) {
    const { start, end } = span;
    // A name alone says little: what follows it is shown too. Several windows are narrower each.
    const line = lineEnd(text, isName(span) ? lineEnd(text, end) + 1 : end);
    const from = wordStart(
      text,
      Math.max(lineStart(text, start), Math.floor(start - CHARACTERS_BEFORE / Math.sqrt(shown.length))),
    );
    const to = wordEnd(text, Math.min(line, Math.floor(end + CHARACTERS_AFTER / shown.length)));
    const last = windows.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else windows.push([from, to]);
  }
  return [
    ...windows.flatMap(([from, to]) => [...(from > 0 ? [ELLIPSIS] : []), ...pieces(text, spans, from, to)]),
    ...((windows.at(-1)?.[1] ?? text.length) < text.length ? [ELLIPSIS] : []),
  ];
}

const ELLIPSIS: Piece = { text: '…', hit: false };

/** A stretch of the text with what matches in it told apart; what overlaps is one hit. */
function pieces(text: string, spans: Span[], from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let at = from;
  const add = (until: number, hit: boolean): void => {
    const end = Math.min(until, to);
    if (end > at) cut.push({ text: text.slice(at, end), hit });
    at = Math.max(at, end);
  };
  for (const { start, end } of merged(spans)) {
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return cut;
}

// A window does not reach over a paragraph's end.
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineEnd = (text: string, at: number): number =>
  text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);

/** Where the word ends that a window would cut, and where it begins. */
const wordEnd = (text: string, to: number): number =>
  isInWord(text, to)
    ? to + (/^[\p{Script=Latin}\p{M}’-]*/u.exec(text.slice(to, to + 20))?.[0].length ?? 0)
    : to;
const wordStart = (text: string, from: number): number =>
  isInWord(text, from)
    ? from - (/[\p{Script=Latin}\p{M}’-]*$/u.exec(text.slice(Math.max(0, from - 20), from))?.[0].length ?? 0)
    : from;

const isInWord = (text: string, at: number): boolean =>
  /^[\p{Script=Latin}\p{M}’-]{2}/u.test(text.slice(at - 1, at + 1));
