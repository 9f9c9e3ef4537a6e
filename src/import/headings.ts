import { headingNumberings, ordinal, plainHeading, withNarrowDigits } from './paper-words.ts';

/** A heading as it is printed. */
export interface PrintedHeading {
  /** Which of the forms of numbering it has; `plain` has none. */
  numbering: string;
  number: number;
  /** Length of its number in the text, which the title follows. */
  length: number;
}

/** Characters of the longest heading, and of the longest in capitals, which no sentence is in. */
const MAX_HEADING = 60;
const MAX_IN_CAPITALS = 120;

/** True if a text in Latin letters has no small ones. */
export const isInCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** All the ways in which a text may be read as a heading. */
export function readHeadings(text: string): PrintedHeading[] {
  const own = text.trim();
  const most = isInCapitals(own) ? MAX_IN_CAPITALS : MAX_HEADING;
  if (own.length > most || /[。；;,，、：:.]$/.test(own)) return [];
  if (plainHeading.test(own)) return [{ numbering: 'plain', number: 0, length: 0 }];
  return readNumbers(own);
}

/** All the ways in which a heading may be numbered. */
export const readNumbers = (heading: string): PrintedHeading[] =>
  headingNumberings.flatMap(({ id, pattern }) => {
    const match = pattern.exec(withNarrowDigits(heading));
    const number = ordinal(match?.groups?.['number']);
    return match && number !== undefined ? [{ numbering: id, number, length: match[0].length }] : [];
  });

export const isHeadingLike = (text: string): boolean => readHeadings(text).length > 0;

/** A heading's place in the outline: 1 for the outermost. */
interface OutlineHeading extends PrintedHeading {
  level: number;
}

/**
 * Reads headings one after another and gives each its level: a numbering that has been seen keeps its level, one that has not
 * goes below the heading before it. A number that does not count on within its level is no heading.
 */
export function startOutline(): (text: string) => OutlineHeading | undefined {
  const levels = new Map<string, number>();
  const counts: number[] = [];
  let current = 0;
  return (text) => {
    for (const heading of readHeadings(text)) {
      const level =
        heading.numbering === 'plain'
          ? 1
          : (levels.get(heading.numbering) ?? Math.max(...[0, ...depths(levels, current)]) + 1);
      const due = (counts[level] ?? 0) + 1;
      if (heading.numbering !== 'plain' && heading.number !== due && heading.number !== due + 1) continue;
      if (!levels.has(heading.numbering) && heading.numbering !== 'plain') {
        if (heading.number !== 1) continue;
        levels.set(heading.numbering, level);
      }
      if (heading.numbering === 'plain') {
        if (current === 0) return { ...heading, level: 1 };
      } else counts[level] = heading.number;
      counts.length = level + 1;
      current = level;
      return { ...heading, level };
    }
    return undefined;
  };
}

const depths = (levels: Map<string, number>, current: number): number[] =>
  [...levels.values()].filter((level) => level <= current);
