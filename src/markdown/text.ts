import type { Nodes } from 'mdast';
import { NOTE_MARK } from '../model/units.ts';

/** What stands in a text for a node; undefined where that is the node's own words. */
export type Substitute = (node: Nodes) => string | undefined;

/** The words of nodes as a reader sees and searches them: without note marks, citations as they are written. */
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

/** The same of blocks, a paragraph, heading or cell a line. */
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
 * The text on which units are counted: a note mark is one character of it, a page break none, and what cannot be
 * divided, such as a formula, is as many letters as it is long.
 */
export const flatText = (nodes: Nodes[]): string =>
  inlineText(nodes, (node) => {
    if (node.type === 'noteMark' || node.type === 'footnoteReference') return NOTE_MARK;
    return node.type !== 'text' && 'value' in node ? 'x'.repeat(node.value.length) : undefined;
  });
