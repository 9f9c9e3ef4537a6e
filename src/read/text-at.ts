import type { Chapter } from './dossier.ts';

/** The segment (`1.2.3`) or note (`note 4`) that a line of a chapter belongs to. */
export function textAt({ segments, notes }: Chapter, line: number): string | undefined {
  return [
    ...segments.map(({ id, place }) => ({ text: id, line: place.line })),
    ...notes.map(({ label, place }) => ({ text: `note ${label}`, line: place.line })),
  ]
    .sort((a, b) => a.line - b.line)
    .findLast((one) => one.line <= line)?.text;
}
