import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

type OfType<T> = Extract<Nodes, { type: T }>;

/** All nodes of a type among these and their descendants, in document order. */
export const nodesOf = <T extends Nodes['type']>(nodes: readonly Nodes[], type: T): OfType<T>[] =>
  nodes.flatMap((whole) => {
    const found: OfType<T>[] = [];
    visit(whole, (node: Nodes) => {
      if (node.type === type) found.push(node as OfType<T>);
    });
    return found;
  });
