import { lexiconAgrees } from '../lexicon-agrees.ts';
import { compoundsOf, namesOf } from '../../language/names.ts';
import { knowsStates } from '../../language/regions.ts';
import type { Rule } from '../rule.ts';

export const namesAgree: Rule = {
  id: 'names-agree',
  // Actors do not count: every dossier gives their names itself.
  knows: knowsStates,
  isSuppressedByCause: true,
  *judge(dossier) {
    const { editions } = dossier.settings.value;
    yield* lexiconAgrees(
      dossier,
      namesOf(editions, dossier.actors, knowsStates),
      'name',
      compoundsOf(editions),
    );
  },
};
