/** A place in a text at which it goes beyond what a parser is given. */
interface Excess {
  offset: number;
  reason: string;
}

const MAX_LINE_BYTES = 200_000;
const MAX_DEPTH = 100;

/**
 * Where a text is such that parsing it could take minutes or overflow the stack: a line too long, or brackets, blocks or
 * emphasis within one another too deep. Looked at before parsing, in one pass, and so by signs only; text that a person
 * wrote comes nowhere near.
 */
export function excessOf(text: string, path: string): Excess | undefined {
  const isNotation = path.endsWith('.mdx');
  let brackets = 0;
  let underlines = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const at = (index: number, reason: string): Excess => ({ offset: start + index, reason });
    // A character takes three bytes at most of those that stand for one unit.
    if (line.length * 3 > MAX_LINE_BYTES && Buffer.byteLength(line) > MAX_LINE_BYTES)
      return at(0, `Unexpected line of ${Buffer.byteLength(line)} bytes, expected at most ${MAX_LINE_BYTES}`);
    const blocks = blockDepth(line);
    if (blocks > MAX_DEPTH) return at(0, tooDeep('blocks', blocks));
    if (isNotation) {
      // A paragraph ends what was opened in it.
      if (line.trim() === '') brackets = 0;
      if (/^(?:=+|-+)[ \t]*$/.test(line) && ++underlines > MAX_DEPTH)
        return at(
          0,
          `Unexpected heading with a line under it, number ${underlines}, expected ## before a heading`,
        );
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

// What is not here closes one.
const change: Record<string, number> = { '[': 1, '{': 1, '](': 0 };
// Strings are passed over: what stands in them nests nothing.
const inJson = /"(?:[^"\\]|\\.)*"?|[[\]{}]/g;
const inYaml = /"(?:[^"\\]|\\.)*"|[[\]{}]/g;
// A link has two pairs, of which the second closes with a parenthesis.
const inNotation = /\\.|\]\(|[[\]{})]/g;

/** How many quotations, lists and levels of indentation a line opens with. */
function blockDepth(line: string): number {
  const head = /^(?:[ \t]*(?:>|(?:[-*+?]|\d{1,9}[.)])(?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
  const signs = head.match(/>|[-*+?]|\d+[.)]/g)?.length ?? 0;
  const spaces = head.replace(/\S/g, '').length;
  // One space belongs to each sign.
  return signs + Math.floor(Math.max(0, spaces - signs) / 2);
}

/** Where emphasis is opened within too many others that are not closed. */
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
