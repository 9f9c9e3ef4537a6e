import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { schemes, type Target } from './nodes.ts';

/** Records the target of every link with one of our schemes. */
export const remarkCrossReferences: Plugin<[], Root> = () => (tree) => {
  visit(tree, 'link', (node) => {
    const target = parseTarget(node.url);
    if (target) node.data = { ...node.data, target };
  });
};

/** Reads `case:dry-summer`; undefined for a web address. */
function parseTarget(url: string): Target | undefined {
  const [, written, id] = /^([a-z]+):(.*)$/.exec(url) ?? [];
  const scheme = schemes.find((known) => known === written);
  return scheme === undefined || id === undefined ? undefined : { scheme, id };
}
