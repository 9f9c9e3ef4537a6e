/** A place at which a text exceeds the limits of what we parse. */
interface Excess {
  offset: number;
  reason: string;
}

const MAX_LINE_BYTES = 200_000;
const MAX_DEPTH = 100;

/**
 * Finds where a text could take minutes to parse or overflow the stack: a line that is too long, or brackets, blocks
 * or emphasis nested too deeply. Runs before parsing, in one pass over the characters; text written by a person comes
 * nowhere near the limits.
 */
export function excessOf(text: string, path: string): Excess | undefined {
  const isNotation = path.endsWith('.mdx');
  let brackets = 0;
  let underlines = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const at = (index: number, reason: string): Excess => ({ offset: start + index, reason });
    // A UTF-16 code unit takes at most three bytes in UTF-8.
    if (line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES)
      return at(0, `Unexpected line of ${Buffer.byteLength(line)} bytes, expected at most ${MAX_LINE_BYTES}`);
    const blocks = blockDepth(line);
    if (blocks > MAX_DEPTH) return at(0, tooDeep('blocks', blocks));
    if (isNotation) {
      // A blank line closes whatever was opened in the paragraph.
      if (line.trim() === '') brackets = 0;
      if (/^(?:=+|-+)[ \t]*$/.test(line) && ++underlines > MAX_DEPTH)
        return at(0, `Unexpected underlined heading, number ${underlines}, expected ## before a heading`);
      const emphasis = deepEmphasis(line);
      if (emphasis !== undefined) return at(emphasis, tooDeep('emphasis', MAX_DEPTH + 1));
    }
    for (const { index, 0: sign } of line.matchAll(
      path.endsWith('.json') ? inJson : isNotation ? inNotation : inYaml,
    )) {
      if (sign.startsWith('"') || sign.startsWith('\\')) continue;
      brackets = Math.max(0, brackets + (change[sign] ?? -1));
      if (brackets > MAX_DEPTH) return at(index, tooDeep('brackets', brackets));
    }
    start += line.length + 1;
  }
  return undefined;
}

const tooDeep = (what: string, depth: number): string =>
  `Unexpected nesting of ${depth} ${what}, expected at most ${MAX_DEPTH}`;

// Brackets that are not listed here close a pair.
const change: Record<string, number> = { '[': 1, '{': 1, '](': 0 };
// Strings are skipped: brackets in them do not nest.
const inJson = /"(?:[^"\\]|\\.)*"?|[[\]{}]/g;
const inYaml = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
// A link has two pairs; the second closes with a parenthesis.
const inNotation = /\\.|\]\(|[[\]{})]/g;

/** The number of quotations, lists and levels of indentation with which a line opens. */
function blockDepth(line: string): number {
  const head = /^(?:[ \t]*(?:>|(?:[-*+?]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
  const signs = head.match(/>|[-*+?]|\d+[.)]/g)?.length ?? 0;
  const spaces = head.replace(/\S/g, '').length;
  // Each marker takes one space.
  return signs + Math.floor(Math.max(0, spaces - signs) / 2);
}

/** The index at which emphasis is nested too deeply in emphasis that is still open. */
function deepEmphasis(line: string): number | undefined {
  const open: string[] = [];
  for (const match of line.matchAll(/\\.|(\*+|_+|~~)/g)) {
    const [run, sign] = match;
    if (sign === undefined) continue;
    const before = line.charAt(match.index - 1).trim();
    const after = line.charAt(match.index + run.length).trim();
    const closed = before === '' ? -1 : open.lastIndexOf(sign);
    if (closed >= 0) open.length = closed;
    else if (after !== '') open.push(sign);
    if (open.length > MAX_DEPTH) return match.index;
  }
  return undefined;
}
