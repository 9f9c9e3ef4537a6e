/** Something with a name in several editions, and the forms in which that name stands in running text. */
export interface Lexeme {
  id: string;
  /** By edition; the first is the one to name in a message. */
  forms: Record<string, string[]>;
}

/** A pattern whose matches name several lexemes, a character each. */
export interface Compounds {
  pattern: RegExp;
  /** Lexeme by character. */
  codes: Record<string, string>;
}

/** How often a text of an edition names each of the lexemes. */
export type Counter = (text: string) => Map<string, number>;

/** The longest name wins, so that “geopoliticisation” is not also “geopolitics”, nor Indonesia India. */
export function counterFor(lexemes: Lexeme[], edition: string, compounds?: Compounds): Counter {
  const forms = lexemes
    .flatMap(({ id, forms: all }) =>
      (all[edition] ?? []).map((form) => ({ id, form, pattern: patternOf(form) })),
    )
    .sort((a, b) => b.form.length - a.form.length);
  return (text) => {
    const counts = new Map<string, number>();
    const count = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
    let rest = text;
    for (const { id, pattern } of forms) {
      rest = rest.replace(pattern, (match) => {
        count(id);
        return '\0'.repeat(match.length);
      });
    }
    for (const [match] of compounds ? rest.matchAll(compounds.pattern) : []) {
      for (const character of match) if (compounds?.codes[character]) count(compounds.codes[character]);
    }
    return counts;
  };
}

const HAN = /\p{Script=Han}/u;

/** A Han name is looked for as it is; another as a word, in either case, with its plural, hyphen for space. */
function patternOf(form: string): RegExp {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (HAN.test(form)) return new RegExp(escaped, 'gu');
  const flags = /^\p{Lu}{2,}$/u.test(form) ? 'gu' : 'giu';
  return new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{L}[’'])${escaped.replace(/[ -]/g, '[ -]')}(?:e?s|[’']s)?(?![\\p{L}\\p{N}])`,
    flags,
  );
}
