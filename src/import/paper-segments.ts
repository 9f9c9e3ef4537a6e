import { textOfInlines } from './bind-notes.ts';
import { readPaper } from './read-paper.ts';

/** A paragraph or the abstract of a paper as it is printed. */
export interface PaperSegment {
  /** With note marks as one character each. */
  text: string;
  /** First and last printed page, where they are known. */
  pages: [number, number] | undefined;
  /** Numbers, through the whole paper, of the notes marked in it. */
  notes: number[];
  /** Where it begins in the source: offset in UTF-16 code units. */
  offset: number;
}

/**
 * The segments of a paper that carry text, by id, in its order. `firstPage` is the number of its first printed page, where
 * the text does not say it.
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
