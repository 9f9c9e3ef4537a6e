import type { Rule } from '../rule.ts';

/** Whatever lies in the folders of a dossier is one of its files, under a name that can stand in an address. */
export const filesKnown: Rule = {
  id: 'files-known',
  *judge({ strays, settings }) {
    const editions = settings.value.editions.map(({ id }) => id).join(', ');
    for (const place of strays) {
      yield {
        place,
        reason:
          'Unexpected file, expected a chapter that dossier.yaml lists, cases/<slug>/case.yaml with texts, terms/<slug>.yaml or exhibits/figure-1.yaml',
        note: `Slugs are lower-case letters, digits and single hyphens; the editions are ${editions}.`,
      };
    }
  },
};
