import { cutAt } from '../words/letters.ts';
import { dropped, kinds, type Kind } from '../coverage.ts';
import { stringify } from 'yaml';
import { lineKinds, nameLine, type Corrections } from '../corrections/corrections.ts';
import { formatPlace, placesIn } from '../../model/place.ts';
import { divideLines } from '../lines.ts';
import type { Correction, Warning } from '../warning.ts';
import { findOddCharacters } from './odd-characters.ts';
import type { Paper } from '../paper.ts';
import { indexAtOrBefore, itemAt } from '../lower-bound.ts';

/** The kind of every character of a source, and every uncertain decision. */
export interface Ledger {
  source: { path: string; encoding: string; characters: number };
  sums: Partial<Record<Kind, number>>;
  /** The number of unclassified characters; must be 0. */
  remainder: number;
  /** `[start, end, kind]` in UTF-16 code units, from the first character to the last. */
  spans: [number, number, Kind | 'remainder'][];
  oddCharacters: { kind: string; character: string; places: string[] }[];
  /** Each with its printed page, if known. */
  doubts: Doubt[];
  /** Meaningful lines that are in no chapter, except those repeated on every page. */
  leftOut: { place: string; page?: number; kind: Kind; text: string }[];
}

export interface Doubt {
  place: string;
  page?: number;
  /** Offset in the source, in UTF-16 code units. */
  offset: number;
  /** The page of a PDF, from 1: nobody can count its lines. */
  sheet?: number;
  /** What the source has there; may be empty. */
  words: string;
  reason: string;
  /** The entry for `corrections.yaml` that would reverse the decision. */
  correction?: Corrections;
}

export function reportCoverage(
  source: string,
  path: string,
  encoding: string,
  paper: Paper,
  warnings: Warning[],
): Ledger {
  const placeAt = placesIn(path, source);
  const placeOf = (offset: number): string => formatPlace(placeAt(offset));
  const entryFor = startEntries(source, paper.sheets);
  const { coverage } = paper;
  const { sheets } = paper;
  const sheetAt = (offset: number) =>
    path.toLowerCase().endsWith('.pdf') && sheets.starts.length > 0
      ? { sheet: indexAtOrBefore(sheets.starts, offset) + sheets.first }
      : {};
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
      .map(({ offset, reason, correction }) => ({
        place: placeOf(offset),
        ...pageAt(offset),
        ...sheetAt(offset),
        offset,
        words: wordsAt(source, offset),
        reason,
        ...(correction ? { correction: entryFor(offset, correction) } : {}),
      })),
    leftOut: leftOutIn(spans, source).map(({ offset, kind, text }) => ({
      place: placeOf(offset),
      ...pageAt(offset),
      kind,
      text,
    })),
  };
}

/** The beginning of what the source has at a place, up to the end of the line; empty if a doubt is not about words. */
function wordsAt(source: string, offset: number): string {
  if (offset === 0) return '';
  const [line = ''] = /^[^\r\n\f]*/.exec(source.slice(offset, offset + MAX_LINE)) ?? [];
  const words = line.replace(/\s+/g, ' ').trim();
  if (!/\p{L}.*\p{L}/u.test(words)) return '';
  return cutAt(words, MAX_WORDS);
}
const MAX_WORDS = 40;
const MAX_LINE = 200;

const reportedKinds = new Set<Kind | 'remainder'>(['editorial', 'other language', 'running head']);

/** The parts that are left out, without repetitions and with normalised white space. */
function leftOutIn(spans: Ledger['spans'], source: string): { offset: number; kind: Kind; text: string }[] {
  const parts: { offset: number; end: number; kind: Kind }[] = [];
  for (const [start, end, kind] of spans) {
    const last = parts.at(-1);
    if (kind === 'remainder' || !reportedKinds.has(kind)) continue;
    // Blank lines may separate lines of a part; a full stop or closing bracket ends it.
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
    // Running heads differ from page to page only in their number.
    const key = text.replace(/\d+/g, '').trim();
    const isNew = key !== '' && !seen.has(key);
    seen.add(key);
    return isNew ? [{ offset, kind, text: cutAt(text, MAX_QUOTED) }] : [];
  });
}

const MAX_QUOTED = 200;

