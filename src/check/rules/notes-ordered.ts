import type { Place } from '../../model/place.ts';
import { marksIn, notesIn } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

export const notesOrdered: Rule = {
  id: 'notes-ordered',
  *judge(dossier) {
    for (const { id: edition } of dossier.settings.value.editions) {
      yield* descents(marksIn(dossier, edition), 'mark');
      yield* descents(notesIn(dossier, edition), 'definition');
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
