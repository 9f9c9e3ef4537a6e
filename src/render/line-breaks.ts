import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { addressParts } from '../model/address-parts.ts';
import { isChinese } from '../model/language.ts';
import { apartFromMarks } from '../model/quotation-marks.ts';

/**
 * Single-character words that belong to the word before them; other single-character words belong to the word after
 * them.
 */
const ENDING = /^[的了之们等者性化上下中内外后前里间时年月日]$/u;
const LEANING = /^\p{Script=Han}$/u;
/** No line break after CLOSED, before CLOSING, or inside a quotation. */
const CLOSED = /[\p{Ps}\p{Pi}\d]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s／]/u;
const QUOTING = /[“‘《〈「『（][^”’》〉」』）]*$/u;

/**
 * Splits a Chinese title into pieces between which a line may break. A title in another language stays whole, since
 * it breaks between words.
 */
export function phrasesOf(title: string, lang: string): string[] {
  if (!isChinese(lang)) return [title];
  const phrases: string[] = [];
  let last = '';
  for (const { segment, index } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(title)) {
    const before = title.slice(0, index);
    const holds =
      index === 0 ||
      ENDING.test(segment) ||
      CLOSING.test(segment) ||
      CLOSED.test(before) ||
      QUOTING.test(before) ||
      (LEANING.test(last) && !ENDING.test(last) && !before.endsWith(`、${last}`));
    phrases.push((holds ? (phrases.pop() ?? '') : '') + segment);
    last = segment;
  }
  return phrases;
}

const RANGE = String.raw`(?<![\w–—-])\d+[–—-]\d+(?![\w–—-])`;
const ranges = new RegExp(`((?:第|pp?\\. )?${RANGE}[页頁年]?)`);
// After a Han character, the first of several digits stays outside, and a single one takes the character with it:
// Chromium would begin a line with the space between.
const COUNTED = String.raw`(?:(?<!\p{Script=Han})|(?<=\p{Script=Han}\d)|\p{Script=Han}(?=\d\p{Script=Han}))\d[\d.,]*(?:[–—-]\d+)?\p{Script=Han}(?:\d\p{Script=Han})*`;
const numbers = new RegExp(
  `((?:第|pp?\\. )?${RANGE}\\p{Script=Han}?|(?:第|pp?\\. |no\\. |vol\\. )\\d+\\p{Script=Han}?|${COUNTED})`,
  'u',
);

/** A text in which ranges of numbers, such as pages, are kept on one line; dates are not ranges. */
export const unbrokenRanges = (text: string): ElementContent[] => kept(text, ranges);

/** A text in which numbers are kept on one line with what they count: pages, issues, in Chinese everything. */
export const unbrokenNumbers = (text: string): ElementContent[] => kept(text, numbers);

/** A title in which short compounds with a hyphen are kept on one line: fossil-fuel, post-war. */
export const unbrokenCompounds = (title: string): ElementContent[] => kept(title, compounds);

const compounds = /(?<![\p{L}\d-])([\p{L}\d]{1,9}-[\p{L}\d]{1,9})(?![\p{L}\d-])/u;

const kept = (text: string, pattern: RegExp): ElementContent[] =>
  text
    .split(pattern)
    .map((piece, i): ElementContent =>
      i % 2 === 1 ? h('span', { className: ['marked'] }, piece) : { type: 'text', value: piece },
    )
    .filter((piece) => piece.type !== 'text' || piece.value !== '');

/** HTML in which lines may break within addresses. */
export const breakAddresses = (html: string): string =>
  html.replace(/(?<= class="url">)[^<]+/g, (address) => addressParts(address).join('<wbr>'));

/**
 * The text of a link, which has no line below the blank halves of the marks that it begins or ends with. Numbers stay
 * with what they count.
 */
export function underlined(text: string): ElementContent[] {
  const pieces = betweenMarks(text, (words) => h('u', unbrokenNumbers(words)));
  return pieces.length === 1 ? unbrokenNumbers(text) : pieces;
}

/** A text in an element, outside which are the full-width marks that the text begins or ends with. */
export function betweenMarks(text: string, within: (words: string) => ElementContent): ElementContent[] {
  const [opening, words, closing] = apartFromMarks(text);
  const marks = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...marks(opening), within(words), ...marks(closing)];
}
