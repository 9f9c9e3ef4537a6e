import { readAllNumbers } from '../heading-levels.ts';
import { isInCapitals } from '../headings.ts';
import type { BodyType } from './learn-type.ts';
import type { TypeLine } from './page-lines.ts';

/** Lines and characters of the longest heading. */
export const MOST_LINES = 4;
export const MOST_CHARACTERS = 220;

/** A gap of so many times the distance between lines sets a heading apart. */
const APART = 1.2;

interface Candidate<L> {
  at: number;
  lines: L[];
  numbers: Numbers;
}

/**
 * Finds headings by their numbers, whatever they are set in: lines apart from what stands above and below, that count on
 * through the paper. Items of a list have little text between them.
 */
export function numberedHeadings<L extends TypeLine>(lines: L[], type: BodyType): L[][] {
  const candidates = lines.flatMap((_, at) => candidateAt(lines, at, type) ?? []);
  const own = candidates.filter((one) => !isItem(one, lines));
  return own
    .filter(({ numbers }, i) =>
      numbers.some((number) =>
        number.number > 1
          ? own.slice(0, i).some((before) => has(before.numbers, number, -1))
          : own.slice(i + 1).some((after) => has(after.numbers, number, 1)),
      ),
    )
    .map((one) => one.lines);
}

type Numbers = { numbering: string; number: number }[];

const has = (numbers: Numbers, { numbering, number }: Numbers[number], by: number): boolean =>
  numbers.some((one) => one.numbering === numbering && one.number === number + by);

/** True if a line is numbered as another is, and with the next number. */
export const countsOn = (before: string, after: string): boolean =>
  readAllNumbers(before).some((number) => has(readAllNumbers(after), number, 1));

/** Lines of the longest item of a list. */
const NEAR = 3;

/** True if the number before or the next one is near. */
function isItem({ at, lines: own, numbers }: Candidate<TypeLine>, lines: TypeLine[]): boolean {
  const isNear = (near: TypeLine[], by: number): boolean =>
    near.some(({ text }) => numbers.some((number) => has(readAllNumbers(text), number, by)));
  const end = at + own.length;
  return isNear(lines.slice(Math.max(0, at - NEAR), at), -1) || isNear(lines.slice(end, end + NEAR), 1);
}

/** The heading that may begin with a line, if one may. */
function candidateAt<L extends TypeLine>(lines: L[], at: number, type: BodyType): Candidate<L> | undefined {
  const [first, above] = [lines[at]!, lines[at - 1]];
  const isAlone = NUMBER_ALONE.test(first.text.trim());
  if (!isAlone && readAllNumbers(first.text).length === 0) return undefined;
  const over = above && gapBetween(above, first);
  if (over !== undefined && over < type.leading * APART) return undefined;
  const end = endOfHeading(lines, at, type);
  if (end === undefined || (isAlone && end === at + 1)) return undefined;
  const own = lines.slice(at, end);
  // What stands beside it across a gap is another column’s.
  if (own.some((line) => / {3}\S/.test(line.text))) return undefined;
  const text = own.map((line) => line.text).join(' ');
  if (text.length > MOST_CHARACTERS || /[.。;；,，:：]$/.test(text.replace(/[\d*∗†‡]+$/, '')))
    return undefined;
  const numbers = readAllNumbers(text).filter(
    ({ numbering, length }) => !SMALL.has(numbering) || !/^\p{Ll}{2}/u.test(text.slice(length)),
  );
  return numbers.length === 0 ? undefined : { at, lines: own, numbers };
}

/** A number that stands on a line of its own, above its heading. */
const NUMBER_ALONE = /^[IVX]{1,5}\.$/;

/** What is numbered so and begins with a small letter is an item of a sentence. */
const SMALL = new Set(['small letter', 'small roman']);

/** Index behind the last line of what a line begins, if that is apart from what follows and that begins a sentence. */
function endOfHeading(lines: TypeLine[], at: number, { size, leading }: BodyType): number | undefined {
  const first = lines[at]!;
  // The lines of large type are further apart.
  const usual = first.size > size * 1.06 ? first.size * LARGE_LEADING : leading * APART;
  for (let end = at + 1; end <= at + MOST_LINES; end++) {
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

/** Times the size of large type that its baselines are apart, at most. */
const LARGE_LEADING = 1.8;

/** Baseline to baseline, where one line stands below the other in the same column. */
function gapBetween(above: TypeLine, line: TypeLine): number | undefined {
  return line.sheet === above.sheet && line.y > above.y && Math.abs(line.left - above.left) < 20
    ? line.y - above.y
    : undefined;
}
