import { splitUnits } from './units.ts';

/** First and last sentence of a stretch of a paragraph, from 1. */
export type Sentences = [first: number, last: number];

/**
 * The sentences that a reader of one edition counts, in a stretch of units. A unit corresponds to one of another
 * edition, so it may contain several sentences of its own edition, or part of one. `words`: only the sentences of these
 * words, if the stretch has them once. Undefined if the paragraph does not have the units.
 */
export function sentencesOf(
  units: readonly { index: number; text: string }[],
  [first, last = first]: readonly [number, (number | undefined)?],
  words = '',
): Sentences | undefined {
  if (![first, last].every((index) => units.some((unit) => unit.index === index))) return undefined;
  const whole = units.map(({ text }) => text).join(' ');
  const ends = splitUnits(whole).map(({ end }) => letters(whole.slice(0, end)).length);
  const lengthOf = (own: typeof units): number => letters(own.map(({ text }) => text).join('')).length;
  const start = lengthOf(units.filter(({ index }) => index < first));
  const end = lengthOf(units.filter(({ index }) => index <= last));
  const stretch = letters(whole).slice(start, end);
  const sought = letters(words);
  const at = stretch.indexOf(sought);
  const isFound = sought !== '' && at >= 0 && at === stretch.lastIndexOf(sought);
  const sentenceAt = (offset: number): number => ends.filter((one) => one <= offset).length + 1;
  return isFound
    ? [sentenceAt(start + at), sentenceAt(start + at + sought.length - 1)]
    : [sentenceAt(start), sentenceAt(end - 1)];
}

/** White space differs between a text and a copy of it. */
const letters = (text: string): string => text.replace(/\s+/g, '');