/** The ledger as Markdown. */
export function writeLedger({ source, sums, remainder, oddCharacters, doubts, leftOut }: Ledger): string {
  const rows = Object.entries(sums) as [Kind, number][];
  const lines = [
    `# Ledger of ${source.path}`,
    '',
    `${source.characters} characters, read as ${source.encoding}.`,
    '',
    '| kind | characters | |',
    '| --- | ---: | --- |',
    ...rows.map(
      ([kind, count]) => `| ${kind} | ${count} | ${dropped[kind] ? `dropped: ${dropped[kind]}` : ''} |`,
    ),
    `| unclassified | ${remainder} | |`,
    '',
    `## Doubts (${doubts.length})`,
    '',
    ...(doubts.length === 0 ? ['None.'] : []),
    ...doubts.map(({ place, page, sheet, words, reason }) => {
      const where = sheet === undefined ? place : `${source.path}, page ${sheet}`;
      return `- ${withPage(where, page)}${words === '' ? '' : `, “${words}”`}: ${reason}`;
    }),
    '',
    ...proposalsIn(doubts),
    `## Left out (${leftOut.length})`,
    '',
    'Printed text that is in no chapter. Please check that nothing of it is missing there.',
    '',
    ...leftOut.map(({ place, page, kind, text }) => `- ${withPage(place, page)}, ${kind}: ${text}`),
    '',
    `## Odd characters (${oddCharacters.length})`,
    '',
    ...(oddCharacters.length === 0 ? ['None.'] : []),
    ...oddCharacters.map(
      ({ kind, character, places }) =>
        `- U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')} ${kind}, ${places.length === 1 ? 'once' : `${places.length} times`}: ${places.slice(0, 10).join(', ')}${places.length > 10 ? ' …' : ''}`,
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The corrections of a paper, merged into one YAML file. */
export const writeCorrections = (corrections: Corrections[]): string =>
  stringify(
    {
      ...Object.assign({}, ...corrections),
      ...(corrections.some(({ lines }) => lines)
        ? { lines: corrections.flatMap(({ lines = [] }) => lines) }
        : {}),
    },
    { lineWidth: 0 },
  );

const correctionsOf = (doubts: Doubt[]): Corrections[] =>
  doubts.flatMap(({ correction }) => (correction ? [correction] : []));

function proposalsIn(doubts: Doubt[]): string[] {
  const proposed = correctionsOf(doubts);
  return proposed.length === 0
    ? []
    : [
        '### Proposed corrections',
        '',
        'If a doubt is justified, put its entry into `corrections.yaml`, in the same folder, and import the paper again.',
        '',
        '```yaml',
        writeCorrections(proposed).trimEnd(),
        '```',
        '',
      ];
}

/** The template for an editor’s corrections, with the proposals of the doubts commented out. */
export function writeTemplate({ doubts }: Ledger): string {
  const proposed = correctionsOf(doubts);
  return [
    '# Corrections of the import. Import the paper again after changing this file; your edits to the dossier are kept.',
    '# index.html, in the same folder, shows each page of the file beside the result of the import.',
    '#',
    '# pages: [2, 33]       the first and last page of the paper in the file',
    '# first-page: 126      the number of the first page, if no page numbers are printed',
    '# title: …             the correct title',
    '# authors: [A, B]      the authors’ names as printed',
    '# journal: …           also year, volume and issue',
    '# lang: zh-Hant        the language of the paper',
    '# lines:               lines that were taken for something else:',
    '#   - line: 30 See     the beginning of the line',
    '#     page: 3          the page of the file, from 1, if lines on several pages begin in this way',
    '#     nth: 2           which of several such lines of the page',
    '#     to: …            the beginning of the last line, if there are several',
    `#     is: note         ${lineKinds.join(', ')}`,
    '#     level: 2         the level of a heading; 1 begins a chapter',
    ...(proposed.length === 0
      ? []
      : [
          '#',
          '# Proposals from the doubts; uncomment those that are right:',
          '#',
          ...writeCorrections(proposed)
            .trimEnd()
            .split('\n')
            .map((line) => `# ${line}`),
        ]),
    '',
  ].join('\n');
}

/** Returns a function that writes the entry for a line, naming it by its first words. */
function startEntries(
  source: string,
  { starts, first }: Paper['sheets'],
): (offset: number, correction: Correction) => Corrections {
  const lines = divideLines(source).filter(({ text }) => text !== '');
  const pageAt = (offset: number): number =>
    (starts.length === 0 ? 0 : indexAtOrBefore(starts, offset)) + first;
  const byPage = Map.groupBy(lines, ({ start }) => pageAt(start));
  return (offset, correction) => {
    const line = itemAt(lines, offset);
    if (!('is' in correction) || !line) return correction as Corrections;
    const page = pageAt(line.start);
    const onPage = byPage.get(page)!;
    const name = nameLine(
      onPage.map(({ text }) => text),
      onPage.indexOf(line),
    );
    return { lines: [{ ...(starts.length > 1 ? { page } : {}), ...name, ...correction }] };
  };
}

const withPage = (place: string, page: number | undefined): string =>
  page === undefined ? place : `${place}, p. ${page}`;
