import { endsSentence } from '../lines/ends-sentence.ts';
import type { BodyType } from '../lines/learn-type.ts';
import { isSetIn, leavesRoom } from '../lines/line-shape.ts';
import { gapBetween } from '../parts/numbered-headings.ts';
import type { TypeLine } from '../lines/page-lines.ts';

/** The ways in which a paper shows the beginning of a paragraph. */
export interface ParagraphSigns {
  /** True if most paragraphs have an indented first line. */
  indents: boolean;
  /** The distance between baselines within paragraphs. */
  leading: number;
  /** The smallest distance that separates paragraphs, if the paper separates them so. */
  apart: number | undefined;
}

/** Learns them from the lines that follow the short last line of a paragraph. */
export function learnSigns(lines: TypeLine[], { leading }: BodyType): ParagraphSigns {
  const opening = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before && endsSentence(before.text) && leavesRoom(before, line) ? [{ line, before }] : [];
  });
  const indents = opening.filter(({ line }) => isSetIn(line)).length > opening.length * 0.4;
  const gaps = opening.flatMap(({ line, before }) => gapBetween(before, line) ?? []).sort((a, b) => a - b);
  // Most paragraphs are farther apart than their lines.
  const least = gaps[Math.floor(gaps.length * FEW_NEAR)] ?? 0;
  const isApart = !indents && least > leading * 1.1;
  return { indents, leading, apart: isApart ? (leading + least) / 2 : undefined };
}

/** The share of paragraphs that may be as near to each other as lines are. */
const FEW_NEAR = 0.3;
