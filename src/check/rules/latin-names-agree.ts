import { HAN, isChinese, primaryLanguage } from '../../model/language.ts';
import { textPairs, type TextSide } from '../pairs.ts';
import type { Finding, Rule } from '../rule.ts';

/** A run of words in Latin script, such as a name or a gloss. */
const LATIN_RUN =
  /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]+(?:[ ’'-]+\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*)*/gu;
/** Languages other than English have acronyms of their own: OTAN for NATO. */
const isAcronym = (run: string): boolean => /^\p{Lu}{2,}$/u.test(run);
/** Of three letters or more: Chinese writes out shorter ones, 美国 for US, and I and A are words. */
const ACRONYM = /(?<![\p{L}\p{N}])\p{Lu}{3,}(?![\p{L}\p{N}])/gu;

/**
 * A name or acronym in Latin script in a Chinese unit also appears in its Latin-script partner, word for word; and an
 * acronym in capitals in an English unit appears in its Chinese partner.
 */
export const latinNamesAgree: Rule = {
  id: 'latin-names-agree',
  knows: (lang) => isChinese(lang) || primaryLanguage(lang) === 'en',
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const { id: text, sides } of textPairs(dossier)) {
      for (const [han, latin] of [sides, [sides[1], sides[0]]] as const) {
        if (!isChinese(han.edition.lang) || !HAN.test(han.text) || HAN.test(latin.text)) continue;
        const lacks = (side: TextSide, found: string[]): string[] =>
          found.filter((run) => !lower(side.text).includes(lower(run)));
        const runs = (han.text.match(LATIN_RUN) ?? []).filter(
          (run) => primaryLanguage(latin.edition.lang) === 'en' || !isAcronym(run),
        );
        yield* absent(text, latin, han, lacks(latin, runs));
        if (primaryLanguage(latin.edition.lang) === 'en')
          yield* absent(text, han, latin, lacks(han, latin.text.match(ACRONYM) ?? []));
      }
    }
  },
};

function* absent(text: string, here: TextSide, there: TextSide, missing: string[]): Generator<Finding> {
  if (missing.length === 0) return;
  yield {
    text,
    place: here.place,
    cause: there.place,
    reason: `Missing “${[...new Set(missing)].join('”, “')}” in ${text} of edition ${here.edition.id}, expected it as in edition ${there.edition.id}, in Latin script`,
  };
}

const lower = (text: string): string => text.normalize('NFC').replaceAll('-', ' ').toLowerCase();
