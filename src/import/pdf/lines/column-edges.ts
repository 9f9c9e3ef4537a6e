import type { TypeLine } from './page-lines.ts';
import { endsSentence } from './ends-sentence.ts';

/** Sets the left and right edges of each line’s column, learnt from the lines of running text. */
export function setColumnEdges(pages: TypeLine[][], gutters: (number | undefined)[], bodySize: number): void {
  const groups = Map.groupBy(
    pages.flatMap((lines, sheet) => lines.map((line) => ({ line, side: sideOf(line, gutters[sheet]) }))),
    ({ line, side }) => `${side} ${line.sheet % 2}`,
  );
  for (const members of groups.values()) {
    const body = members.filter(({ line }) => Math.abs(line.size - bodySize) < bodySize * 0.06);
    const usual = edgesOf(body.map(({ line }) => line));
    for (const own of Map.groupBy(members, ({ line }) => line.sheet).values()) {
      const lines = own.map(({ line }) => line);
      const bodyLines = lines.filter(({ size }) => Math.abs(size - bodySize) < bodySize * 0.06);
      // A page with few lines gets the edges of other pages.
      const edges = (bodyLines.length >= 8 ? edgesOf(bodyLines) : usual) ?? usual;
      if (!edges) continue;
      for (const line of lines) {
        line.left = Math.min(edges.left, line.x1);
        line.right = Math.max(edges.right, line.x0);
      }
    }
  }
  const [known, short] = [[], []] as [TypeLine[][], TypeLine[][]];
  for (const block of pages.flatMap(blocksSetIn)) (setRightEdge(block) ? known : short).push(block);
  for (const block of short) setLikeOthers(block, known);
}

/** Consecutive lines with a distance from both edges of their column, such as those of quotations. */
function blocksSetIn(lines: TypeLine[]): TypeLine[][] {
  const blocks: TypeLine[][] = [];
  let last: TypeLine | undefined;
  for (const line of lines) {
    const isSetIn = line.x0 > line.left + line.size * 0.8 && line.x1 < line.right - line.size;
    const goesOn =
      last?.left === line.left && line.y > last.y && line.y - last.y < Math.max(line.size, last.size) * 2.5;
    if (isSetIn && goesOn) blocks.at(-1)!.push(line);
    else if (isSetIn) blocks.push([line]);
    last = isSetIn ? line : undefined;
  }
  return blocks;
}

/**
 * Sets the right edge of a quotation to the end of its longest line, so that its lines do not appear short; returns
 * whether its lines show the edge.
 */
function setRightEdge(block: TypeLine[]): boolean {
  const [left, right] = [Math.min(...block.map(({ x0 }) => x0)), Math.max(...block.map(({ x1 }) => x1))];
  const atLeft = block.filter(({ x0 }) => x0 - left < 1).length;
  const full = block.slice(0, -1).filter(({ x1 }) => right - x1 < (right - left) * RAGGED).length;
  // If most lines end a sentence, they are separate paragraphs.
  const ended = block.filter(({ text }) => endsSentence(text)).length;
  if (block.length < 3 || ended > block.length * 0.5 || atLeft < 2 || full < (block.length - 1) * MIN_FULL)
    return false;
  for (const line of block) line.right = right;
  return true;
}

/** Gives a quotation of two lines the right edge of a longer one with the same left edge and type. */
function setLikeOthers(block: TypeLine[], known: TypeLine[][]): void {
  const [first, second, ...more] = block;
  if (!first || !second || more.length > 0) return;
  const like = known.find(
    ([one]) =>
      block.every(({ x0 }) => Math.abs(one!.x0 - x0) < 2) &&
      Math.abs(one!.size - first.size) < 0.1 &&
      Math.abs(one!.left - first.left) < 2 &&
      Math.abs(one!.right - first.x1) < first.size * 0.5,
  );
  if (like) first.right = second.right = like[0]!.right;
}

/** The share of the width that unjustified lines of a quotation may leave empty. */
const RAGGED = 0.1;
/** The minimum share of full lines in a quotation, without its last line. */
const MIN_FULL = 0.5;

function sideOf(line: TypeLine, gutter: number | undefined): 'whole' | 'left' | 'right' {
  if (gutter === undefined) return 'whole';
  if (line.x0 >= gutter - 3) return 'right';
  return line.x1 <= gutter + 8 ? 'left' : 'whole';
}

/** A position shared by this proportion of lines is an edge of the column. */
const SHARE = 0.12;

function edgesOf(lines: TypeLine[]): { left: number; right: number } | undefined {
  if (lines.length < 2) return undefined;
  const starts = lines.map(({ x0 }) => x0).sort((a, b) => a - b);
  const left = starts.find(
    (x) => starts.filter((one) => Math.abs(one - x) < 2).length >= Math.max(2, lines.length * SHARE),
  );
  const ends = lines.map(({ x1 }) => x1).sort((a, b) => b - a);
  const right = ends.find(
    (x) => ends.filter((one) => Math.abs(one - x) < 3).length >= Math.max(2, lines.length * SHARE),
  );
  return { left: left ?? starts[0]!, right: right ?? ends[Math.floor(ends.length * 0.1)]! };
}
