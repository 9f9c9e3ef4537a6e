import { textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

const HAN = /\p{Script=Han}/u;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]+/gu;

/** What a Chinese unit gives in Latin script, a name or an acronym, its partner in a Latin script has as well. */
export const latinNamesAgree: Rule = {
  id: 'latin-names-agree',
  *judge(dossier) {
    for (const { id: text, sides } of textPairs(dossier)) {
      for (const [here, there] of [sides, [sides[1], sides[0]]] as const) {
        if (!HAN.test(here.text) || HAN.test(there.text)) continue;
        const words = new Set(lower(there.text).match(LATIN_WORD));
        const missing = (here.text.match(LATIN_WORD) ?? []).filter((word) => !words.has(lower(word)));
        if (missing.length === 0) continue;
        yield {
          text,
          place: there.place,
          cause: here.place,
          reason: `Unexpected absence of “${missing.join(' ')}” in ${text} of edition ${there.edition.id}, expected what edition ${here.edition.id} gives in Latin script`,
        };
      }
    }
  },
};

const lower = (text: string): string => text.normalize('NFC').toLowerCase();
