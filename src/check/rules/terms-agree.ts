import { termLexemes } from '../../language/names.ts';
import { lexiconAgrees } from '../lexicon-agrees.ts';
import type { Rule } from '../rule.ts';

export const termsAgree: Rule = {
  id: 'terms-agree',
  isSuppressedByCause: true,
  *judge(dossier) {
    const lexemes = termLexemes(dossier.settings.value.editions, dossier.terms);
    yield* lexiconAgrees(dossier, lexemes, 'term');
  },
};
