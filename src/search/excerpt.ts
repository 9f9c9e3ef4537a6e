import { HAN } from '../model/language.ts';
import { mergeSpans, type Span } from './match.ts';
import type { SearchRecord } from './record.ts';

/** A stretch of a text that either is a hit or is not. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Characters shown around a hit; text in Latin letters takes more room than Han characters. */
const WIDTHS = { han: { before: 24, after: 70 }, letters: { before: 60, after: 130 } };
const MAX_WINDOWS = 3;
/** A line no longer than this is considered a name. */
const MAX_NAME_CHARACTERS = 30;

/** The name of a record, an excerpt of its other text, and its other names if only these have a hit. */
export function divideRecord(
  record: SearchRecord,
  hits: Span[],
): Record<'name' | 'text' | 'others', Piece[]> {
  const { kind, title, text } = record;
  const name = kind === 'heading' ? text : title;
  if (text !== name && !text.startsWith(`${name}\n`))
    return { name: [{ text: name, hit: false }], text: excerpt(text, hits), others: [] };
  const [begin, end] = kind === 'heading' ? [text.length, text.length] : bodyOf(record);
  const within = (from: number, to: number): Span[] =>
    hits
      .filter((span) => span.start >= from && span.end <= to)
      .map((span) => ({ ...span, start: span.start - from, end: span.end - from }));
  const partsIn = (from: number, to: number): Set<number> =>
    new Set(within(from, to).map(({ part }) => part));
  const body = text.slice(begin, end);
  const spans = within(begin, end);
  // If the name contains a hit, hits in other names add nothing.
  const isNamed = partsIn(0, begin).size > 0 && spans.every((span) => isName(body, span));
  const hasOthers = !partsIn(end, text.length).isSubsetOf(partsIn(0, end));
  return {
    name: pieces(name, hits, 0, name.length),
    text: body === '' ? [] : excerpt(body, isNamed ? [] : spans),
    others: hasOthers ? joinLines(text, hits, end === begin ? begin : end + 1) : [],
  };
}

/** The part of a record’s text after its name and before its other names, which are the last lines. */
export function bodyOf({ title, text, names = {} }: SearchRecord): [begin: number, end: number] {
  const begin = `${text}\n`.startsWith(`${title}\n`) ? Math.min(text.length, title.length + 1) : 0;
  const otherNames = new Set(Object.values(names).flat());
  let end = text.length;
  while (end > begin && otherNames.has(text.slice(lineStart(text, end), end)))
    end = Math.max(begin, lineStart(text, end) - 1);
  return [begin, end];
}

/** The lines of the text from one on, as a list. */
function joinLines(text: string, spans: Span[], from: number): Piece[] {
  const comma = { text: HAN.test(text.slice(from)) ? '、' : ', ', hit: false };
  let at = from;
  return text
    .slice(from)
    .split('\n')
    .flatMap((line, i) => {
      const start = at;
      at += line.length + 1;
      return [...(i > 0 ? [comma] : []), ...pieces(text, spans, start, start + line.length)];
    });
}

/** Windows of a text that show every part of the query, with all hits marked; without hits, its beginning. */
export function excerpt(text: string, hits: Span[]): Piece[] {
  const spans = hits.length > 0 ? hits : [{ start: 0, end: 0, part: 0 }];
  // For each part of the query, the rarest here first, the first hit in running text rather than in a name.
  const shown = [...Map.groupBy(spans, ({ part }) => part).values()]
    .sort((a, b) => a.length - b.length)
    .flatMap((ofPart) => ofPart.find((span) => !isName(text, span)) ?? ofPart[0] ?? [])
    .slice(0, MAX_WINDOWS)
    .sort((a, b) => a.start - b.start);
  const windows: [number, number][] = [];
  for (const span of shown) {
    const { start, end } = span;
    // A name alone says little, so the text after it is shown too. If there are several windows, each is narrower.
    const lines = [
      lineStart(text, start),
      lineEnd(text, isName(text, span) ? lineEnd(text, end) + 1 : end),
    ] as const;
    const { before, after } = widthsOf(text.slice(...lines));
    // Room that one side cannot use goes to the other.
    const room = Math.floor(after / shown.length);
    const left = Math.floor(before / Math.sqrt(shown.length)) + Math.max(0, end + room - lines[1]);
    const right = room + Math.max(0, lines[0] - (start - left));
    const from = windowStart(text, Math.max(lines[0], start - left), start);
    const to = windowEnd(text, Math.min(lines[1], end + right), end);
    const last = windows.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else windows.push([from, to]);
  }
  const end = windows.at(-1)?.[1] ?? text.length;
  return [
    ...windows.flatMap(([from, to], i) => [
      ...(i > 0 || from > lineStart(text, from) ? [ellipsis(text, windows[i - 1]?.[1], from)] : []),
      ...pieces(text, spans, from, to),
    ]),
    ...(end >= lineEnd(text, end) ? [] : [ellipsis(text, end)]),
  ];
}

