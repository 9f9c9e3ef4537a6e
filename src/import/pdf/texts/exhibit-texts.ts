import { joinMapped, sliceMapped, type MappedText } from '../../mapped-text.ts';
import type { SourceBlock, SourceExhibit } from '../../source-document.ts';
import type { FoundExhibit } from '../parts/page-exhibits.ts';
import type { PlacedLine } from '../lines/place-lines.ts';
import type { Reading } from '../reading.ts';
import type { FootEntry } from './note-texts.ts';

/** The texts of figures and tables. Rows lose the marks of notes that no mark in the text refers to. */
export function exhibitTexts(
  exhibits: FoundExhibit[],
  blocks: SourceBlock[],
  atFeet: FootEntry[],
  { starts, at, omit, slice, unwrapCaption }: Reading,
): SourceExhibit[] {
  const sheetAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const inBlocks = new Set(
    blocks.flatMap(({ content, marks }) =>
      marks.flatMap(({ start, note }) =>
        'label' in note ? [nameOf(sheetAt(content.offsets[start]!), note.label)] : [],
      ),
    ),
  );
  const ofTables = new Set(
    atFeet.map(({ sheet, label }) => nameOf(sheet, label)).filter((mark) => !inBlocks.has(mark)),
  );
  const withoutMarks = ({ start, end, text, raised, sheet }: PlacedLine): MappedText => {
    const marks = raised
      .filter((mark) => ofTables.has(nameOf(sheet, text.slice(mark.start, mark.end))))
      .map((mark) => ({ start: start + mark.start, end: start + mark.end }));
    omit('note mark', marks);
    const edges = [start, ...marks.flatMap((mark) => [mark.start, mark.end]), end];
    return joinMapped(edges.flatMap((from, i) => (i % 2 === 0 ? [slice(from, edges[i + 1]!)] : [])));
  };
  return exhibits.map(({ kind, number, caption, captionLength, captionRest, rows, source }) => {
    const captionLines = at([caption, ...captionRest]);
    const { start } = captionLines[0]!;
    const endOfName = start + captionLength;
    omit('caption', [{ start, end: endOfName }]);
    const whole = unwrapCaption(captionLines);
    const from = whole.offsets.findIndex(
      (offset, i) => offset >= endOfName && whole.text.charAt(i).trim() !== '',
    );
    return {
      kind,
      number,
      start,
      title: sliceMapped(whole, from < 0 ? whole.text.length : from),
      rows: at(rows).map(withoutMarks),
      source: source.length > 0 ? unwrapCaption(at(source)) : undefined,
    };
  });
}

/** A name for a note mark: its page and its number. */
const nameOf = (sheet: number, label: number | string): string => `${sheet} ${label}`;
