import type { Rule } from '../rule.ts';

/** Whatever lies among the chapters is an edition and a chapter of dossier.yaml. */
export const chaptersListed: Rule = {
  id: 'chapters-listed',
  *judge({ strays, settings }) {
    const editions = settings.value.editions.map(({ id }) => id).join(', ');
    for (const place of strays) {
      yield {
        place,
        reason: `Unexpected file among the chapters, expected one that dossier.yaml lists, in one of its editions (${editions})`,
      };
    }
  },
};
