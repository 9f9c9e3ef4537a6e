import type { Nodes } from 'mdast';
import { NOTE_MARK } from '../model/units.ts';

/** The text that replaces a node; undefined to use the node’s own text. */
export type Substitute = (node: Nodes) => string | undefined;

/** The text of nodes as readers see and search it: without note marks, with citations as written. */
export const inlineText = (nodes: Nodes[], substitute: Substitute = () => undefined): string =>
  nodes
    .map((node) => {
      const instead = substitute(node);
      if (instead !== undefined) return instead;
      if ('children' in node) return inlineText(node.children, substitute);
      if (node.type === 'break') return '\n';
      const isCode = node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression';
      return 'value' in node && !isCode ? node.value : '';
    })
    .join('');

/** The same for blocks, with one line for each paragraph, heading or cell. */
export const blockText = (blocks: Nodes[], substitute?: Substitute): string =>
  blocks
    .map((block) => {
      if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'tableCell')
        return inlineText(block.children, substitute).trim();
      return 'children' in block ? blockText(block.children, substitute) : inlineText([block], substitute);
    })
    .filter(Boolean)
    .join('\n');

/**
 * The text in which units are counted: a note mark counts as one character, a page break as none, and a node that
 * cannot be divided, such as a formula, as many letters as its length.
 */
export const flatText = (nodes: Nodes[]): string =>
  inlineText(nodes, (node) => {
    if (node.type === 'noteMark' || node.type === 'footnoteReference') return NOTE_MARK;
    return node.type !== 'text' && 'value' in node ? 'x'.repeat(node.value.length) : undefined;
  });
