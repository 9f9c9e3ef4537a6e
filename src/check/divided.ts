import type { Segment } from '../read/dossier.ts';

/** What an editor may not know who has set a boundary between units in one of these texts of a segment. */
export function divisionOf(segments: Segment[]): string | undefined {
  const editions = segments.filter(({ isDivided }) => isDivided).map(({ edition }) => edition);
  return editions.length === 0
    ? undefined
    : `{/* | */} divides this segment of edition ${editions.join(' and ')} there and nowhere else: set one wherever a unit ends.`;
}
