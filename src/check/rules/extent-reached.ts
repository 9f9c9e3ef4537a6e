import { isTextWhole } from '../../read/text-in.ts';
import { countDossier } from '../count-dossier.ts';
import type { Rule } from '../rule.ts';

export const extentReached: Rule = {
  id: 'extent-reached',
  *judge(dossier) {
    const { settings } = dossier;
    const { extent } = settings.value.paper;
    if (!extent) return;
    for (const { edition, paragraphs, notes } of countDossier(dossier)) {
      // Counting makes no sense if a chapter cannot be read.
      if (!isTextWhole(dossier, edition)) continue;
      for (const [what, has, whole] of [
        ['paragraphs', paragraphs, extent.paragraphs],
        ['notes', notes, extent.notes],
      ] as const) {
        if (has === whole) continue;
        yield {
          level: has < whole ? 'todo' : 'error',
          place: settings.at('paper', 'extent', what),
          reason: `Unexpected count of ${has} ${what} in edition ${edition}, expected ${whole}`,
        };
      }
    }
  },
};
