import { parseSegmentId } from '../model/segment-id.ts';

/** The id for a new paragraph after a segment, or at the start of a section if there is no segment before it. */
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
  // Existing ids are never reassigned; an inserted paragraph gets a letter.
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map(
    (letter) => `${chapter}.${subsection}.${paragraph}${letter}`,
  );
  return letters.find((id) => !taken.has(id)) ?? next;
}
