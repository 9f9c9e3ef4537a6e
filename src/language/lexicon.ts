import { HAN } from '../model/language.ts';

/** Something with a name in several editions, and the forms in which that name stands in running text. */
export interface Lexeme {
  id: string;
  /** By edition; the first is the one to name in a message. */
  forms: Record<string, string[]>;
}

/** A pattern whose matches name several lexemes, a character each unless the whole match is listed. */
export interface Compounds {
  pattern: RegExp;
  /** Lexeme by character. */
  codes: Record<string, string>;
  /** Lexemes by match. */
  whole: Record<string, string[]>;
}

/** Where a text of an edition names each of the lexemes: offsets by id, in the order in which they are first named. */
type Finder = (text: string) => Map<string, number[]>;

/** The longest name wins, so that “geopoliticisation” is not also “geopolitics”, nor Indonesia India. */
function finderFor(lexemes: Lexeme[], edition: string, compounds?: Compounds): Finder {
  const forms = lexemes
    .flatMap(({ id, forms: all }) => (all[edition] ?? []).map((form) => ({ id, form, head: headOf(form) })))
    .sort((a, b) => b.form.length - a.form.length);
  return (text) => {
    const found: [id: string, offset: number][] = [];
    let rest = text;
    const lower = text.toLowerCase();
    for (const { id, form, head } of forms) {
      // Most texts name few of the many; to look for a word is far cheaper than to make a pattern and match it.
      if (!lower.includes(head)) continue;
      rest = rest.replace(patternOf(form), (match: string, ...[offset]: number[]) => {
        found.push([id, offset ?? 0]);
        return '\0'.repeat(match.length);
      });
    }
    for (const match of compounds ? rest.matchAll(compounds.pattern) : []) {
      const named = compounds?.whole[match[0]] ?? [...match[0]].map((one) => compounds?.codes[one]);
      named.forEach((id, i) => {
        if (id !== undefined) found.push([id, match.index + i]);
      });
    }
    const offsets = new Map<string, number[]>();
    for (const [id, offset] of found.sort((a, b) => a[1] - b[1]))
      offsets.set(id, [...(offsets.get(id) ?? []), offset]);
    return offsets;
  };
}

/** Where a text of one of these editions names each of the lexemes; the compounds are by edition. */
export function finderIn(
  editions: { id: string }[],
  lexemes: Lexeme[],
  compounds: Record<string, Compounds | undefined> = {},
): (edition: string, text: string) => ReturnType<Finder> {
  const finders = new Map(editions.map(({ id }) => [id, finderFor(lexemes, id, compounds[id])]));
  return (edition, text) => finders.get(edition)?.(text) ?? new Map<string, number[]>();
}

/** What a text must have, in lower case, to have the form. */
const headOf = (form: string): string => (/^[^ -]+/.exec(form)?.[0] ?? '').toLowerCase();

/** A letter or digit that makes a word longer; Chinese sets words without spaces, so its characters do not. */
const INSIDE = String.raw`[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]`;

/** The pattern of a form. It is made once, since that takes longer than to match it and every rule looks for the same forms. */
function patternOf(form: string): RegExp {
  const pattern = patterns.get(form) ?? newPattern(form);
  patterns.set(form, pattern);
  return pattern;
}
const patterns = new Map<string, RegExp>();

/** A Han name is looked for as it is; another as a word, in either case, with its plural, hyphen for space. */
function newPattern(form: string): RegExp {
  if (HAN.test(form)) return new RegExp(RegExp.escape(form), 'gu');
  const words = form.split(/[ -]/).map((word) => RegExp.escape(word));
  const flags = /^\p{Lu}{2,}$/u.test(form) ? 'gv' : 'giv';
  return new RegExp(`(?<!${INSIDE}|\\p{L}[’'])${words.join('(?: |-)')}(?:e?s|[’']s)?(?!${INSIDE})`, flags);
}
