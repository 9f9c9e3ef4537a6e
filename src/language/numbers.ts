/** A number that a text names, in a form that can be compared across languages. */
export interface NumberMention {
  /**
   * What is compared: the value, and what it counts where that is a measure, a currency or a date.
   * `30000000000 USD`, `70 %`, `year 2050`, `century 21 mid`, `10 times`, `several 1000000000`, `75`.
   */
  key: string;
  /** Where it stands, in UTF-16 code units. */
  start: number;
  end: number;
  /** A wording that may name the number or not, such as “both”: it can answer a number, and need not be answered. */
  optional: boolean;
}

/** One way of writing a number: a pattern, and what a match of it says. */
export interface NumberPattern {
  pattern: RegExp;
  /** The keys that it names, most matches one; none where it only looks like a number. */
  read: (match: RegExpExecArray) => string[];
  optional?: boolean | ((match: RegExpExecArray) => boolean);
}

/**
 * Finds the numbers of a text by a table of patterns. Earlier ones win over later ones, and what one has read no other
 * reads again, so that `2020` within a date is no number of its own.
 */
export function readNumbers(text: string, patterns: NumberPattern[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  const taken = new Array<boolean>(text.length).fill(false);
  for (const { pattern, read, optional = false } of patterns) {
    for (const match of text.matchAll(
      new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
    )) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (end === start || taken.slice(start, end).includes(true)) continue;
      taken.fill(true, start, end);
      const mayPass = typeof optional === 'function' ? optional(match) : optional;
      for (const key of read(match)) mentions.push({ key, start, end, optional: mayPass });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The key of a value with what it counts, rounded so that a third is a third in both languages. */
export function amount(value: number, measure = ''): string {
  const rounded = Number(value.toPrecision(6));
  return measure === '' ? String(rounded) : `${rounded} ${measure}`;
}

/** What is counted, and how many of it the written measure is: a gigawatt is 10⁹ W. */
export type Measure = [unit: string, factor: number];

/** The key of a value in a measure, whatever its prefix. */
export const measured = (value: number, [unit, factor]: Measure = ['', 1]): string =>
  amount(value * factor, unit);

/** A mention of one side that the other does not answer. */
interface Unanswered {
  mention: NumberMention;
  side: 0 | 1;
}

/** Pairs the mentions of two texts; required ones that remain are unanswered. */
export function compareNumbers(texts: [NumberMention[], NumberMention[]]): Unanswered[] {
  return ([0, 1] as const).flatMap((side) => {
    const others = texts[(1 - side) as 0 | 1].map(({ key }) => key);
    // Required mentions choose first, so that an optional one cannot take their partner.
    const mine = [...texts[side]].sort((a, b) => Number(a.optional) - Number(b.optional));
    return mine.flatMap((mention) => {
      const at = others.indexOf(mention.key);
      if (at >= 0) others.splice(at, 1);
      return at >= 0 || mention.optional ? [] : [{ mention, side }];
    });
  });
}
