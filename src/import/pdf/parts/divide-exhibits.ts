import { addExhibit } from '../../text/exhibits.ts';
import { captionPatterns } from '../../words/paper-words.ts';
import type { DividedRows } from '../lines/divide-rows.ts';
import { exhibitsOnPage, type FoundExhibit } from './page-exhibits.ts';
import { isFullBody } from '../lines/line-shape.ts';
import type { BodyType } from '../lines/learn-type.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { PlacedLine } from '../lines/place-lines.ts';
import type { Reading } from '../reading.ts';

interface DividedExhibits {
  exhibits: FoundExhibit[];
  /** The running text. */
  running: PlacedLine[];
}

/**
 * Takes the figures and tables out of all pages; a table may continue on the next page. `headings` are the lines of
 * known headings, `firstSheet` is the number of the paper’s first page.
 */
export function divideExhibits(
  pages: { number: number; lines: PlacedLine[] }[],
  { sheets, type }: DividedRows,
  headings: ReadonlySet<TypeLine>,
  firstSheet: number,
  { at, omit, warn }: Reading,
): DividedExhibits {
  const exhibits: FoundExhibit[] = [];
  const running: PlacedLine[] = [];
  const loose: PlacedLine[] = [];
  let open: FoundExhibit | undefined;
  for (const { number, lines } of pages) {
    // Names, abstract and dates between title and text are often small.
    const head = number === firstSheet && exhibits.length === 0 ? headOf(lines, type) : [];
    running.push(...head);
    const found = exhibitsOnPage(
      lines.slice(head.length),
      sheets[number]?.rules ?? [],
      type,
      headings,
      head.length === 0 ? open : undefined,
      running.at(-1),
    );
    open = found.open;
    for (const exhibit of found.exhibits) addExhibit(exhibits, exhibit);
    running.push(...at(found.text));
    loose.push(...at(found.loose));
    omit('editorial', at(found.editorial));
    for (const { start } of at(found.inCells))
      warn(
        start,
        'lines with gaps form columns, but no caption calls them a table; they are read line by line as text',
        { is: 'left out' },
      );
  }
  omit('table', loose);
  doubtLoose(loose, at(exhibits.flatMap(({ kind, caption }) => (kind === 'table' ? [caption] : []))), warn);
  return { exhibits, running };
}

/** Warns of each stretch of loose lines; below the caption of a table they may be its rows. */
function doubtLoose(loose: PlacedLine[], tables: PlacedLine[], warn: Reading['warn']): void {
  const isBelowTable = ({ sheet, start }: PlacedLine): boolean =>
    tables.some((caption) => caption.start < start && caption.sheet >= sheet - 1);
  for (const [i, line] of loose.entries())
    if (line.number !== (loose[i - 1]?.number ?? NaN) + 1)
      warn(
        line.start,
        'lines in small type that belong to no numbered figure or table; they are in no chapter',
        { is: isBelowTable(line) ? 'table' : 'paragraph' },
      );
}

/** The lines before the first line of running text, up to a figure or table. */
function headOf(lines: PlacedLine[], type: BodyType): PlacedLine[] {
  const end = lines.findIndex(
    (line) => isFullBody(line, type) || captionPatterns.some(({ pattern }) => pattern.test(line.text.trim())),
  );
  return lines.slice(0, Math.max(end, 0));
}
