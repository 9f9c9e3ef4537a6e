import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { parseMarker } from './markers.ts';

/** Turns the markers inside paragraphs into page breaks and unit boundaries. */
export const remarkPrintedPages: Plugin<[], Root> = () => placeMarkers;

export function placeMarkers(tree: Root): void {
  visit(tree, 'mdxTextExpression', (node, index, parent) => {
    const marker = parseMarker(node.value);
    if (!parent || index === undefined || marker === undefined || marker.type === 'segment') return;
    const { position } = node;
    const siblings = parent.children as Nodes[];
    siblings[index] =
      marker.type === 'page'
        ? { type: 'pageBreak', page: marker.page, position }
        : { type: 'unitBoundary', position };
    closeGap(siblings[index - 1], siblings[index + 1]);
  });
}

/** A marker between two spaces, or at a paragraph's head, must not leave two. */
function closeGap(before: Nodes | undefined, after: Nodes | undefined): void {
  if (after?.type !== 'text') return;
  const spaceBefore = before === undefined || (before.type === 'text' && /\s$/.test(before.value));
  if (spaceBefore) after.value = after.value.trimStart();
}
