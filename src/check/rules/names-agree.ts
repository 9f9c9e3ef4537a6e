import { lexiconAgrees } from '../lexicon-agrees.ts';
import { compoundsOf, namesOf } from '../names.ts';
import type { Rule } from '../rule.ts';

/** A state, or an actor of the dossier, that a unit names, its partner names as often. */
export const namesAgree: Rule = {
  id: 'names-agree',
  *judge(dossier) {
    yield* lexiconAgrees(dossier, namesOf(dossier), 'name', compoundsOf(dossier));
  },
};
