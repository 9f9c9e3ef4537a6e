import { writeLocator } from '../../model/locator.ts';
import { comparisonsOf, type Comparison } from '../../model/alignment.ts';
import type { Mark, Note, Segment } from '../../read/dossier.ts';
import { marksIn, notesIn, segmentsIn } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

export const notesAgree: Rule = {
  id: 'notes-agree',
  isSuppressedByCause: true,
  *judge(dossier) {
    const marksOf = (edition: string) =>
      new Map(marksIn(dossier, edition).map((mark) => [mark.number, mark]));
    for (const {
      root: { id: root },
      edition: { id: edition },
      by,
    } of comparisonsOf(dossier.settings.value.editions)) {
      const notesInRoot = new Map(notesIn(dossier, root).map((note) => [note.number, note]));
      for (const note of notesIn(dossier, edition)) {
        const partner = notesInRoot.get(note.number);
        if (partner && cited(note) !== cited(partner)) {
          yield {
            about: `note ${note.label}`,
            place: note.place,
            cause: partner.place,
            reason: `Unexpected citations in note ${note.label} (${cited(note)}), expected ${cited(partner)} as in edition ${root}`,
          };
        }
      }
      const [rootMarks, marks] = [marksOf(root), marksOf(edition)];
      for (const mark of marks.values()) {
        const partner = rootMarks.get(mark.number);
        if (!partner || placeIn(partner, by) === placeIn(mark, by)) continue;
        yield {
          about: mark.segment,
          place: mark.place,
          cause: partner.place,
          reason: `Unexpected mark of note ${mark.number} at ${placeIn(mark, by)}, expected it at ${placeIn(partner, by)} as in edition ${root}`,
        };
      }
      yield* unmarked([...rootMarks.values()], marks, segmentsIn(dossier, edition), by);
      yield* unmarked([...marks.values()], rootMarks, segmentsIn(dossier, root), by);
    }
  },
};

const placeIn = ({ segment, unit }: Mark, by: Comparison['by']): string =>
  by === 'unit' ? `${segment}-${unit}` : segment;

/** The segments in which a note should be marked, as in another edition. */
function* unmarked(
  marks: Mark[],
  found: Map<number, Mark>,
  segments: Segment[],
  by: Comparison['by'],
): Generator<Finding> {
  for (const mark of marks) {
    const { number, segment, place } = mark;
    const partner = segments.find(({ id }) => id === segment);
    if (found.has(number) || !partner) continue;
    yield {
      about: segment,
      place: partner.place,
      cause: place,
      reason: `Missing mark of note ${number} in segment ${segment}, expected it at ${placeIn(mark, by)} as in the other edition`,
    };
  }
}

/** The works that a note cites, as an editor writes them in its definition. */
const cited = ({ citations }: Note): string =>
  citations.length === 0
    ? 'no work'
    : `[${citations
        .map(({ key, locator }) =>
          locator ? `@${key}, ${writeLocator(locator).replace(/[–—]/g, '-')}` : `@${key}`,
        )
        .join('; ')}]`;
