import { fold, withoutPunctuation, type Folded } from './fold.ts';
import type { Part } from './parse-query.ts';

/** A text, ready to be searched. */
export interface Searchable {
  strict: Folded;
  /** Without its punctuation; a word with an apostrophe as one word, and as those that it divides. */
  loose: () => Folded[];
}

/** Where a part of a query stands in a text. */
export interface Span {
  start: number;
  end: number;
  /** Which part of the query. */
  part: number;
  /** Where what stands there only differs in punctuation or script. */
  isAlike?: true;
}

export function searchable(source: string): Searchable {
  const strict = fold(source);
  let loose: Folded[] | undefined;
  const bare = (): Folded[] =>
    (strict.text.includes("'") ? [false, true] : [true]).map((divided) =>
      withoutPunctuation(strict, divided),
    );
  return { strict, loose: () => (loose ??= bare()) };
}

/** Where each part of a query stands in the text, in order; undefined unless all of them do. */
export function matchParts(text: Searchable, parts: Part[]): Span[] | undefined {
  const spans = parts.map((part, i) => spansOf(text, part, i));
  return spans.every(({ length }) => length > 0)
    ? spans.flat().sort((a, b) => a.start - b.start || b.end - a.end)
    : undefined;
}

function spansOf({ strict, loose }: Searchable, { literal, alike }: Part, part: number): Span[] {
  const spans = spansIn(strict, literal, part);
  if (alike.length === 0) return spans;
  for (const folded of loose()) {
    const others = spansIn(folded, alike, part).filter(
      (other) => !spans.some(({ start, end }) => start < other.end && other.start < end),
    );
    spans.push(...others.map((other): Span => ({ ...other, isAlike: true })));
  }
  return spans;
}

/** Where some of the strings stand in a text. */
export const spansIn = ({ text, starts, ends }: Folded, strings: string[], part: number): Span[] =>
  strings.flatMap((one) =>
    [...occurrences(text, one)].map((at) => ({
      start: starts[at] ?? 0,
      end: ends[at + one.length - 1] ?? 0,
      part,
    })),
  );

// Scripts that write words apart.
const LETTER = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Offsets at which a folded string stands in a folded text. What begins with a letter begins a word, what begins with
 * a digit begins a number, and what ends in a digit ends one: 20 does not stand in 2020. A word may go on.
 */
export function* occurrences(text: string, needle: string): Generator<number> {
  if (needle === '') return;
  const head = needle.charAt(0);
  const forbidden = DIGIT.test(head) ? DIGIT : LETTER.test(head) ? LETTER : undefined;
  const endsNumber = DIGIT.test(needle.charAt(needle.length - 1));
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (forbidden && at > 0 && forbidden.test(text.charAt(at - 1))) continue;
    if (endsNumber && DIGIT.test(text.charAt(at + needle.length))) continue;
    yield at;
  }
}
