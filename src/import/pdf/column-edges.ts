import type { TypeLine } from './page-lines.ts';
import { endsSentence } from './paragraphs.ts';

/** Says of every line where the column that it stands in begins and ends, learnt from the lines of the running text. */
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
      // A page of few lines is measured by its neighbours.
      const edges = (bodyLines.length >= 8 ? edgesOf(bodyLines) : usual) ?? usual;
      if (!edges) continue;
      for (const line of lines) {
        line.left = Math.min(edges.left, line.x1);
        line.right = Math.max(edges.right, line.x0);
      }
    }
  }
  for (const lines of pages) for (const block of blocksSetIn(lines)) setRightEdge(block);
}

/** Lines one below another that stand off from both edges of their column, as those of quotations do. */
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

/** A quotation’s lines are as long as its longest: what they leave of the column is no room. */
function setRightEdge(block: TypeLine[]): void {
  const [left, right] = [Math.min(...block.map(({ x0 }) => x0)), Math.max(...block.map(({ x1 }) => x1))];
  const atLeft = block.filter(({ x0 }) => x0 - left < 1).length;
  const full = block.slice(0, -1).filter(({ x1 }) => right - x1 < (right - left) * RAGGED).length;
  // Lines of which most end a sentence are paragraphs of their own.
  const ended = block.filter(({ text }) => endsSentence(text)).length;
  if (block.length < 3 || ended > block.length * 0.5 || atLeft < 2 || full < (block.length - 1) * MOST_FULL)
    return;
  for (const line of block) line.right = right;
}

/** The share of its width that a quotation’s lines may leave where they are not justified. */
const RAGGED = 0.1;
/** The share of the lines of a quotation, but for the last, that fill it. */
const MOST_FULL = 0.5;

function sideOf(line: TypeLine, gutter: number | undefined): 'whole' | 'left' | 'right' {
  if (gutter === undefined) return 'whole';
  if (line.x0 >= gutter - 3) return 'right';
  return line.x1 <= gutter + 8 ? 'left' : 'whole';
}

/** A position that this share of lines has is an edge of the column. */
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
