import type { Dossier } from '../read/dossier.ts';
import { finderFor, type Compounds, type Lexeme } from '../language/lexicon.ts';
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
  const finders = new Map(
    editions.map((edition) => [edition, finderFor(lexemes, edition, compounds[edition])]),
  );
  for (const { id: text, sides } of textPairs(dossier)) {
    const [here, there] = sides;
    const [named, others] = [
      finders.get(here.edition.id)?.(here.text),
      finders.get(there.edition.id)?.(there.text),
    ];
    for (const { id, forms } of lexemes) {
      const [expected, found] = [named?.get(id)?.length ?? 0, others?.get(id)?.length ?? 0];
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
