import { isCharacter, isWord, wordsIn, type Gap } from './units.ts';

/**
 * With what the tokens of a unit begin, whatever stands behind it; Pagefind takes the beginning of a token for all that
 * begin so. In small ASCII letters and digits, since a browser cuts a query in another script into words of the page's
 * language.
 */
export function stemOf(unit: string): string {
  if (isCharacter(unit)) return codeOf(unit);
  if (isWord(unit)) return `w${unit.replace(/[^a-z]/gu, plainly)}`;
  if (!/^\p{N}/u.test(unit)) return `s${codeOf(unit)}`;
  // A number does not go on.
  return `n${unit.replace(/./gu, (digit) => 'abcdefghij'.charAt('0123456789'.indexOf(digit)) || plainly(digit))}z`;
}

const plainly = (character: string): string => `0${character.codePointAt(0)?.toString(36) ?? ''}0`;

/**
 * What the index has at the place of a unit: the unit with what stands behind it and, of two characters, both. No token
 * begins another one; what differs only in the gap lies side by side.
 */
export const tokenOf = (unit: string, next: string | undefined, gap: Gap): string =>
  `${stemOf(unit)}${isCharacter(unit) ? (next !== undefined && isCharacter(next) ? codeOf(next) : 't') : ''}${gapCodes[gap]}`;

/** Says of a record that a word with an apostrophe may be written so there. */
export const contractedToken = (word: string): string => `${stemOf(word)}5`;

/** Says that it has a sign. */
export const signToken = (sign: string): string => `v${codeOf(sign)}`;

/**
 * For a name that something goes by, beside the first token of the name, so that mostly both are in one chunk of the
 * index: before it, and behind it where it is so frequent that it would be loaded for nothing.
 */
export function nameToken(key: string, frequentStrings: string[]): string {
  const [first, second] = wordsIn(key);
  if (!first) return numberToken('', key);
  const isFrequent = frequentStrings.includes(
    isCharacter(first.text) ? first.text + (second?.text ?? '') : first.text,
  );
  return `${tokenOf(first.text, second?.text, 'plain').slice(0, -1)}${isFrequent ? '7' : '2'}${hashOf(key)}`;
}

/** For what is found by its kind and number. */
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
