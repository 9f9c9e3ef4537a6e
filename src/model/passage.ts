import { z } from 'zod';
import { compareSegmentIds, parseSegmentId, SEGMENT_ID } from './segment-id.ts';

/** A stretch of the text: a whole segment, or a range of its units. */
export interface Passage {
  segment: string;
  /** First and last unit, from 1; absent for the whole segment. */
  units?: [number, number];
}

/** Reads `1.3.2`, `2.1.2-9`, `2.1.2-8/11`; undefined for anything else. */
export function parsePassage(text: string): Passage | undefined {
  if (parseSegmentId(text)) return { segment: text };
  const match = /^(.+?)-([1-9]\d*)(?:\/([1-9]\d*))?$/.exec(text);
  const [, segment = '', first = '', last = first] = match ?? [];
  if (!match || !parseSegmentId(segment) || Number(last) < Number(first)) return undefined;
  return { segment, units: [Number(first), Number(last)] };
}

export const isWithin = ({ units }: Passage, unit: number): boolean =>
  units === undefined || (units[0] <= unit && unit <= units[1]);

/**
 * The units of a segment that a passage names. Returns all units if the passage names none, if unit numbers do not
 * apply to the segment’s edition (`isCounted`), or if the segment has too few units.
 */
export function unitsWithin<U extends { index: number }>(
  units: U[],
  passage: Passage,
  isCounted: boolean,
): U[] {
  const named = isCounted && passage.units ? units.filter(({ index }) => isWithin(passage, index)) : [];
  return named.length > 0 ? named : units;
}

/** In the order of the paper; figures and tables, which have no position in it, come last. */
export const comparePassages = (a: Passage, b: Passage): number =>
  Number(isExhibit(a)) - Number(isExhibit(b)) ||
  compareSegmentIds(a.segment, b.segment) ||
  (a.units?.[0] ?? 0) - (b.units?.[0] ?? 0);

const isExhibit = ({ segment }: Passage): boolean => parseSegmentId(segment)?.type === 'exhibit';

/** As editors write it. */
export const formatPassage = ({ segment, units }: Passage): string =>
  units === undefined ? segment : `${segment}-${[...new Set(units)].join('/')}`;

export const passageSchema = z
  .string()
  .meta({ pattern: `^${SEGMENT_ID}(?:-[1-9]\\d*(?:/[1-9]\\d*)?)?$` })
  .transform((text, context): Passage => {
    const passage = parsePassage(text);
    if (passage) return passage;
    context.addIssue({
      code: 'custom',
      message: `Unexpected passage “${text}”, expected a segment such as 1.3.2, a unit 2.1.2-9 or units 2.1.2-8/11`,
    });
    return z.NEVER;
  });

/** A passage of a single unit; `what` is what that unit does: “names it”. */
export const unitSchema = (what: string, example: string) =>
  passageSchema.refine(
    ({ units }) => units !== undefined && units[0] === units[1],
    `Unexpected range, expected the one unit that ${what}, such as ${example}`,
  );
