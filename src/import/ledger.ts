import { dropped, kinds, type Kind } from './coverage.ts';
import type { Warning } from './warning.ts';
import { findOddCharacters } from './odd-characters.ts';
import type { Paper } from './paper.ts';
import { lastAt } from './place-pages.ts';

/** The kind of every character of a source, and every place where that was not certain. */
export interface Ledger {
  source: { path: string; encoding: string; characters: number };
  sums: Partial<Record<Kind, number>>;
  /** Characters of no kind; there must be none. */
  remainder: number;
  /** `[start, end, kind]` in UTF-16 code units, from the first character to the last. */
  spans: [number, number, Kind | 'remainder'][];
  oddCharacters: { kind: string; character: string; places: string[] }[];
  /** Each with its printed page, where that is known. */
  doubts: { place: string; page?: number; reason: string }[];
  /** Lines that say something and are in no chapter, as far as they are not on every page. */
  leftOut: { place: string; page?: number; kind: Kind; text: string }[];
}

export function reportCoverage(
  source: string,
  path: string,
  encoding: string,
  paper: Paper,
  warnings: Warning[],
): Ledger {
  const placeOf = placesIn(source, path);
  const { coverage } = paper;
  const pageAt = (offset: number) => (paper.pages ? { page: paper.pageAt(offset) } : {});
  const spans: Ledger['spans'] = [];
  for (let offset = 0; offset < source.length; offset++) {
    const kind = coverage.kindAt(offset) ?? 'remainder';
    const last = spans.at(-1);
    if (last?.[2] === kind) last[1] = offset + 1;
    else spans.push([offset, offset + 1, kind]);
  }
  const sums = coverage.sums();
  const odd = Map.groupBy(findOddCharacters(source), ({ character }) => character);
  return {
    source: { path, encoding, characters: source.length },
    sums: Object.fromEntries(kinds.flatMap((kind) => (sums.has(kind) ? [[kind, sums.get(kind)]] : []))),
    remainder: coverage.unclassified().length,
    spans,
    oddCharacters: [...odd].map(([character, found]) => ({
      kind: found[0]?.kind ?? '',
      character,
      places: found.map(({ offset }) => placeOf(offset)),
    })),
    doubts: [...warnings]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, reason }) => ({ place: placeOf(offset), ...pageAt(offset), reason })),
    leftOut: leftOutIn(spans, source).map(({ offset, kind, text }) => ({
      place: placeOf(offset),
      ...pageAt(offset),
      kind,
      text,
    })),
  };
}

const saysSomething = new Set<Kind | 'remainder'>(['editorial', 'other language', 'running head']);

/** The parts that are left out, each once, with every white space in them made one blank. */
function leftOutIn(spans: Ledger['spans'], source: string): { offset: number; kind: Kind; text: string }[] {
  const parts: { offset: number; end: number; kind: Kind }[] = [];
  for (const [start, end, kind] of spans) {
    const last = parts.at(-1);
    if (kind === 'remainder' || !saysSomething.has(kind)) continue;
    // Blank lines may stand between any two; a sentence or bracket that is closed ends a part.
    const isNear =
      last?.kind === kind &&
      source.slice(last.end, start).trim() === '' &&
      (kind === 'other language' || !/[。.)）\]】]$/.test(source.charAt(last.end - 1)));
    if (last && isNear) last.end = end;
    else parts.push({ offset: start, end, kind });
  }
  const seen = new Set<string>();
  return parts.flatMap(({ offset, end, kind }) => {
    const text = source.slice(offset, end).replace(/\s+/g, ' ').trim();
    // A running head differs from page to page in its number.
    const key = text.replace(/\d+/g, '').trim();
    const isNew = key !== '' && !seen.has(key);
    seen.add(key);
    return isNew ? [{ offset, kind, text: shortened(text) }] : [];
  });
}

/** Characters of what is left out, as the ledger quotes it. */
const MAX_QUOTED = 200;
const shortened = (text: string): string =>
  [...text].length <= MAX_QUOTED ? text : `${[...text].slice(0, MAX_QUOTED).join('')}…`;

/** The ledger for people. */
export function writeLedger({ source, sums, remainder, oddCharacters, doubts, leftOut }: Ledger): string {
  const rows = Object.entries(sums) as [Kind, number][];
  const lines = [
    `# Ledger of ${source.path}`,
    '',
    `${source.characters} characters, read as ${source.encoding}.`,
    '',
    '| what | characters | |',
    '| --- | ---: | --- |',
    ...rows.map(
      ([kind, count]) => `| ${kind} | ${count} | ${dropped[kind] ? `dropped: ${dropped[kind]}` : ''} |`,
    ),
    `| of no kind | ${remainder} | |`,
    '',
    `## Doubts (${doubts.length})`,
    '',
    ...(doubts.length === 0 ? ['None.'] : []),
    ...doubts.map(({ place, page, reason }) => `- ${placed(place, page)}: ${reason}`),
    '',
    `## Left out (${leftOut.length})`,
    '',
    'What the paper prints and no chapter has; whether something of it is missed is for you to say.',
    '',
    ...leftOut.map(({ place, page, kind, text }) => `- ${placed(place, page)}, ${kind}: ${text}`),
    '',
    `## Odd characters (${oddCharacters.length})`,
    '',
    ...(oddCharacters.length === 0 ? ['None.'] : []),
    ...oddCharacters.map(
      ({ kind, character, places }) =>
        `- U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')} ${kind}, ${places.length} times: ${places.slice(0, 10).join(', ')}${places.length > 10 ? ' …' : ''}`,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const placed = (place: string, page: number | undefined): string =>
  page === undefined ? place : `${place}, p. ${page}`;

/** `path:line:column` of an offset. */
export function placesIn(source: string, path: string): (offset: number) => string {
  const starts = [
    0,
    ...[...source.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/g)].map((match) => match.index + match[0].length),
  ];
  return (offset) => {
    const line = lastAt(starts, offset);
    return `${path}:${line + 1}:${offset - starts[line]! + 1}`;
  };
}
