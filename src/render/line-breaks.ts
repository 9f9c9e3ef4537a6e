import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isChinese } from '../model/language.ts';

/** Words of one character that end what stands before them; others of one character lean on what follows. */
const ENDING = /^[的了之们等者性化上下中内外后前里间时年月日]$/u;
const LEANING = /^\p{Script=Han}$/u;
/** Behind these, before those, and within a quotation no line breaks. */
const CLOSED = /[\p{Ps}\p{Pi}\d]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}\s／]/u;
const QUOTING = /[“‘《〈「『（][^”’》〉」』）]*$/u;

/** A title in pieces between which a line may break; one that is not in Chinese is whole, since it breaks between its words. */
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
const ranges = new RegExp(`((?:第|pp?\\. )?${RANGE}[页頁]?)`);
const numbers = new RegExp(`((?:第|pp?\\. )?${RANGE}[页頁]?|(?:第|pp?\\. |no\\. |vol\\. )\\d+[页頁期卷]?)`);

/** A text in which no line divides a range of numbers, such as pages; a date is none. */
export const unbrokenRanges = (text: string): ElementContent[] => kept(text, ranges);

/** A text in which no line divides a number from what it counts, pages, issues or volumes. */
export const unbrokenNumbers = (text: string): ElementContent[] => kept(text, numbers);

const kept = (text: string, pattern: RegExp): ElementContent[] =>
  text
    .split(pattern)
    .map((piece, i): ElementContent =>
      i % 2 === 1 ? h('span', { className: ['marked'] }, piece) : { type: 'text', value: piece },
    )
    .filter((piece) => piece.type !== 'text' || piece.value !== '');
