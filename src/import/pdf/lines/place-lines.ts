import { columns, type Line } from '../../lines.ts';
import type { DividedRows } from './divide-rows.ts';
import type { TypeLine } from './page-lines.ts';

/** A line with its offsets in the document’s text. */
export type PlacedLine = TypeLine & Line;

/** The text of a document, and the places in it of its lines. */
export interface PlacedLines {
  source: string;
  /** The offsets at which pages begin. */
  starts: number[];
  /** Those of the given lines that are in the text, in their order. */
  at: (lines: TypeLine[]) => PlacedLine[];
  all: PlacedLine[];
}

/** Writes the lines of all pages one after another: running heads, text, notes, and what is beside them. */
export function placeLines({ heads, bodies, footnotes, besides, boxed }: DividedRows): PlacedLines {
  const all: PlacedLine[] = [];
  const starts: number[] = [];
  let source = '';
  const atFeet = Map.groupBy(
    [...footnotes.notes.flatMap(({ lines }) => lines), ...footnotes.strays],
    ({ sheet }) => sheet,
  );
  heads.forEach((head, sheet) => {
    starts.push(source.length);
    const foot = [...(atFeet.get(sheet) ?? [])].sort((a, b) => a.y - b.y);
    const aside = sheet === 0 ? [...besides[0]!, ...boxed] : besides[sheet]!;
    for (const line of [...head, ...(bodies[sheet] ?? []), ...foot, ...aside]) {
      const { text, x0, x1, left, right, size } = line;
      const placed: PlacedLine = Object.assign(line, {
        number: all.length + 1,
        start: source.length,
        end: source.length + text.length,
        indent: Math.max(0, Math.round((x0 - left) / (size / 2))),
        trailing: x1 < right - size,
        width: columns(text),
        startsPage: false,
      });
      all.push(placed);
      source += `${text}\n`;
    }
  });
  const known = new Set<TypeLine>(all);
  const isKnown = (line: TypeLine): line is PlacedLine => known.has(line);
  return { source, starts, at: (lines) => lines.filter(isKnown), all };
}
