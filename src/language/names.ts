import type { Actor, Term } from '../model/entries.ts';
import { primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import type { Compounds, Lexeme } from './lexicon.ts';
import { regionCompounds, regionForms, regionNames } from './regions.ts';

/** Compounds that name several states at once, by edition. */
export const compoundsOf = (editions: Edition[]): Record<string, Compounds | undefined> =>
  Object.fromEntries(editions.map(({ id, lang }) => [id, regionCompounds[primaryLanguage(lang)]]));

/** A name of a state or of one of the dossier’s actors. */
interface Name extends Lexeme {
  /** Slug of the actor; absent if the name is of a state that is not an actor. */
  actor?: string;
}

/**
 * The states of the world, by ISO 3166 code, in the languages for which `hasStates` is true, and the dossier’s
 * actors. An actor that is a state shares that state’s lexeme.
 */
export function namesOf(
  editions: Edition[],
  actors: { id: string; value: Actor }[],
  hasStates: (lang: string) => boolean = () => true,
): Name[] {
  const lexemes = new Map<string, Name>();
  for (const { id: edition, lang } of editions) {
    const language = primaryLanguage(lang);
    if (!hasStates(lang)) continue;
    for (const [code, name] of regionNames(lang)) {
      const lexeme = lexemes.get(code) ?? { id: code, forms: {} };
      lexeme.forms[edition] = [name, ...(regionForms[language]?.[code] ?? [])];
      lexemes.set(code, lexeme);
    }
  }
  for (const { id, value } of actors) {
    const same = [...lexemes.values()].find(({ forms }) =>
      Object.entries(value.name).some(([edition, name]) => forms[edition]?.includes(name)),
    );
    const lexeme = Object.assign(same ?? { id, forms: {} }, { actor: id });
    for (const { id: edition } of editions) {
      const own = [value.name[edition] ?? [], value.forms[edition] ?? []].flat();
      lexeme.forms[edition] = [...new Set([...own, ...(lexeme.forms[edition] ?? [])])];
    }
    lexemes.set(lexeme.id, lexeme);
  }
  return [...lexemes.values()];
}

/** The glossary’s terms as lexemes: names and forms, without the aliases that only search uses. */
export const termLexemes = (editions: Edition[], terms: { id: string; value: Term }[]): Lexeme[] =>
  terms.map(({ id, value }) => ({
    id,
    forms: Object.fromEntries(
      editions.map(({ id: edition }) => [
        edition,
        [value.name[edition] ?? [], value.forms[edition] ?? []].flat(),
      ]),
    ),
  }));
