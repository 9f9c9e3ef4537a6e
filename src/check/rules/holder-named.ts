import { NOTE_MARK } from '../../model/units.ts';
import type { Rule } from '../rule.ts';

/**
 * A sentence that evaluates says within itself whose view it is. The words that evaluate, and those that name a holder,
 * are listed by edition under `voice` in dossier.yaml; a word is found inside others.
 */
export const holderNamed: Rule = {
  id: 'holder-named',
  *judge({ chapters, settings }) {
    const { voice } = settings.value;
    for (const { edition, segments } of chapters) {
      const { evaluative = [], holders = [] } = voice[edition] ?? {};
      for (const { id, units } of segments) {
        for (const { index, text, place } of units) {
          const written = text.replaceAll(NOTE_MARK, '').toLowerCase();
          const word = evaluative.find((one) => written.includes(one.toLowerCase()));
          if (word === undefined || holders.some((one) => written.includes(one.toLowerCase()))) continue;
          yield {
            text: `${id}-${index}`,
            level: 'todo',
            place,
            reason: `Unexpected evaluation “${word}” without a holder in ${id}-${index}, expected the sentence to say whose view it is`,
          };
        }
      }
    }
  },
};
