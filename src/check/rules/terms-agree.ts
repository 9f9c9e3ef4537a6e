import { lexiconAgrees } from '../lexicon-agrees.ts';
import type { Rule } from '../rule.ts';

/** A glossary term is rendered as the glossary says: where one edition has it, every edition has it. */
export const termsAgree: Rule = {
  id: 'terms-agree',
  *judge(dossier) {
    const editions = dossier.settings.value.editions.map(({ id }) => id);
    const lexemes = dossier.terms.map(({ id, value }) => ({
      id,
      forms: Object.fromEntries(
        editions.map((edition) => [edition, [value.name[edition] ?? [], value.forms[edition] ?? []].flat()]),
      ),
    }));
    yield* lexiconAgrees(dossier, lexemes, 'term');
  },
};
