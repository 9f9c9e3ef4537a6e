import { takeLists } from '../text/lists.ts';
import type { SourceDocument } from '../source-document.ts';
import { beginAtTitle } from './parts/begin-at-title.ts';
import { textBlocks, titleBlocks } from './texts/block-texts.ts';
import { divideExhibits } from './parts/divide-exhibits.ts';
import { divideRows } from './lines/divide-rows.ts';
import { exhibitTexts } from './texts/exhibit-texts.ts';
import { keepPaper } from './parts/keep-paper.ts';
import { learnMarks } from './texts/marks.ts';
import { doubtTextLayer, mendTextLayer } from './glyphs/mend-text-layer.ts';
import { footEntries, listEntries } from './texts/note-texts.ts';
import { numberedHeadings } from './parts/numbered-headings.ts';
import { ownNotes } from './texts/own-notes.ts';
import type { PageContent } from './glyphs/page-glyphs.ts';
import { pageLayouts } from './texts/page-layouts.ts';
import { startReading } from './reading.ts';
import { takeAsides } from './parts/take-asides.ts';
import { takeHeads } from './parts/take-heads.ts';

/** A paper, or one sentence on why it cannot be read. */
export type ReadPdf = SourceDocument | { refusal: string };

/**
 * Reads a paper from a PDF, or says in one sentence why it cannot. `range` are the first and last page of the paper,
 * from 1; `onPage` is called after each page. Only this function loads pdf.js.
 */
export async function readPdf(
  bytes: Uint8Array,
  range?: [number, number],
  onPage?: (number: number) => void,
): Promise<ReadPdf> {
  const { openPdf } = await import('./glyphs/open-pdf.ts');
  const opened = await openPdf(bytes, onPage);
  if ('refusal' in opened) return opened;
  // Pages that the file does not have are reported with the other corrections.
  const [first, last] = range && range[0] <= opened.pages.length ? range : [1, opened.pages.length];
  return readPages(opened.pages.slice(first - 1, last), opened.title, first);
}

/**
 * Reads a paper by the positions and type on its pages: glyphs become lines, lines are divided into the parts of a
 * paper, and these become texts. Each stage takes its part out of the lines that the stages before it left, until
 * running text remains. `firstPage` is the number in the file of the first of the pages.
 */
export function readPages(given: PageContent[], documentTitle: string | undefined, firstPage = 1): ReadPdf {
  // glyphs/: what pdf.js read becomes what is printed.
  const layer = mendTextLayer(given);
  if ('refusal' in layer) return layer;

  // lines/: glyphs become lines, in reading order.
  const divided = divideRows(layer.pages);
  const { type, heads, footnotes, crossed } = divided;
  const reading = startReading(divided);
  const { at, warn } = reading;
  doubtTextLayer(layer, reading);
  for (const { start } of at(crossed))
    warn(start, 'many lines of this page cross its columns; the order of lines may be wrong');

  // parts/: what is not the paper’s leaves first.
  const metadata = takeAsides(divided, reading);
  const opened = beginAtTitle(divided, documentTitle, reading);
  const paper = keepPaper(divided, opened, reading);

  // Lists have headings. They leave before figures are sought, since their type is small too.
  const { pages, lists } = takeLists(
    paper.pages.map(({ sheet, lines }) => ({ number: sheet, lines: at(lines) })),
  );
  const headings = numberedHeadings(
    pages.flatMap(({ lines }) => lines),
    type,
  );
  const inHeadings = new Set(headings.flat());
  const { exhibits, running } = divideExhibits(pages, divided, inHeadings, opened.firstSheet, reading);

  // paragraphs/ and texts/: lines become texts.
  const written = learnMarks(footnotes.hasRomans, paper.notes, lists);
  const text = textBlocks(running, headings, type, written, reading);
  const blocks = [...titleBlocks(opened, written, reading), ...text];
  const atFeet = footEntries(paper, reading);
  const listed = listEntries(lists, reading);
  // Notices tell volume and issue before running heads do, so these are left out last.
  takeHeads(heads, reading);
  reading.doubtHyphens();

  return {
    text: reading.source,
    ...ownNotes(blocks, atFeet, listed, opened.firstSheet, reading),
    exhibits: exhibitTexts(exhibits, blocks, atFeet, reading),
    omitted: reading.omitted,
    pages: reading.starts.map((start, sheet) => ({
      start,
      number: paper.offset === undefined ? undefined : Math.max(sheet + paper.offset, 1),
    })),
    firstSheet: firstPage,
    layout: pageLayouts(layer.pages, divided, reading),
    metadata,
    warnings: reading.warnings,
  };
}
