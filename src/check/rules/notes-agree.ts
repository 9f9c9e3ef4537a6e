import type { Note } from '../../read/dossier.ts';
import type { Rule } from '../rule.ts';

/** A note is marked in the same unit in every edition, and cites the same works at the same places. */
export const notesAgree: Rule = {
  id: 'notes-agree',
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
            place: note.place,
            cause: partner.place,
            reason: `Unexpected citations in note ${note.label} (${cited(note)}), expected ${cited(partner)} as in edition ${leading?.id}`,
          };
        }
      }
      for (const mark of written(edition).flatMap(({ marks }) => marks)) {
        const partner = ledMarks.get(mark.number);
        if (!partner || (partner.segment === mark.segment && partner.unit === mark.unit)) continue;
        yield {
          place: mark.place,
          cause: partner.place,
          reason: `Unexpected mark of note ${mark.number} at ${mark.segment}-${mark.unit}, expected it at ${partner.segment}-${partner.unit} as in edition ${leading?.id}`,
        };
      }
    }
  },
};

const cited = ({ citations }: Note): string =>
  citations
    .map(({ key, locator }) =>
      locator ? `${key}, ${locator.label} ${locator.value.replace(/[–—]/g, '-')}` : key,
    )
    .join('; ') || 'no work';
