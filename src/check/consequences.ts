import type { Finding, Rule } from './rule.ts';

/** A rule with its findings. */
interface Judgement {
  rule: Rule;
  findings: Finding[];
}

/** The broken texts, each with the index of the first rule that reports it as broken. */
export function brokenTexts(judgements: Judgement[]): Map<string, number> {
  const broken = new Map<string, number>();
  for (const [order, { findings }] of judgements.entries())
    for (const text of findings.flatMap(({ invalidates = [] }) => invalidates))
      if (!broken.has(text)) broken.set(text, order);
  return broken;
}

/** Whether a finding merely follows from what an earlier rule found in the same text. */
export const isConsequence = (
  { text, about = text }: Finding,
  { isSuppressedByCause }: Rule,
  order: number,
  broken: Map<string, number>,
): boolean =>
  isSuppressedByCause === true && about !== undefined && (broken.get(segmentOf(about)) ?? order) < order;

/** `1.2.3` for unit `1.2.3-2`; a note’s id is returned as it is. */
export const segmentOf = (text: string): string => text.replace(/(?<=^[\d.]+[a-z]?|^abstract)-\d+$/, '');
