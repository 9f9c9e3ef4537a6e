import { correctDocument } from './corrections/correct-document.ts';
import {
  placeCorrections,
  type Corrections,
  type LineKind,
  type UnusableCorrection,
  type PlacedCorrection,
} from './corrections/corrections.ts';
import type { Kind } from './coverage.ts';
import { readAuthor } from './words/bylines.ts';
import type { PaperText } from './import-paper.ts';
import { divideLines } from './lines.ts';
import type { Paper } from './paper.ts';
import { readDocument } from './document/read-document.ts';
import { readText } from './text/read-text.ts';
import { findDoubts } from './document/text-doubts.ts';
import { startWarnings, type Warning } from './warning.ts';

/**
 * Reads a source of any format and applies its corrections. `firstPage` is the number of its first page, if the source
 * does not give it.
 */
export function readSource(
  { text, document: given, dropped, corrections = {} }: PaperText,
  firstPage = corrections['first-page'],
): { paper: Paper; unusable: UnusableCorrection[] } {
  const document = given ?? readText(text, firstPage, corrections.pages);
  const { firstSheet } = document;
  const starts = document.pages.map(({ start }) => start);
  const { placed, unusable } = placeCorrections(
    corrections.lines ?? [],
    divideLines(text).filter((line) => line.text !== ''),
    starts,
    firstSheet,
  );
  const { lang } = corrections;
  const readWith = (some: PlacedCorrection[]) => {
    const corrected = correctDocument(document, some);
    const metadata = lang === undefined ? document.metadata : { ...document.metadata, lang };
    return { ...corrected, read: readDocument({ ...corrected.document, metadata }, firstPage) };
  };
  const needed = withoutNeedless(placed, (some) => readWith(some).read);
  const { read, unusable: unusableInDocument } = readWith(needed);
  const last = firstSheet === undefined ? undefined : starts.length + firstSheet - 1;
  const { warnings, warn } = startWarnings();
  if (dropped)
    warn(
      0,
      `control characters were dropped: ${dropped.count} (${dropped.codes.join(', ')}), lines: ${dropped.lines.slice(0, 10).join(', ')}; characters may be missing there`,
    );
  warnings.push(...read.warnings);
  findDoubts(read, text, given === undefined, warn);
  return {
    paper: withoutSettledDoubts({ ...read, warnings }, corrections, placed),
    unusable: [
      ...unusable,
      ...(corrections.pages && corrections.pages[1] > (last ?? 0)
        ? [
            {
              keys: ['pages'],
              reason: `Unexpected page ${corrections.pages[1]}, expected ${last === undefined ? 'no pages, since the text does not show where they begin' : `at most ${last}, the last page of the file`}`,
            },
          ]
        : []),
      ...unusableInDocument,
      ...needed
        .filter(({ index }) => !unusableInDocument.some(({ keys }) => keys[1] === index))
        .flatMap((one) => withoutEffect(one, read)),
    ],
  };
}

/**
 * The corrections without those that leave out a line that is left out anyway: to take out the line that identifies a
 * journal’s notice would turn the rest of the notice into text.
 */
function withoutNeedless(
  placed: PlacedCorrection[],
  readWith: (some: PlacedCorrection[]) => Paper,
): PlacedCorrection[] {
  const isOut = ({ start, end }: PlacedCorrection, { coverage }: Paper): boolean => {
    for (let at = start; at < end; at++) {
      const kind = coverage.kindAt(at);
      if (kind !== undefined && !LEFT_OUT.has(kind)) return false;
    }
    return true;
  };
  const others = placed.filter(({ is }) => is !== 'left out');
  if (others.length === placed.length) return placed;
  const read = readWith(others);
  const needed = placed.filter((one) => others.includes(one) || !isOut(one, read));
  if (needed.length === placed.length) return placed;
  // What was left out anyway may be text without the lines that the others take out.
  const readAgain = readWith(needed);
  return placed.filter((one) => needed.includes(one) || !isOut(one, readAgain));
}

/** The kinds of text that is in no chapter. */
const LEFT_OUT = new Set<Kind>(['editorial', 'running head', 'other language', 'white space']);

const TEXT: Kind[] = ['body', 'abstract', 'citation', 'note mark', 'heading', 'heading number', 'keywords'];
/** The kinds that the characters of a line have after it was corrected. */
const kindsAfterCorrection: Record<LineKind, Kind[]> = {
  title: ['title'],
  heading: ['heading', 'heading number'],
  paragraph: TEXT,
  quotation: TEXT,
  'goes on': [...TEXT, 'title'],
  note: ['note label', 'note'],
  'note goes on': ['note'],
  table: ['table'],
  'running head': ['running head'],
  'left out': ['editorial'],
};

/** Reports a correction without effect, such as one of a line in a list or before the abstract. */
function withoutEffect({ index, is, start }: PlacedCorrection, { coverage }: Paper): UnusableCorrection[] {
  const kind = coverage.kindAt(start);
  return kind === undefined || kindsAfterCorrection[is].includes(kind)
    ? []
    : [
        {
          keys: ['lines', index, 'is'],
          reason: `Unexpected “${is}”, which has no effect on this line: it is still read as ${kind}`,
        },
      ];
}

/** Applies what the editor enters about the paper, and drops the doubts that corrections have settled. */
function withoutSettledDoubts(paper: Paper, corrections: Corrections, placed: PlacedCorrection[]): Paper {
  const isOpen = ({ offset, correction }: Warning): boolean =>
    correction === undefined ||
    ('is' in correction
      ? !placed.some(({ start, end }) => start <= offset && offset <= end)
      : Object.keys(correction).every((key) => !(key in corrections)));
  return {
    ...paper,
    title: corrections.title ?? paper.title,
    authors: corrections.authors?.map(readAuthor) ?? paper.authors,
    journal: corrections.journal ?? paper.journal,
    year: corrections.year ?? paper.year,
    volume: corrections.volume ?? paper.volume,
    issue: corrections.issue ?? paper.issue,
    warnings: paper.warnings.filter(isOpen),
  };
}
