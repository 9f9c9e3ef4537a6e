import { HAN } from '../model/language.ts';
import { memoizeData } from '../model/memoize.ts';

/** Something that has a name in several editions, with the forms which that name takes in running text. */
export interface Lexeme {
  id: string;
  /** By edition; messages use the first form. */
  forms: Record<string, string[]>;
}

/** A pattern whose matches name several lexemes: one per character, unless `whole` lists the match. */
export interface Compounds {
  pattern: RegExp;
  /** Lexeme by character. */
  codes: Record<string, string>;
  /** Lexemes by match. */
  whole: Record<string, string[]>;
}

/** Finds where a text names each lexeme: offsets by lexeme id, in order of first mention. */
type Finder = (text: string) => Map<string, number[]>;

/** Longer forms match first, so that “geopoliticisation” is not also “geopolitics”, nor Indonesia India. */
function finderFor(lexemes: Lexeme[], edition: string, compounds?: Compounds): Finder {
  const forms = lexemes
    .flatMap(({ id, forms: all }) => (all[edition] ?? []).map((form) => ({ id, form, head: headOf(form) })))
    .sort((a, b) => b.form.length - a.form.length);
  return (text) => {
    const found: [id: string, offset: number][] = [];
    let rest = text;
    const lower = text.toLowerCase();
    for (const { id, form, head } of forms) {
      // A text names only a few lexemes, and searching for a word is far cheaper than building and matching a
      // pattern.
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

/** Finds where a text in one of the editions names each lexeme; `compounds` is keyed by edition. */
export function finderIn(
  editions: { id: string }[],
  lexemes: Lexeme[],
  compounds: Record<string, Compounds | undefined> = {},
): (edition: string, text: string) => ReturnType<Finder> {
  const finders = new Map(editions.map(({ id }) => [id, finderFor(lexemes, id, compounds[id])]));
  return (edition, text) => finders.get(edition)?.(text) ?? new Map<string, number[]>();
}

/** The first word of a form in lower case. A text without it cannot contain the form. */
const headOf = (form: string): string => (/^[^ -]+/.exec(form)?.[0] ?? '').toLowerCase();

/** A letter or digit that would extend a word. Han and kana do not count: they are written without spaces. */
const INSIDE = String.raw`[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]`;

/** The pattern of a form, cached: building it takes longer than matching it, and every rule uses the same forms. */
const patternOf = memoizeData(newPattern);

/**
 * Matches a Han name literally; any other name as a whole word, in either case, with plurals and hyphens for spaces.
 */
function newPattern(form: string): RegExp {
  if (HAN.test(form)) return new RegExp(RegExp.escape(form), 'gu');
  const words = form.split(/[ -]/).map((word) => RegExp.escape(word));
  const flags = /^\p{Lu}{2,}$/u.test(form) ? 'gv' : 'giv';
  return new RegExp(`(?<!${INSIDE}|\\p{L}[’'])${words.join('(?: |-)')}(?:e?s|[’']s)?(?!${INSIDE})`, flags);
}
