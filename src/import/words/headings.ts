import { headingNumberings, ordinal, plainHeading, withNarrowDigits } from './paper-words.ts';

/** A printed heading. */
export interface PrintedHeading {
  /** The form of its number; `plain` without one. */
  numbering: string;
  number: number;
  /** Length of its number in the text, before the title. */
  length: number;
}

/** The most characters in a heading, and in one in capitals, in which sentences are never set. */
const MAX_HEADING = 60;
const MAX_IN_CAPITALS = 120;

/** True if a text in Latin letters has no lower case letters. */
export const isInCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** All possible readings of a text as a heading. */
export function readHeadings(text: string): PrintedHeading[] {
  const own = text.trim();
  const most = isInCapitals(own) ? MAX_IN_CAPITALS : MAX_HEADING;
  if (own.length > most || /[。；;,，、：:.]$/.test(own)) return [];
  if (plainHeading.test(own)) return [{ numbering: 'plain', number: 0, length: 0 }];
  return readNumbers(own);
}

/** All possible readings of a heading’s number. */
export const readNumbers = (heading: string): PrintedHeading[] =>
  headingNumberings.flatMap(({ id, pattern }) => {
    const match = pattern.exec(withNarrowDigits(heading));
    const number = ordinal(match?.groups?.['number']);
    return match && number !== undefined ? [{ numbering: id, number, length: match[0].length }] : [];
  });

/** Letters count as heading numbers only where the type shows headings: in plain text they may begin names. */
export function readAllNumbers(text: string): PrintedHeading[] {
  const letters = LETTERS.flatMap(({ numbering, pattern, value }) => {
    const match = pattern.exec(text);
    return match ? [{ numbering, number: value(match[1]!), length: match[0].length }] : [];
  });
  return [...readNumbers(text), ...letters];
}

const LETTERS = [
  {
    numbering: 'letter',
    pattern: /^([A-Z])[.)]\s+(?=[\p{L}“‘"])/u,
    value: (a: string) => a.charCodeAt(0) - 64,
  },
  { numbering: 'small roman', pattern: /^([ivx]{1,5})[.)]\s+(?=\p{L})/u, value: (a: string) => ordinal(a)! },
  {
    numbering: 'small letter',
    pattern: /^([a-z])[.)]\s+(?=\p{L})/u,
    value: (a: string) => a.charCodeAt(0) - 96,
  },
];

export const isHeadingLike = (text: string): boolean => readHeadings(text).length > 0;

/** A heading with its level in the outline: 1 for the outermost. */
interface OutlineHeading extends PrintedHeading {
  level: number;
}

/**
 * Reads headings one after another and gives each its level: a known numbering keeps its level, a new one is placed
 * below the heading before it. A number that does not continue its level is not a heading.
 */
export function startOutline(): (text: string) => OutlineHeading | undefined {
  const levels = new Map<string, number>();
  const counts: number[] = [];
  let current = 0;
  return (text) => {
    for (const heading of readHeadings(text)) {
      const { numbering, number } = heading;
      let level = 1;
      if (numbering !== 'plain') {
        const open = [...levels.values()].filter((one) => one <= current);
        level = levels.get(numbering) ?? Math.max(0, ...open) + 1;
        const due = (counts[level] ?? 0) + 1;
        if (number !== due && number !== due + 1) continue;
        if (!levels.has(numbering) && number !== 1) continue;
        levels.set(numbering, level);
        counts[level] = number;
      }
      counts.length = level + 1;
      current = level;
      return { ...heading, level };
    }
    return undefined;
  };
}
