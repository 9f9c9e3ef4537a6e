import { readNumbers, type PrintedHeading } from './headings.ts';
import { plainHeading } from './paper-words.ts';

/** How a heading is set. */
export interface SetHeading {
  size: number;
  font: string;
}

export interface HeadingLevel {
  /** 1 for the outermost. */
  level: number;
  /** Characters of its number. */
  length: number;
}

interface Known {
  level: number;
  /** Of an introduction or its like, which has no number among headings that have. */
  isPlain: boolean;
  size: number;
  font: string;
  isNumbered: boolean;
}

/**
 * Gives each heading its level. Those numbered alike are of one level, and those without a number that are set alike; a
 * new kind is below the larger ones that came before.
 */
export function levelHeadings(headings: (SetHeading & { text: string })[]): HeadingLevel[] {
  const known = new Map<string, Known>();
  const counts = new Map<string, number>();
  let current = 0;
  return headings.map(({ text, size, font }) => {
    const numbered = [...readNumbers(text), ...readLetter(text)];
    const due = numbered.find(({ numbering, number }) => {
      const count = counts.get(numbering);
      return count === undefined ? number === 1 : number === count + 1 || number === count + 2;
    });
    const again = numbered.find(({ numbering, number }) => number === 1 && known.has(numbering));
    const own = due ?? again;
    const key = own?.numbering ?? `${Math.round(size * 2)} ${font}`;
    if (own) counts.set(own.numbering, own.number);
    let entry = known.get(key);
    if (!entry) {
      const others = [...known.values()];
      const alike = others.filter((one) => Math.abs(one.size - size) < size * 0.03 && one.font === font);
      const twin =
        alike.find(({ isNumbered }) => isNumbered !== (own !== undefined)) ??
        // The first numbered heading behind an introduction stands beside it, however it is set.
        (own && own.numbering !== 'letter' && others.length === 1
          ? others.find((one) => one.isPlain && one.size < size * 1.2)
          : undefined);
      const larger = others.filter(
        (one) =>
          one.size > size * 1.03 || (one.size > size * 0.97 && one.font !== font) || alike.includes(one),
      );
      const level = twin
        ? twin.level
        : Math.min(Math.max(0, ...larger.map((one) => one.level)) + 1, current + 1);
      entry = { level, size, font, isNumbered: own !== undefined, isPlain: plainHeading.test(text.trim()) };
      known.set(key, entry);
    }
    // What is below begins to count anew.
    for (const [other, { level }] of known) if (level > entry.level) counts.delete(other);
    current = entry.level;
    return { level: entry.level, length: own?.length ?? 0 };
  });
}

/** A letter numbers headings in English alone: in a text without type it may as well begin a name. */
function readLetter(text: string): PrintedHeading[] {
  const match = /^([A-Z])[.)]\s+(?=\p{L})/u.exec(text);
  return match ? [{ numbering: 'letter', number: match[0].charCodeAt(0) - 64, length: match[0].length }] : [];
}
