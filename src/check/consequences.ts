import type { Finding, Rule } from './rule.ts';

/** What a rule has found. */
interface Judgement {
  rule: Rule;
  findings: Finding[];
}

/** The texts that are broken, each with the place in the order of the rules of the first that says so. */
export function brokenTexts(judgements: Judgement[]): Map<string, number> {
  const broken = new Map<string, number>();
  for (const [order, { findings }] of judgements.entries())
    for (const text of findings.flatMap(({ breaks = [] }) => breaks))
      if (!broken.has(text)) broken.set(text, order);
  return broken;
}

/** Whether a finding only follows from what an earlier rule has found in the same text. */
export const isConsequence = (
  { text, within = text }: Finding,
  { isConsequent }: Rule,
  order: number,
  broken: Map<string, number>,
): boolean =>
  isConsequent === true && within !== undefined && (broken.get(segmentOf(within)) ?? order) < order;

/** `1.2.3` of unit `1.2.3-2`; a note is itself. */
export const segmentOf = (text: string): string => text.replace(/(?<=^[\d.]+[a-z]?|^abstract)-\d+$/, '');
