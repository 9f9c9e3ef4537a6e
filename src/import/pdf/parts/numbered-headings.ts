import { isInCapitals, readAllNumbers } from '../../words/headings.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { LARGE } from '../lines/line-shape.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** The most lines and characters in a heading. */
export const MAX_LINES = 4;
export const MAX_CHARACTERS = 220;

/** A gap of this multiple of the leading separates a heading. */
const APART = 1.2;

interface Candidate<L> {
  at: number;
  lines: L[];
  numbers: Numbers;
}

/**
 * Finds headings by their numbers, in any type: lines separated from those above and below whose numbers continue
 * through the paper. Items of a list are recognised by having little text between them.
 */
export function numberedHeadings<L extends TypeLine>(lines: L[], type: BodyType): L[][] {
  const candidates = lines.flatMap((_, at) => candidateAt(lines, at, type) ?? []);
  const headings = candidates.filter((one) => !isItem(one, lines));
  return headings
    .filter(({ numbers }, i) =>
      numbers.some((number) =>
        number.number > 1
          ? headings.slice(0, i).some((before) => has(before.numbers, number, -1))
          : headings.slice(i + 1).some((after) => has(after.numbers, number, 1)),
      ),
    )
    .map((one) => one.lines);
}

type Numbers = { numbering: string; number: number }[];

const has = (numbers: Numbers, { numbering, number }: Numbers[number], by: number): boolean =>
  numbers.some((one) => one.numbering === numbering && one.number === number + by);

/** True if a line has the same kind of number as another, one higher. */
export const hasNextNumber = (before: string, after: string): boolean =>
  readAllNumbers(before).some((number) => has(readAllNumbers(after), number, 1));

/** The most lines in an item of a list. */
const NEAR = 3;

/** True if the previous or the next number is near. */
function isItem({ at, lines: own, numbers }: Candidate<TypeLine>, lines: TypeLine[]): boolean {
  const isNear = (near: TypeLine[], by: number): boolean =>
    near.some(({ text }) => numbers.some((number) => has(readAllNumbers(text), number, by)));
  const end = at + own.length;
  return isNear(lines.slice(Math.max(0, at - NEAR), at), -1) || isNear(lines.slice(end, end + NEAR), 1);
}

/** The possible heading that begins with a line. */
function candidateAt<L extends TypeLine>(lines: L[], at: number, type: BodyType): Candidate<L> | undefined {
  const [first, above] = [lines[at]!, lines[at - 1]];
  const isAlone = NUMBER_ALONE.test(first.text.trim());
  if (!isAlone && readAllNumbers(first.text).length === 0) return undefined;
  const over = above && gapBetween(above, first);
  if (over !== undefined && over < type.leading * APART) return undefined;
  const end = endOfHeading(lines, at, type);
  if (end === undefined || (isAlone && end === at + 1)) return undefined;
  const headingLines = lines.slice(at, end);
  // Text after a gap belongs to another column.
  if (headingLines.some((line) => / {3}\S/.test(line.text))) return undefined;
  const text = headingLines.map((line) => line.text).join(' ');
  if (text.length > MAX_CHARACTERS || /[.。;；,，:：]$/.test(text.replace(/[\d*∗†‡]+$/, '')))
    return undefined;
  if (isWordless(text)) return undefined;
  const numbers = readAllNumbers(text).filter(
    ({ numbering, length }) => !SMALL.has(numbering) || !/^\p{Ll}{2}/u.test(text.slice(length)),
  );
  return numbers.length === 0 ? undefined : { at, lines: headingLines, numbers };
}

/** True if a text has signs of mathematics and no word: no heading is like it. */
export const isWordless = (text: string): boolean =>
  /[=＝∑∏∫√∂]/.test(text) && !/\p{Script=Latin}{4}|\p{Script=Han}{2}/u.test(text);

/** A number on a line of its own, above its heading. */
export const NUMBER_ALONE = /^(?:[IVX]{1,5}\.|[一二三四五六七八九十]{1,3}[、．.]?)$/;

/** A lower-case text with such a number is an item within a sentence. */
const SMALL = new Set(['small letter', 'small roman']);

/**
 * Index after the last line of a possible heading; undefined unless it is separated from the following text, and that
 * begins a sentence.
 */
function endOfHeading(lines: TypeLine[], at: number, { size, leading }: BodyType): number | undefined {
  const first = lines[at]!;
  // Lines in large type have a larger distance.
  const usual = first.size > size * LARGE ? first.size * LARGE_LEADING : leading * APART;
  for (let end = at + 1; end <= at + MAX_LINES; end++) {
    const [last, next] = [lines[end - 1]!, lines[end]];
    if (!next) return undefined;
    const gap = gapBetween(last, next);
    const isAlike = Math.abs(next.size - first.size) < first.size * 0.04;
    if (gap === undefined || gap > usual || !isAlike)
      return /^\p{Ll}/u.test(next.text) || (isInCapitals(first.text) && isInCapitals(next.text))
        ? undefined
        : end;
  }
  return undefined;
}

/** The maximum distance between baselines in large type, as a multiple of its size. */
const LARGE_LEADING = 1.8;

/** The distance between baselines, if one line is below the other in the same column. */
export function gapBetween(above: TypeLine, line: TypeLine): number | undefined {
  return line.sheet === above.sheet && line.y > above.y && Math.abs(line.left - above.left) < 20
    ? line.y - above.y
    : undefined;
}
