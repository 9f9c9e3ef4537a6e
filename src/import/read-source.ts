import { correctDocument } from './correct-document.ts';
import {
  placeCorrections,
  type Corrections,
  type LineKind,
  type Misfit,
  type PlacedCorrection,
} from './corrections.ts';
import type { Kind } from './coverage.ts';
import type { PaperText } from './import-paper.ts';
import { divideLines } from './lines.ts';
import { dividePages } from './pages.ts';
import type { Paper } from './paper.ts';
import { readDocument } from './read-document.ts';
import { readPaper } from './read-paper.ts';
import type { SourceDocument } from './source-document.ts';
import { findDoubts } from './text-doubts.ts';
import type { Warning } from './warning.ts';

/**
 * Reads a source, whatever it was, as its corrections say. `firstPage` is the number of its first page where the source
 * does not say it.
 */
export function readSource(
  { text, document, dropped, corrections = {} }: PaperText,
  firstPage = corrections['first-page'],
): { paper: Paper; misfits: Misfit[] } {
  const lines = divideLines(text).filter((line) => line.text !== '');
  const pages =
    document?.pages ?? dividePages(divideLines(text)).pages.map((page) => ({ start: page.start }));
  const { placed, misfits } = placeCorrections(
    corrections.lines ?? [],
    lines,
    pages.map(({ start }) => start),
    document?.firstSheet,
  );
  const read = document
    ? readCorrected(document, placed, corrections, firstPage)
    : { paper: readPaper(text, firstPage, { ...corrections, lines: placed }), misfits: [] };
  const isDivided = document ? document.firstSheet !== undefined : pages.length > 1;
  const outside =
    corrections.pages &&
    (!isDivided || corrections.pages[1] > pages.length + (document?.firstSheet ?? 1) - 1);
  const warnings: Warning[] = [
    ...(dropped
      ? [
          {
            offset: 0,
            reason: `${dropped.count} control characters (${dropped.codes.join(', ')}) were dropped, on the lines ${dropped.lines.slice(0, 10).join(', ')}; a sign may be missing there`,
          },
        ]
      : []),
    ...read.paper.warnings,
    ...findDoubts(read.paper, text, document === undefined),
  ];
  return {
    paper: settle({ ...read.paper, warnings }, corrections, placed),
    misfits: [
      ...misfits,
      ...(outside
        ? [
            {
              keys: ['pages'],
              reason: `Unexpected pages, expected ${isDivided ? `at most ${pages.length}` : 'none: nothing tells where one begins'}`,
            },
          ]
        : []),
      ...read.misfits,
      ...placed.flatMap((one) => withoutEffect(one, read.paper)),
    ],
  };
}

function readCorrected(
  document: SourceDocument,
  placed: PlacedCorrection[],
  { lang }: Corrections,
  firstPage: number | undefined,
): { paper: Paper; misfits: Misfit[] } {
  const { document: corrected, misfits } = correctDocument(document, placed);
  const metadata = lang === undefined ? corrected.metadata : { ...corrected.metadata, lang };
  return { paper: readDocument({ ...corrected, metadata }, firstPage), misfits };
}

const TEXT: Kind[] = ['body', 'abstract', 'citation', 'note mark', 'heading', 'heading number', 'keywords'];
/** What the characters of a line become that is what it is said to be. */
const becomes: Record<LineKind, Kind[]> = {
  title: ['title'],
  heading: ['heading', 'heading number'],
  paragraph: TEXT,
  quotation: TEXT,
  'goes on': [...TEXT, 'title'],
  note: ['note label', 'note'],
  'note goes on': ['note'],
  'running head': ['running head'],
  'left out': ['editorial'],
};

/** Says of a correction that nothing came of it, as where a line stands in a list or before the abstract. */
function withoutEffect({ index, is, start }: PlacedCorrection, { coverage }: Paper): Misfit[] {
  const kind = coverage.kindAt(start);
  return kind === undefined || becomes[is].includes(kind)
    ? []
    : [
        {
          keys: ['lines', index, 'is'],
          reason: `Unexpected “${is}” of a line where nothing came of it, expected something that it can be there: it is still read as ${kind}`,
        },
      ];
}

/** The paper under the title that an editor gives it, without the doubts that corrections have settled. */
function settle(paper: Paper, corrections: Corrections, placed: PlacedCorrection[]): Paper {
  const isOpen = ({ offset, correction }: Warning): boolean =>
    correction === undefined ||
    ('is' in correction
      ? !placed.some(({ start, end }) => start <= offset && offset <= end)
      : Object.keys(correction).every((key) => !(key in corrections)));
  return {
    ...paper,
    title: corrections.title ?? paper.title,
    warnings: paper.warnings.filter(isOpen),
  };
}
