import { countLetters } from '../../words/count-letters.ts';
import { isHeadingLike } from '../../words/headings.ts';
import { NUMBER_ALONE } from '../parts/numbered-headings.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** True if a line is part of an equation: signs and single letters, indented. */
export function isFormulaLine({ text, x0, x1, left, right, size }: TypeLine): boolean {
  if (x0 - left < size * 1.5 || x1 - x0 > (right - left) * 0.85 || isHeadingLike(text)) return false;
  if (NUMBER_ALONE.test(text.trim())) return false;
  const words = text.match(/\p{Script=Latin}{4,}|\p{Script=Han}{3,}/gu)?.length ?? 0;
  const { letters } = countLetters(text);
  const isMath = MATHS.test(text);
  // A Chinese word or name is just as short.
  const isScrap = letters <= 4 && !/\p{Script=Han}{2}/u.test(text);
  return words <= 1 && (isMath || isScrap || isSymbols(text)) && !/^[\d\s.]+$|^\d+[)）]。?$/.test(text);
}

/** True for symbols without a word, among them a single Greek letter or one in brackets after another: f(x). */
const isSymbols = (text: string): boolean =>
  !/\p{Script=Han}|\p{Ll}{3}|\p{Lu}{4}/u.test(text) &&
  /(?<!\p{L})(?=\p{L})[\u0100-\uFFFF](?!\p{L})|\p{L}\s?\(\p{Ll}(?!\p{L})/u.test(text);

/** True for signs that only formulas have; a scrap without them may be set like one. */
export const hasFormula = (text: string): boolean => MATHS.test(text) || isSymbols(text);

/** True if a text is an equation wherever it is: an equals sign, with hardly any words. */
export function isEquation(text: string): boolean {
  const sides = text.split(/[=＝≈≤≥]/);
  const words = text.match(/\p{Script=Latin}{5,}|\p{Script=Han}{2,}/gu)?.length ?? 0;
  return (
    sides.length > 1 &&
    sides.every((side) => side.trim() !== '') &&
    words <= ((text.match(/[+＋×]/g)?.length ?? 0) > 1 ? 4 : 2) &&
    /[+＋×∑∏Σ∫βδεφπ]|[(（]\s?\d+\s?[)）]$/u.test(text)
  );
}

/** Signs that only formulas have, among them those without a name. */
export const MATHS = /[=＝≈≤≥∑∏∫√±×÷∈∂\uE000-\uF8FF]|[α-ωΑ-Ω]/u;
