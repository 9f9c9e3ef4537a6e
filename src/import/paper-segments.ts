import { textOfInlines } from './document/bind-notes.ts';
import { readDocument } from './document/read-document.ts';
import type { Paper } from './paper.ts';
import { readText } from './text/read-text.ts';

/**
 * Reads the plain text of a paper. `firstPage` is the printed number of its first page, if the text does not give it.
 */
export const readPaper = (source: string, firstPage?: number): Paper =>
  readDocument(readText(source, firstPage), firstPage);

/** A printed paragraph, or the abstract, of a paper. */
export interface PaperSegment {
  /** Each note mark counts as one character. */
  text: string;
  /** First and last printed page, if known. */
  pages: [number, number] | undefined;
  /** The paper-wide numbers of the notes marked in it. */
  notes: number[];
  /** Its offset in the source, in UTF-16 code units. */
  offset: number;
}

/**
 * The segments of a paper with text, by id, in order. `firstPage` is the number of its first printed page, if the text
 * does not give it.
 */
export function readSegments(source: string, firstPage: number | undefined): Map<string, PaperSegment> {
  const { sections, pages, pageAt } = readPaper(source, firstPage);
  const segments = new Map<string, PaperSegment>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.type !== 'paragraph') continue;
    const { id, inlines } = block;
    const offsets = inlines.flatMap(({ content }) => content.offsets);
    const [first = 0, last = 0] = [offsets[0], offsets.at(-1)];
    const notes = inlines.flatMap((inline) => (inline.type === 'mark' ? [inline.note] : []));
    const before = segments.get(id);
    segments.set(id, {
      text: (before?.text ?? '') + textOfInlines(inlines),
      pages: pages && [before?.pages?.[0] ?? pageAt(first), pageAt(last)],
      notes: [...(before?.notes ?? []), ...notes],
      offset: before?.offset ?? first,
    });
  }
  return segments;
}
