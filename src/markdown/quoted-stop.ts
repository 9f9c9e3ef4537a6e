import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Citation } from './nodes.ts';
import { blockText } from './text.ts';

/** The text of a note, with its citations as printed. */
export function printedText(blocks: Nodes[], print: (citation: Citation) => ElementContent[]): string {
  return blockText(withStopsTaken(blocks, print), (node) =>
    node.type === 'citation' ? toString({ type: 'root', children: print(node) }) : undefined,
  );
}

/** A copy of blocks in which the stops are as `takeStops` moves them. */
export function withStopsTaken<T extends Nodes>(
  blocks: T[],
  print: (citation: Citation) => ElementContent[],
): T[] {
  const own = structuredClone(blocks);
  takeStops(own, print);
  return own;
}

/**
 * Moves the full stop after a citation into it if the printed citation ends in an English closing quotation mark,
 * since the stop belongs inside. Changes the blocks.
 */
export function takeStops(blocks: Nodes[], print: (citation: Citation) => ElementContent[]): void {
  for (const block of blocks)
    visit(block, 'citation', (node, index, parent) => {
      const next = parent?.children[(index ?? 0) + 1];
      if (next?.type !== 'text' || !next.value.startsWith('.')) return;
      if (!toString({ type: 'root', children: print(node) }).endsWith('”')) return;
      node.takesStop = true;
      next.value = next.value.slice(1);
    });
}
