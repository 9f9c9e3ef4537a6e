import type { SourceBlock, SourceDocument, SourceEntry } from '../source-document.ts';

/**
 * What raised numbers cite in a paper without notes whose list of works is numbered: they are no marks then. Undefined
 * where the numbers do not answer to the list.
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

/** The shares of the marks that answer to an entry, and of the entries that a mark answers to, at least. */
const ANSWERING = 0.7;
const CITED = 0.5;
