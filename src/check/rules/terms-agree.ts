import { termLexemes } from '../../language/names.ts';
import { lexiconAgrees } from '../lexicon-agrees.ts';
import type { Rule } from '../rule.ts';

/** A glossary term is rendered as the glossary says: where one edition has it, every edition has it. */
export const termsAgree: Rule = {
  id: 'terms-agree',
  isConsequent: true,
  *judge(dossier) {
    const lexemes = termLexemes(dossier.settings.value.editions, dossier.terms);
    yield* lexiconAgrees(dossier, lexemes, 'term');
  },
};
