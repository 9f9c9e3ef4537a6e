import type { Place } from '../../model/place.ts';
import type { Finding, Rule } from '../rule.ts';

/** Marks ascend through the paper, and so do the definitions of each chapter. */
export const notesOrdered: Rule = {
  id: 'notes-ordered',
  *judge({ chapters, settings }) {
    for (const { id: edition } of settings.value.editions) {
      const written = chapters.filter((one) => one.edition === edition);
      yield* descents(
        written.flatMap(({ marks }) => marks),
        'mark',
      );
      yield* descents(
        written.flatMap(({ notes }) => notes),
        'definition',
      );
    }
  },
};

function* descents(found: { number: number | undefined; place: Place }[], what: string): Generator<Finding> {
  let last = 0;
  for (const { number, place } of found) {
    if (number === undefined) continue;
    if (number < last)
      yield {
        place,
        reason: `Unexpected ${what} of note ${number} after note ${last}, expected numbers to ascend`,
      };
    last = number;
  }
}
