import { otherNumbers } from '../language/en-plurals.ts';
import { memoize } from '../model/memoize.ts';
import { waysOf, type Part, type Ways } from './parse-query.ts';
import { isWord, joinAt, joints, wholeForms, unitsOf, wordsIn, type Unit } from './units.ts';

/**
 * A text prepared for searching: for each paragraph all its units, and the units without punctuation, with words joined
 * at apostrophes, also joined at hyphens, and divided at both.
 */
type Searchable = { strict: Unit[]; loose: Unit[][] }[];

/** An occurrence of a part of a query in a text. */
export interface Span {
  start: number;
  end: number;
  /** The index of the part. */
  part: number;
  /** If the text there is not literally the same, but differs only in punctuation or script. */
  isAlike?: true;
}

export function searchable(source: string): Searchable {
  let at = 0;
  return source.split('\n').map((paragraph) => {
    const strict = unitsOf(paragraph, at);
    at += paragraph.length + 1;
    const joined = /['’‘\-‐‑－]/.test(paragraph) ? joints.map((signs) => joinAt(strict, signs)) : [];
    const forms = [...joined.reverse(), strict].filter(({ length }, i, all) => length !== all[i + 1]?.length);
    return { strict, loose: forms.map((units) => units.filter(({ isSign }) => !isSign)) };
  });
}

/** All occurrences of the parts of a query in a text, in order; undefined unless every part occurs. */
export function matchParts(text: Searchable, parts: Part[]): Span[] | undefined {
  const spans = parts.map((one, part) => {
    const [exact, others] = parsePhrases(one);
    const ways = waysOf(one);
    const asTyped = { ...ways, inAnyNumber: false };
    return text.flatMap(({ strict, loose }) => {
      const found = exact.flatMap((phrase) => findPhrase(strict, phrase, part, asTyped));
      for (const units of loose) {
        const more = others.flatMap((phrase) => findPhrase(units, phrase, part, ways));
        found.push(
          ...more
            .filter((one) => !found.some(({ start, end }) => start < one.end && one.start < end))
            .map((one): Span => ({ ...one, isAlike: true })),
        );
      }
      return found;
    });
  });
  return spans.every(({ length }) => length > 0)
    ? spans.flat().sort((a, b) => a.start - b.start || b.end - a.end)
    : undefined;
}

const parsePhrases = memoize(({ literal, alike }: Part): [Unit[][], Unit[][]] => [
  literal.map((one) => unitsOf(one)),
  alike.map(wordsIn),
]);

/** The positions of units by their first character. */
const indexByFirstCharacter = memoize((units: Unit[]) =>
  Map.groupBy(units.keys(), (at) => units[at]?.text.charAt(0)),
);

/** The words of a phrase in the other number. */
const otherForms = memoize((phrase: Unit[]) => phrase.map(({ text }) => otherNumbers(text)));

/** The occurrences of a phrase among units. Numbers must match whole, so that 20 is not found in 2020. */
function findPhrase(units: Unit[], phrase: Unit[], part: number, ways: Ways): Span[] {
  const { isWhole, inAddresses, inAnyNumber } = ways;
  const last = phrase.at(-1);
  if (!last) return [];
  const forms = inAnyNumber ? otherForms(phrase) : [];
  return (indexByFirstCharacter(units).get(phrase[0]?.text.charAt(0)) ?? []).flatMap((at): Span[] => {
    const lastUnit = units[at + phrase.length - 1];
    const isMatch = phrase.every((wanted, i) => {
      const unit = units[at + i];
      if (unit?.isInAddress && !inAddresses) return false;
      // A sign alone is found in numbers too, such as 70%.
      if (!unit || (unit.isSign !== wanted.isSign && phrase.length > 1)) return false;
      const isInForm = !isJoined(unit) && (forms[i]?.includes(unit.text) ?? false);
      if (wanted === last && isWord(last.text) && !isInForm)
        return isWhole ? wholeForms(last.text).includes(unit.text) : unit.text.startsWith(last.text);
      const isJoinedAlike = wanted === last || (unit.gap === 'glued') === (wanted.gap === 'glued');
      return (isInForm || unit.text === wanted.text) && isJoinedAlike;
    });
    return lastUnit && isMatch
      ? [{ start: units[at]?.start ?? 0, end: endOf(lastUnit, last.text), part }]
      : [];
  });
}

/** Whether a unit has an apostrophe or hyphen in it: “China’s” is no plural. */
const isJoined = ({ text, start, ends }: Unit): boolean => (ends.at(-1) ?? 0) - start > text.length;

/** Where a word ends that a unit begins with, or else the unit. */
const endOf = ({ text, ends }: Unit, word: string): number =>
  ends[(text.startsWith(word) ? word : text).length - 1] ?? 0;

/** Spans in order, with overlapping ones merged. */
export function mergeSpans(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = all.at(-1);
    if (before && span.start < before.end)
      all[all.length - 1] = { ...before, end: Math.max(before.end, span.end) };
    else all.push(span);
  }
  return all;
}
