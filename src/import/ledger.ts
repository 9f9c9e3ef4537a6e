import { dropped, kinds, type Kind } from './account.ts';
import type { Doubt } from './doubt.ts';
import { findOddCharacters } from './odd-characters.ts';
import type { Paper } from './read-paper.ts';

/** What became of every character of a source, and every place where that was not certain. */
export interface Ledger {
  source: { path: string; encoding: string; characters: number };
  sums: Partial<Record<Kind, number>>;
  /** Characters of no kind; there must be none. */
  remainder: number;
  /** `[start, end, kind]` in UTF-16 code units, from the first character to the last. */
  spans: [number, number, Kind | 'remainder'][];
  oddCharacters: { kind: string; character: string; places: string[] }[];
  doubts: { place: string; page: number; reason: string }[];
}

export function closeLedger(
  source: string,
  path: string,
  encoding: string,
  paper: Paper,
  doubts: Doubt[],
): Ledger {
  const placeOf = placesIn(source, path);
  const { account } = paper;
  const spans: Ledger['spans'] = [];
  for (let offset = 0; offset < source.length; offset++) {
    const kind = account.kindAt(offset) ?? 'remainder';
    const last = spans.at(-1);
    if (last?.[2] === kind) last[1] = offset + 1;
    else spans.push([offset, offset + 1, kind]);
  }
  const sums = account.sums();
  const odd = Map.groupBy(findOddCharacters(source), ({ character }) => character);
  return {
    source: { path, encoding, characters: source.length },
    sums: Object.fromEntries(kinds.flatMap((kind) => (sums.has(kind) ? [[kind, sums.get(kind)]] : []))),
    remainder: account.remainder().length,
    spans,
    oddCharacters: [...odd].map(([character, found]) => ({
      kind: found[0]?.kind ?? '',
      character,
      places: found.map(({ offset }) => placeOf(offset)),
    })),
    doubts: [...doubts]
      .sort((a, b) => a.offset - b.offset)
      .map(({ offset, reason }) => ({ place: placeOf(offset), page: paper.pageAt(offset), reason })),
  };
}

/** The ledger for people. */
export function writeLedger({ source, sums, remainder, oddCharacters, doubts }: Ledger): string {
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
    ...doubts.map(({ place, page, reason }) => `- ${place}, p. ${page}: ${reason}`),
    '',
    `## Odd characters (${oddCharacters.length})`,
    '',
    ...oddCharacters.map(
      ({ kind, character, places }) =>
        `- U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')} ${kind}, ${places.length} times: ${places.slice(0, 10).join(', ')}${places.length > 10 ? ' …' : ''}`,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** `path:line:column` of an offset. */
export function placesIn(source: string, path: string): (offset: number) => string {
  const starts = [
    0,
    ...[...source.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/g)].map((match) => match.index + match[0].length),
  ];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${path}:${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
  };
}
