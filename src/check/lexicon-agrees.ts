import type { Dossier } from '../read/dossier.ts';
import { counterFor, type Compounds, type Lexeme } from './lexicon.ts';
import { textPairs } from './pairs.ts';
import type { Finding } from './rule.ts';

/**
 * Finds the texts that name something another number of times than their partner. `what` is what a message calls it;
 * `compounds`, by edition, are ways of naming several things at once.
 */
export function* lexiconAgrees(
  dossier: Dossier,
  lexemes: Lexeme[],
  what: string,
  compounds: Record<string, Compounds | undefined> = {},
): Generator<Finding> {
  const editions = dossier.settings.value.editions.map(({ id }) => id);
  const counters = new Map(
    editions.map((edition) => [edition, counterFor(lexemes, edition, compounds[edition])]),
  );
  for (const { id: text, sides } of textPairs(dossier)) {
    const [here, there] = sides;
    const [counts, others] = [
      counters.get(here.edition.id)?.(here.text),
      counters.get(there.edition.id)?.(there.text),
    ];
    for (const { id, forms } of lexemes) {
      const [expected, found] = [counts?.get(id) ?? 0, others?.get(id) ?? 0];
      const names = [forms[here.edition.id]?.[0], forms[there.edition.id]?.[0]];
      if (expected === found || names.includes(undefined)) continue;
      yield {
        text,
        place: there.place,
        cause: here.place,
        reason: `Unexpected ${times(found)} of the ${what} “${names[1]}” in ${text} of edition ${there.edition.id}, expected ${times(expected)} as edition ${here.edition.id} has “${names[0]}”`,
      };
    }
  }
}

const times = (count: number): string =>
  count === 0 ? 'absence' : `${count} ${count === 1 ? 'mention' : 'mentions'}`;