/** The beginning of a text, of about `most` characters. */
export function beginningOf(text: string, most: number): string {
  const end = numberEnd(text, wordEnd(text, most));
  return end < text.length ? `${text.slice(0, end)}${ellipsis(text, end).text}` : text;
}

/** What stands for an omission after and before a place, with a space on each of these sides in Latin script. */
function ellipsis(text: string, after?: number, before?: number): Piece {
  const isLatin = widthsOf(text) === WIDTHS.letters;
  const spaceAt = (at: number | undefined): string =>
    at !== undefined && isLatin && /[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text.charAt(at))
      ? ' '
      : '';
  return { text: `${spaceAt(after && after - 1)}…${spaceAt(before)}`, hit: false };
}

/** A stretch of the text, divided into hits and the rest; overlapping hits are merged. */
function pieces(text: string, spans: Span[], from: number, to: number): Piece[] {
  const cut: Piece[] = [];
  let at = from;
  const add = (until: number, hit: boolean): void => {
    const end = Math.min(until, to);
    if (end > at) cut.push({ text: hit ? text.slice(at, end) : inOneLine(text, at, end), hit });
    at = Math.max(at, end);
  };
  for (const { start, end } of mergeSpans(spans)) {
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return cut;
}

// A window does not cross the end of a paragraph.
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineEnd = (text: string, at: number): number =>
  text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);

/** Whether a line is a name rather than a sentence: it is short, and no full stop ends it. */
function isName(text: string, span: Pick<Span, 'start' | 'end'>): boolean {
  const line = text.slice(lineStart(text, span.start), lineEnd(text, span.end));
  return line.length <= MAX_NAME_CHARACTERS && !/[。！？.!?]["”’』」）)]*$/u.test(line);
}

/** Joins lines: with a comma between two names, a colon between a name and a text, otherwise a space. */
const inOneLine = (text: string, from: number, to: number): string =>
  text.slice(from, to).replace(/\n/g, (_, at: number) => {
    const place = from + at;
    const isHan = HAN.test(text.slice(lineStart(text, place), lineEnd(text, place + 1)));
    if (!isName(text, { start: place, end: place })) return ' ';
    const isBoth = isName(text, { start: place + 1, end: place + 1 });
    return isBoth ? (isHan ? '、' : ', ') : isHan ? '：' : ': ';
  });

const widthsOf = (line: string): (typeof WIDTHS)['han'] =>
  (line.match(/\p{Script=Han}/gu)?.length ?? 0) * 4 > line.length ? WIDTHS.han : WIDTHS.letters;

/** The beginning of a word near a place before a hit, after punctuation. */
function windowStart(text: string, from: number, hit: number): number {
  if (from === lineStart(text, hit)) return from;
  const start = wordStart(text, from);
  return start + (/^[\s，、；：。！？,;:.!?）)”’—–-]*/u.exec(text.slice(start, hit))?.[0].length ?? 0);
}

/** The end of a word near a place after a hit, without a comma or the like. */
function windowEnd(text: string, to: number, hit: number): number {
  const end = numberEnd(text, wordEnd(text, to));
  if (end >= lineEnd(text, hit)) return end;
  return hit + text.slice(hit, end).replace(/[\s，、；：,;:.–—-]+$/u, '').length;
}

/** The end of a number that an edge would cut, with its sign, such as 2–3 or 1.5%. */
const numberEnd = (text: string, to: number): number =>
  /\p{Nd}$/u.test(text.slice(0, to))
    ? to + (/^(?:[.,:/–-]?\p{Nd}+)*(?: ?[%‰℃°])?/u.exec(text.slice(to))?.[0].length ?? 0)
    : to;

/** The end, or the beginning, of a word that the edge of a window would cut. */
export const wordEnd = (text: string, to: number): number => wordAround(text, to)[1];
export const wordStart = (text: string, from: number): number => wordAround(text, from)[0];

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordAround(text: string, at: number): [start: number, end: number] {
  const { index = at, segment = '' } = words.segment(text).containing(at) ?? {};
  return index < at ? [index, index + segment.length] : [at, at];
}
