import { parseSegmentId } from '../model/segment-id.ts';

/** The id that a paragraph would be given behind a segment, or at the head of a section where there is none. */
export function freeIdAfter(before: string | undefined, section: number, taken: ReadonlySet<string>): string {
  const parts = before === undefined ? undefined : parseSegmentId(before);
  const [chapter, subsection, paragraph] =
    parts?.type === 'paragraph'
      ? [parts.section, parts.subsection, parts.paragraph]
      : parts?.type === 'heading'
        ? [parts.section, parts.subsection ?? 0, 0]
        : [section, 0, 0];
  const next = `${chapter}.${subsection}.${paragraph + 1}`;
  if (!taken.has(next)) return next;
  // An id that is there is never given anew, and what is put in takes a letter.
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map(
    (letter) => `${chapter}.${subsection}.${paragraph}${letter}`,
  );
  return letters.find((id) => !taken.has(id)) ?? next;
}
