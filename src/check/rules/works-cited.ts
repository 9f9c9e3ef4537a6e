import { isTextWhole, notesIn, segmentsIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';
import { strayNotationOf } from '../stray-notation.ts';

export const worksCited: Rule = {
  id: 'works-cited',
  *judge(dossier) {
    if (!isTextWhole(dossier)) return;
    const cited = new Set(notesIn(dossier).flatMap(({ citations }) => citations.map(({ key }) => key)));
    // Malformed citations count, since they are reported separately.
    for (const { label } of strayNotationOf(dossier, 'citation', 'citationPart')) cited.add(label);
    for (const { scheme, id } of segmentsIn(dossier).flatMap(({ targets }) => targets))
      if (scheme === 'work') cited.add(id);
    for (const { id, value, at } of dossier.works)
      if (!cited.has(id) && value.custom?.printed === undefined)
        yield {
          level: 'todo',
          place: at('id'),
          reason: `Missing citation of work “${id}”, expected a note with [@${id}]`,
        };
  },
};
