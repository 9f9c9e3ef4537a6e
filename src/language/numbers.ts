/** A number mentioned in a text, in a form that can be compared across languages. */
export interface NumberMention {
  /**
   * What is compared: the value, followed by the measure, currency or kind of date, if any.
   * `30000000000 USD`, `70 %`, `year 2050`, `century 21 mid`, `10 times`, `several 1000000000`, `75`.
   */
  key: string;
  /** Offsets in UTF-16 code units. */
  start: number;
  end: number;
  /**
   * True for wording such as “both” that may or may not name a number: it can match a number but does not need a
   * match.
   */
  optional: boolean;
}

/** One way of writing a number: a pattern, and how to read a match. */
export interface NumberPattern {
  pattern: RegExp;
  /** The keys that the match names, usually one; empty if the match only looks like a number. */
  read: (match: RegExpExecArray) => string[];
  optional?: boolean | ((match: RegExpExecArray) => boolean);
}

/**
 * Finds the numbers in a text by a table of patterns. Earlier patterns take precedence: text that one pattern has
 * matched is not matched again, so that `2020` within a date is not also a plain number.
 */
export function readNumbers(text: string, patterns: NumberPattern[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  const taken = new Array<boolean>(text.length).fill(false);
  for (const { pattern, read, optional = false } of patterns) {
    for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (end === start || taken.slice(start, end).includes(true)) continue;
      taken.fill(true, start, end);
      const mayPass = typeof optional === 'function' ? optional(match) : optional;
      for (const key of read(match)) mentions.push({ key, start, end, optional: mayPass });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** The key of a value and its measure, rounded so that a third has the same key in both languages. */
export function amount(value: number, measure = ''): string {
  const rounded = Number(value.toPrecision(6));
  return measure === '' ? String(rounded) : `${rounded} ${measure}`;
}

/** “One” is rarely a number in running text (“a”, “one of”), so it counts only in digits or with a measure. */
export const plural = (keys: string[]): string[] => keys.filter((key) => key !== '1' && key !== '1 years');

/** A fraction in digits, as a share. */
export const fraction: NumberPattern = {
  pattern: /(\d+)\/(\d+)/,
  read: ([, above, below]) => [amount((100 * Number(above)) / Number(below), '%')],
};

/** The base unit, and how many of it the written measure is: a gigawatt is 10⁹ W. */
export type Measure = [unit: string, factor: number];

/** The key of a value in its base unit, whatever prefix the measure has. */
export const measured = (value: number, [unit, factor]: Measure = ['', 1]): string =>
  amount(value * factor, unit);

/** A mention in one text that has no match in the other. */
interface Unanswered {
  mention: NumberMention;
  side: 0 | 1;
}

/** Pairs the mentions of two texts and returns the required mentions that have no partner. */
export function compareNumbers(texts: [NumberMention[], NumberMention[]]): Unanswered[] {
  return ([0, 1] as const).flatMap((side) => {
    const others = texts[(1 - side) as 0 | 1].map(({ key }) => key);
    // Required mentions choose first, so that optional ones cannot take their partners.
    const mine = [...texts[side]].sort((a, b) => Number(a.optional) - Number(b.optional));
    return mine.flatMap((mention) => {
      const at = others.indexOf(mention.key);
      if (at >= 0) others.splice(at, 1);
      return at >= 0 || mention.optional ? [] : [{ mention, side }];
    });
  });
}
