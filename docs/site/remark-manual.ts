import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { addressOfPage } from './pages.ts';

const manual = fileURLToPath(new URL('..', import.meta.url));

/**
 * Lets pages that link to one another as files, as one reads them in the repository, do so in the site. What lies
 * outside of the manual has no address there: such a link becomes its text. The file that a sample is of becomes its
 * title.
 */
export const remarkManual: Plugin<[{ base: string }], Root> =
  ({ base }) =>
  (tree, file) => {
    visit(tree, 'link', (node, index, parent) => {
      if (/^(?:[a-z]+:|#)/.test(node.url)) return;
      const [path = '', fragment] = node.url.split('#');
      const target = relative(manual, join(dirname(file.path), path));
      if (target.startsWith('..')) parent?.children.splice(index ?? 0, 1, ...node.children);
      else node.url = base + addressOfPage(target) + (fragment === undefined ? '' : `#${fragment}`);
    });
    visit(tree, 'code', (node) => {
      if (node.meta && !node.meta.includes('=')) node.meta = `title="${node.meta}"`;
    });
  };
