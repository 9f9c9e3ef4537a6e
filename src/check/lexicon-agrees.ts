import type { Dossier } from '../read/dossier.ts';
import { finderIn, type Compounds, type Lexeme } from '../language/lexicon.ts';
import { textPairs } from './pairs.ts';
import type { Finding } from './rule.ts';

/**
 * Finds texts that name something which their partner does not name. How often they name it is up to the writer of
 * each language. `what` is the word for it in messages; `compounds`, by edition, are names for several things at
 * once.
 */
export function* lexiconAgrees(
  dossier: Dossier,
  lexemes: Lexeme[],
  what: string,
  compounds: Record<string, Compounds | undefined> = {},
): Generator<Finding> {
  const find = finderIn(dossier.settings.value.editions, lexemes, compounds);
  for (const { id: text, sides } of textPairs(dossier)) {
    const [here, there] = sides;
    const [named, others] = [find(here.edition.id, here.text), find(there.edition.id, there.text)];
    for (const { id, forms } of lexemes) {
      const [isNamedHere, isNamedThere] = [named.has(id), others.has(id)];
      const [formHere, formThere] = [forms[here.edition.id]?.[0], forms[there.edition.id]?.[0]];
      if (isNamedHere === isNamedThere || formHere === undefined || formThere === undefined) continue;
      yield {
        text,
        place: there.place,
        cause: here.place,
        reason: isNamedHere
          ? `Missing ${what} “${formThere}” in ${text} of edition ${there.edition.id}, expected it as edition ${here.edition.id} has “${formHere}”`
          : `Unexpected ${what} “${formThere}” in ${text} of edition ${there.edition.id}, expected it only where edition ${here.edition.id} has “${formHere}”`,
      };
    }
  }
}
