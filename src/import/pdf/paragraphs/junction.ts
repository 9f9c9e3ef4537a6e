import { endsSentence } from '../lines/ends-sentence.ts';
import { isFormulaLine, MATHS } from './formula-lines.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { classOf, leavesRoom } from '../lines/line-shape.ts';
import { gapBetween } from '../parts/numbered-headings.ts';
import type { TypeLine } from '../lines/page-lines.ts';
import type { ParagraphSigns } from './paragraph-signs.ts';

/** A line and the line before it, with everything that may tell whether a paragraph begins between them. */
export interface Junction {
  line: TypeLine;
  before: TypeLine;
  next: TypeLine | undefined;
  /** The lines of the paragraph or heading that `before` ends, so far. */
  group: TypeLine[];
  signs: ParagraphSigns;
  /** The distance between the baselines; undefined if the line is not below the other in the same column. */
  gap: number | undefined;
  isBelow: boolean;
  /** True if the gap is wider than those within paragraphs. */
  isWide: boolean;
  lineClass: ReturnType<typeof classOf>;
  lastClass: ReturnType<typeof classOf>;
  isFormula: boolean;
  wasFormula: boolean;
  /** True if `before` ends like a sentence. */
  isEnded: boolean;
  /** True if `before` leaves room in which the first word of the line would have fitted. */
  isShort: boolean;
  /** True if `before` is neither. */
  runsOn: boolean;
}

/** What the rules for paragraphs ask of a line. */
export function junctionAt(
  before: TypeLine,
  line: TypeLine,
  next: TypeLine | undefined,
  group: TypeLine[],
  type: BodyType,
  signs: ParagraphSigns,
): Junction {
  const { leading, apart = Infinity } = signs;
  const gap = gapBetween(before, line);
  const isBelow = gap !== undefined;
  const wasFormula = isFormulaLine(before);
  const [isEnded, isShort] = [endsSentence(before.text), leavesRoom(before, line)];
  return {
    line,
    before,
    next,
    group,
    signs,
    gap,
    isBelow,
    isWide: isBelow && gap > Math.min(apart, Math.max(leading, before.size * 1.1) * 1.3),
    lineClass: classOf(line, type),
    lastClass: classOf(before, type),
    isFormula: isFormulaLine(line) && (wasFormula || !(isBelow && endsBlock(line, group))),
    wasFormula,
    isEnded,
    isShort,
    runsOn: !isEnded && !isShort,
  };
}

/**
 * True if a few characters end the full lines of an indented block; an equation would be centred, or have its signs.
 */
const endsBlock = (line: TypeLine, group: TypeLine[]): boolean =>
  group.length > 1 &&
  !MATHS.test(line.text) &&
  group.slice(-2).every(({ x0 }) => Math.abs(line.x0 - x0) < 2) &&
  !endsSentence(group.at(-1)!.text);
