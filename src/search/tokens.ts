import { isCharacter, isWord, wordsIn, type Gap } from './units.ts';

/**
 * The common prefix of a unit’s tokens, whatever follows the unit; Pagefind looks tokens up by prefix. In lower-case
 * ASCII letters and digits, since browsers segment queries in other scripts by the page’s language.
 */
export function stemOf(unit: string): string {
  if (isCharacter(unit)) return codeOf(unit);
  if (isWord(unit)) return `w${unit.replace(/[^a-z]/gu, plainly)}`;
  if (!/^\p{N}/u.test(unit)) return `s${codeOf(unit)}`;
  // A number only matches whole.
  return `n${unit.replace(/./gu, (digit) => 'abcdefghij'.charAt('0123456789'.indexOf(digit)) || plainly(digit))}z`;
}

const plainly = (character: string): string => `0${character.codePointAt(0)?.toString(36) ?? ''}0`;

/** Whether a unit’s token contains the next unit: if both are characters, or parts of a number such as 1.5. */
export const isPair = (unit: string, next = ''): boolean =>
  (isCharacter(unit) && isCharacter(next)) ||
  /^(?:\p{N}+[\p{P}\p{S}]|[\p{P}\p{S}]\p{N}+)$/u.test(unit + next);

/**
 * The common prefix of a unit’s tokens before a certain next unit. Names and gaps follow it, so that tokens that differ
 * only in these are next to each other in the index.
 */
export const pairOf = (unit: string, next = ''): string =>
  `${stemOf(unit)}${isPair(unit, next) ? stemOf(next) : isCharacter(unit) ? 't' : ''}`;

/** The token of a unit: its pair and the gap after each unit in it. None is a prefix of another. */
export const tokenOf = (unit: string, next: string | undefined, ...gaps: Gap[]): string =>
  pairOf(unit, next) + gaps.map((gap) => gapCodes[gap]).join('');

/** The token of a unit in a web address, which is not found as a word. No other token begins with this letter. */
export const inAddress = (token: string): string => `y${token}`;

/** The token for a word that may be written with an apostrophe on a page. */
export const contractedToken = (word: string): string => `${stemOf(word)}5`;

/** The token for a sign that occurs on a page. */
export const signToken = (sign: string): string => `v${codeOf(sign)}`;

/**
 * The token for a record’s name. It is next to the first token of the name, so that both are mostly in one chunk of the
 * index: before it or, if that word is so frequent that its chunk would be loaded for nothing, after it.
 */
export function nameToken(key: string, frequentStrings: string[]): string {
  const [first, second] = wordsIn(key);
  if (!first) return numberToken('', key);
  const isFrequent = isWord(first.text) && frequentStrings.includes(first.text);
  return `${pairOf(first.text, second?.text)}${isFrequent ? '8' : '2'}${hashOf(key)}`;
}

/**
 * A token between those of a frequent string and those of names. It begins another chunk, since a chunk ends after a
 * token with many places; without it, a name that does not exist would be looked up among all these places.
 */
export const tokenAfter = (frequent: string): string => `${pairOf(frequent)}7`;

/** The token for a record’s kind and number. */
export const numberToken = (kind: string, number: string): string => `x${hashOf(`${kind} ${number}`)}`;

const gapCodes: Record<Gap, string> = { plain: '6', signs: '1', glued: '3', end: '4' };

// The first of the three characters is a digit or one of a–l, never a letter that begins another token or a suffix.
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
