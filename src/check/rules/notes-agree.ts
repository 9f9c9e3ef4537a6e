import type { Chapter, Mark, Note } from '../../read/dossier.ts';
import type { Finding, Rule } from '../rule.ts';

/** A note is marked in the same unit in every edition, and cites the same works at the same places. */
export const notesAgree: Rule = {
  id: 'notes-agree',
  isConsequent: true,
  *judge({ chapters, settings }) {
    const [leading, ...others] = settings.value.editions;
    const written = (edition: string | undefined) => chapters.filter((one) => one.edition === edition);
    const led = new Map(
      written(leading?.id)
        .flatMap(({ notes }) => notes)
        .map((note) => [note.number, note]),
    );
    const ledMarks = new Map(
      written(leading?.id)
        .flatMap(({ marks }) => marks)
        .map((mark) => [mark.number, mark]),
    );
    for (const { id: edition } of others) {
      for (const note of written(edition).flatMap(({ notes }) => notes)) {
        const partner = led.get(note.number);
        if (partner && cited(note) !== cited(partner)) {
          yield {
            within: `note ${note.label}`,
            place: note.place,
            cause: partner.place,
            reason: `Unexpected citations in note ${note.label} (${cited(note)}), expected ${cited(partner)} as in edition ${leading?.id}`,
          };
        }
      }
      const marks = new Map(
        written(edition)
          .flatMap(({ marks: own }) => own)
          .map((mark) => [mark.number, mark]),
      );
      for (const mark of marks.values()) {
        const partner = ledMarks.get(mark.number);
        if (!partner || (partner.segment === mark.segment && partner.unit === mark.unit)) continue;
        yield {
          within: mark.segment,
          place: mark.place,
          cause: partner.place,
          reason: `Unexpected mark of note ${mark.number} at ${mark.segment}-${mark.unit}, expected it at ${partner.segment}-${partner.unit} as in edition ${leading?.id}`,
        };
      }
      yield* unmarked([...ledMarks.values()], marks, written(edition));
      yield* unmarked([...marks.values()], ledMarks, written(leading?.id));
    }
  },
};

/** The segments where a note should be marked, as it is in another edition. */
function* unmarked(marks: Mark[], found: Map<number, Mark>, chapters: Chapter[]): Generator<Finding> {
  for (const { number, segment, unit, place } of marks) {
    const partner = chapters.flatMap(({ segments }) => segments).find(({ id }) => id === segment);
    if (found.has(number) || !partner) continue;
    yield {
      within: segment,
      place: partner.place,
      cause: place,
      reason: `Unexpected absence of the mark of note ${number} in segment ${segment}, expected it at ${segment}-${unit} as in the other edition`,
    };
  }
}

const cited = ({ citations }: Note): string =>
  citations
    .map(({ key, locator }) =>
      locator ? `${key}, ${locator.label} ${locator.value.replace(/[–—]/g, '-')}` : key,
    )
    .join('; ') || 'no work';
