import type { Kind } from '../coverage.ts';
import { sliceSource, type MappedText } from '../mapped-text.ts';
import type { SourceDocument } from '../source-document.ts';
import { learnSetting, unwrap, type UnwrapLines } from '../text/unwrap.ts';
import { startWarnings, type Warn, type Warning } from '../warning.ts';
import type { DividedRows } from './lines/divide-rows.ts';
import { placeLines, type PlacedLines } from './lines/place-lines.ts';

/** The text of a PDF with its lines, and what the stages of reading it record. */
export interface Reading extends PlacedLines {
  /** Records lines, or parts of them, that are in no edition. */
  omit: (kind: Kind, parts: { start: number; end: number }[]) => void;
  omitted: SourceDocument['omitted'];
  warn: Warn;
  warnings: Warning[];
  /** Joins the lines of a text. */
  unwrapLines: UnwrapLines;
  /** Joins the lines of a caption; its hyphens raise no doubts. */
  unwrapCaption: UnwrapLines;
  slice: (start: number, end: number) => MappedText;
  /** Warns of the words with a hyphen at a line’s end that may or may not belong to them. */
  doubtHyphens: () => void;
}

export function startReading(divided: DividedRows): Reading {
  const placed = placeLines(divided);
  const { source } = placed;
  const { warnings, warn } = startWarnings();
  const omitted: Reading['omitted'] = [];
  const slice = (start: number, end: number): MappedText => sliceSource(source, start, end);
  const setting = learnSetting(placed.all);
  /** The words, with the offset of their hyphens. */
  const undecided = { dropped: new Map<string, number>(), kept: new Map<string, number>() };
  return {
    ...placed,
    omit: (kind, parts) => {
      for (const { start, end } of parts) omitted.push({ kind, content: slice(start, end) });
    },
    omitted,
    warn,
    warnings,
    unwrapLines: (lines) =>
      unwrap(source, lines, setting, (line, word, isDropped) =>
        undecided[isDropped ? 'dropped' : 'kept'].set(word, line.end - 1),
      ),
    unwrapCaption: (lines) => unwrap(source, lines, setting),
    slice,
    doubtHyphens: () => {
      for (const [decision, found] of Object.entries(undecided)) {
        const [offset] = found.values();
        if (offset !== undefined)
          warn(
            offset,
            `hyphens that may only divide a word at the end of a line are ${decision} in these words: ${[...found.keys()].join(', ')}`,
          );
      }
    },
  };
}
