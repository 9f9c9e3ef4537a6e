import { addExhibit } from '../exhibits.ts';
import type { Line } from '../lines.ts';
import { captionPatterns } from '../paper-words.ts';
import { takeExhibits, type FoundExhibit } from './exhibits.ts';
import { isFullBody } from './find-title.ts';
import type { BareSheet } from './furniture.ts';
import type { BodyType } from './learn-type.ts';
import type { TypeLine } from './page-lines.ts';
import type { PlacedLine } from './place-lines.ts';

interface DividedExhibits {
  exhibits: FoundExhibit[];
  /** The running text. */
  running: PlacedLine[];
  /** Lines that are no running text, or that may be a table, as for a single page. */
  apart: Record<'inCells' | 'editorial' | 'loose', TypeLine[]>;
}

/** Takes the figures and tables out of all pages; a table may continue on the next page. */
export function divideExhibits(
  pages: { number: number; lines: Line[] }[],
  sheets: BareSheet[],
  type: BodyType,
  headings: ReadonlySet<TypeLine>,
  firstSheet: number,
): DividedExhibits {
  const exhibits: FoundExhibit[] = [];
  const running: PlacedLine[] = [];
  const apart: DividedExhibits['apart'] = { inCells: [], editorial: [], loose: [] };
  let open: FoundExhibit | undefined;
  for (const { number, lines } of pages) {
    // Names, abstract and dates between title and text are often small.
    const head = number === firstSheet && exhibits.length === 0 ? headOf(lines as PlacedLine[], type) : [];
    running.push(...head);
    const found = takeExhibits(
      (lines as PlacedLine[]).slice(head.length),
      sheets[number]?.rules ?? [],
      type,
      headings,
      head.length === 0 ? open : undefined,
      running.at(-1),
    );
    open = found.open;
    for (const exhibit of found.exhibits) addExhibit(exhibits, exhibit);
    running.push(...(found.text as PlacedLine[]));
    apart.inCells.push(...found.inCells);
    apart.editorial.push(...found.editorial);
    apart.loose.push(...found.loose);
  }
  return { exhibits, running, apart };
}

/** The lines before the first line of running text, up to a figure or table. */
function headOf(lines: PlacedLine[], type: BodyType): PlacedLine[] {
  const end = lines.findIndex(
    (line) => isFullBody(line, type) || captionPatterns.some(({ pattern }) => pattern.test(line.text.trim())),
  );
  return lines.slice(0, Math.max(end, 0));
}
