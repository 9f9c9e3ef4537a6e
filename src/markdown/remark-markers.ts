import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { parseMarker, type Marker } from './markers.ts';
import type { Exception, PageBreak, UnitBoundary } from './nodes.ts';

/** Turns the markers inside paragraphs into page breaks, unit boundaries and exceptions. */
export const remarkMarkers: Plugin<[], Root> = () => placeMarkers;

function placeMarkers(tree: Root): void {
  visit(tree, 'mdxTextExpression', (node, index, parent) => {
    const marker = parseMarker(node.value);
    if (!parent || index === undefined || marker === undefined || marker.type === 'segment') return;
    const siblings = parent.children as Nodes[];
    siblings[index] = { ...nodeOf(marker), position: node.position };
    closeGap(siblings[index - 1], siblings[index + 1]);
  });
}

function nodeOf(marker: Exclude<Marker, { type: 'segment' }>): PageBreak | UnitBoundary | Exception {
  switch (marker.type) {
    case 'page':
      return { type: 'pageBreak', page: marker.page };
    case 'unit':
      return { type: 'unitBoundary' };
    case 'exception':
      return { type: 'exception', rule: marker.rule, reason: marker.reason };
  }
}

/** Trims the space after a removed marker if there is also one before it, or if it was at the start of a paragraph. */
function closeGap(before: Nodes | undefined, after: Nodes | undefined): void {
  if (after?.type !== 'text') return;
  const spaceBefore = before === undefined || (before.type === 'text' && /\s$/.test(before.value));
  if (spaceBefore) after.value = after.value.trimStart();
}
