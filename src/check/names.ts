import { primaryLanguage } from '../language/languages.ts';
import { regionCompounds, regionForms, regionNames } from '../language/regions.ts';
import type { Dossier } from '../read/dossier.ts';
import type { Compounds, Lexeme } from './lexicon.ts';

/** Ways of naming several states at once, by edition. */
export const compoundsOf = ({ settings }: Dossier): Record<string, Compounds | undefined> =>
  Object.fromEntries(
    settings.value.editions.map(({ id, lang }) => [id, regionCompounds[primaryLanguage(lang)]]),
  );

/** The states of the world, by ISO 3166 code, and the dossier's actors. An actor that is a state is the same as the state. */
export function namesOf({ settings, actors }: Dossier): Lexeme[] {
  const { editions } = settings.value;
  const lexemes = new Map<string, Lexeme>();
  for (const { id: edition, lang } of editions) {
    const language = primaryLanguage(lang);
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
    const lexeme = same ?? { id, forms: {} };
    for (const { id: edition } of editions) {
      const own = [value.name[edition] ?? [], value.forms[edition] ?? []].flat();
      lexeme.forms[edition] = [...new Set([...own, ...(lexeme.forms[edition] ?? [])])];
    }
    lexemes.set(lexeme.id, lexeme);
  }
  return [...lexemes.values()];
}
