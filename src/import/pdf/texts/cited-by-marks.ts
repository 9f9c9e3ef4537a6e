import type { SourceBlock, SourceDocument, SourceEntry } from '../../source-document.ts';

/**
 * The citations by raised numbers in a paper without notes that has a numbered reference list: such numbers are not
 * note marks. Undefined if the numbers do not match the list.
 */
export function citedByMarks(blocks: SourceBlock[], references: SourceEntry[]): SourceDocument['citations'] {
  const places = new Map(
    references.flatMap(({ label, content, start }, place) =>
      (content.offsets[0] ?? start) > start ? [[label, place] as const] : [],
    ),
  );
  const marks = blocks.flatMap(({ content, marks }) =>
    marks.flatMap(({ start, end, note }) => {
      const reference = 'label' in note ? places.get(note.label) : undefined;
      const [from, to] = [content.offsets[start], content.offsets[end - 1]];
      return reference === undefined || from === undefined || to === undefined
        ? []
        : [{ start: from, end: to + 1, reference }];
    }),
  );
  const all = blocks.reduce((sum, { marks }) => sum + marks.length, 0);
  const cited = new Set(marks.map(({ reference }) => reference)).size;
  return all > 0 && marks.length >= all * ANSWERING && cited >= references.length * CITED
    ? marks.sort((a, b) => a.start - b.start)
    : undefined;
}

/** The minimum shares of marks that match an entry, and of entries that are marked. */
const ANSWERING = 0.7;
const CITED = 0.5;
