import { fold, isOfNumber } from './fold.ts';

/**
 * What stands between a unit of a text and the next: nothing that says anything, signs, nothing at all between a letter
 * and a digit, or the end of the paragraph.
 */
export const gaps = ['plain', 'signs', 'glued', 'end'] as const;
export type Gap = (typeof gaps)[number];

/** A Han character or kana, a run of letters, a run of digits, or a sign that makes a number what it is. */
export interface Unit {
  text: string;
  gap: Gap;
}

/** Cuts a paragraph, or a query, into units. Both are cut alike, so that a string is found as a run of units. */
export function unitsOf(paragraph: string): Unit[] {
  const { text } = fold(paragraph);
  const found = [...text.matchAll(UNIT)].filter(
    ({ 0: unit, index }) => /[\p{L}\p{M}\p{N}]/u.test(unit) || isOfNumber(text, index, unit),
  );
  return found.map(({ 0: unit, index }, i): Unit => {
    const next = found[i + 1];
    return {
      text: unit,
      gap: next ? gapOf(unit, text.slice(index + unit.length, next.index), next[0]) : 'end',
    };
  });
}

const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LETTERS = `(?:(?!${CHARACTER.source})[\\p{L}\\p{M}])+`;
const UNIT = new RegExp(`${CHARACTER.source}|${LETTERS}|\\p{N}+|[\\p{P}\\p{S}]`, 'gu');
const CONTRACTION = new RegExp(`(${LETTERS})('${LETTERS})+`, 'gu');

function gapOf(before: string, between: string, after: string): Gap {
  if (/[\p{P}\p{S}]/u.test(between)) return 'signs';
  const isGlued = between === '' && [before, after].every((unit) => isWord(unit) || /^\p{N}/u.test(unit));
  return isGlued ? 'glued' : 'plain';
}

/** Whether it is a character of a script that does not write words apart. */
export const isCharacter = (unit: string): boolean => CHARACTER.test(unit);

/** Whether it is a word in letters, which may go on where a query ends. */
export const isWord = (unit: string): boolean => /^[\p{L}\p{M}]/u.test(unit) && !isCharacter(unit);

/**
 * With what the tokens of a unit begin, whatever stands behind it; Pagefind takes the beginning of a token for all that
 * begin so. In small ASCII letters and digits, since a browser cuts a query in another script into words of the page's
 * language.
 */
export function stemOf(unit: string): string {
  if (isCharacter(unit)) return codeOf(unit);
  if (isWord(unit))
    return `w${unit.replace(/[^a-z]/gu, (letter) => `0${letter.codePointAt(0)?.toString(36) ?? ''}0`)}`;
  if (!/^\p{N}/u.test(unit)) return `s${codeOf(unit)}`;
  const digits = [...unit].map((digit) =>
    /\d/.test(digit) ? 'abcdefghij'.charAt(Number(digit)) : `0${digit.codePointAt(0)?.toString(36) ?? ''}0`,
  );
  // A number does not go on.
  return `n${digits.join('')}z`;
}

/**
 * What the index has at the place of a unit: the unit with what stands behind it and, of two characters, both. No token
 * begins another one; what differs only in the gap lies side by side.
 */
export const tokenOf = (unit: string, next: string | undefined, gap: Gap): string =>
  `${stemOf(unit)}${isCharacter(unit) ? (next !== undefined && isCharacter(next) ? codeOf(next) : 't') : ''}${gapCodes[gap]}`;

/** The tokens of a text, one for each of its units, paragraph by paragraph. */
export const tokensOf = (text: string): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const units = unitsOf(paragraph);
    return units.map(({ text: unit, gap }, i) => tokenOf(unit, units[i + 1]?.text, gap));
  });

/** What a query of one unit finds in a text, as often as it does: characters, numbers, and what words begin with. */
export function* beginningsIn(text: string): Generator<string> {
  for (const { text: unit } of text.split('\n').flatMap(unitsOf))
    if (isWord(unit)) for (let end = 1; end <= unit.length; end++) yield unit.slice(0, end);
    else if (/[\p{L}\p{N}]/u.test(unit)) yield unit;
}

/** What words with an apostrophe may be written as without it: a query may end in the middle of one. */
export const contractionsIn = (text: string): string[] =>
  [...fold(text).text.matchAll(CONTRACTION)].flatMap(({ 0: whole, 1: head = '' }) => {
    const joined = whole.replaceAll("'", '');
    return Array.from({ length: joined.length - head.length }, (_, i) =>
      joined.slice(0, head.length + 1 + i),
    );
  });

/** Says of a page that a word with an apostrophe may be written so there. */
export const contractedToken = (word: string): string => `${stemOf(word)}5`;

/** The signs of a text. */
export const signsIn = (text: string): string[] => [
  ...new Set(fold(text.replaceAll('\n', ' ')).text.match(/[\p{P}\p{S}]/gu) ?? []),
];
export const signToken = (sign: string): string => `v${codeOf(sign)}`;

/**
 * A token for a name that something goes by, just before the first token of the name: where that is so frequent that a
 * chunk of the index ends behind it, both are in one.
 */
export function nameToken(key: string): string {
  const [first, second] = unitsOf(key);
  const beside = first ? tokenOf(first.text, second?.text, 'plain').slice(0, -1) : '';
  return `${beside}2${hashOf(key)}`;
}

/** A token for what is found by its kind and number. */
export const numberToken = (kind: string, number: string): string => `x${hashOf(`${kind} ${number}`)}`;

const gapCodes: Record<Gap, string> = { plain: '6', signs: '1', glued: '3', end: '4' };

// The first of the three is never one of the letters that other tokens, or what stands behind a code, begin with.
const FIRST_COMMON = 0x3400;
function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const at = point - FIRST_COMMON;
  return at >= 0 && at < 22 * 36 ** 2
    ? at.toString(36).padStart(3, '0')
    : `u${point.toString(36).padStart(4, '0')}`;
}

/** 32 bits of a string (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
