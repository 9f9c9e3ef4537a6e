/** One line of the source, or a part of it between form feeds. */
export interface Line {
  /** From 1, as editors count. */
  number: number;
  /** Offsets of its text in the source, without surrounding white space. */
  start: number;
  end: number;
  text: string;
  /** Columns of indentation; a full-width space counts as two. */
  indent: number;
  /** True if white space follows its text. */
  trailing: boolean;
  /** Columns that its text fills; a Han character counts as two. */
  width: number;
  /** True if a form feed precedes it. */
  startsPage: boolean;
  /** Its page and the y of its baseline, if its format has positions. */
  sheet?: number;
  y?: number;
}

/**
 * Divides a text at line feeds, carriage returns and form feeds; empty lines are included. Offsets are in UTF-16 code
 * units. A no-break space counts as text, since it was set on purpose.
 */
export function divideLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  let startsPage = false;
  for (const end of [...text.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]/g), { index: text.length, 0: '' }]) {
    const [start, stop] = trimmed(text, from, end.index);
    lines.push({
      number,
      start,
      end: stop,
      text: text.slice(start, stop),
      indent: columns(text.slice(from, start === stop ? end.index : start)),
      trailing: stop < end.index,
      width: columns(text.slice(start, stop)),
      startsPage,
    });
    if (/^[\r\n]/.test(end[0])) number++;
    startsPage = end[0] === '\f';
    from = end.index + end[0].length;
  }
  return lines;
}

const isBlank = (character: string): boolean =>
  character === ' ' || character === '\t' || character === '\u3000';

function trimmed(text: string, start: number, end: number): [number, number] {
  while (end > start && isBlank(text.charAt(end - 1))) end--;
  while (start < end && isBlank(text.charAt(start))) start++;
  return [start, end];
}
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/g;
// Punctuation as wide as a Han character in Chinese, but not in Latin text.
const WIDE_IN_CHINESE = /[—‘’“”…①-⓿]/g;

/** The number of columns that a text fills, according to Unicode’s East Asian Width (UAX 11). */
export function columns(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return text.length + wide + (wide > 0 ? (text.match(WIDE_IN_CHINESE)?.length ?? 0) : 0);
}

/** True if a text may end so: with a full stop, a bracket or a URL. */
export const isEnded = (text: string): boolean =>
  /[。.．!?！？”》）)\]］】〕]$/.test(text) || /(?:https?:\/\/|www\.)\S+$/.test(text);
