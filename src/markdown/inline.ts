import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { NOTE_MARK } from '../model/units.ts';

/** The text of inline nodes on which units are counted; a note mark is one character of it, a page break none. */
export const flatText = (nodes: PhrasingContent[]): string => nodes.map(flatTextOf).join('');

/** The text that a reader sees and searches: without note marks. */
export const plainText = (nodes: PhrasingContent[]): string => flatText(nodes).replaceAll(NOTE_MARK, '');

function flatTextOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'noteMark':
    case 'footnoteReference':
      return NOTE_MARK;
    case 'break':
      return '\n';
    case 'citation':
      return node.value;
    default:
      if ('children' in node) return flatText(node.children as PhrasingContent[]);
      return 'value' in node ? node.value : '';
  }
}

/**
 * The nodes that cover the flat text from `start` to `end`; a node that reaches over an edge is divided.
 * Page breaks, which have no length, go with what follows them.
 */
export function sliceInline(nodes: PhrasingContent[], start: number, end: number): PhrasingContent[] {
  const slice: PhrasingContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = flatTextOf(node).length;
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
    if (length === 0 ? at >= start && at < end : from < to) {
      slice.push(from === 0 && to === length ? node : divide(node, from, to));
    }
    at += length;
  }
  return slice;
}

function divide(node: PhrasingContent, from: number, to: number): PhrasingContent {
  if (node.type === 'text') return sliceText(node, from, to);
  if ('children' in node) {
    return {
      ...node,
      children: sliceInline(node.children as PhrasingContent[], from, to),
    } as PhrasingContent;
  }
  return node;
}

/** Part of a text node, with the position that it has in the file. */
export function sliceText(node: Text, from: number, to: number): Text {
  const { position } = node;
  return {
    type: 'text',
    value: node.value.slice(from, to),
    ...(position
      ? { position: { start: advance(position.start, from), end: advance(position.start, to) } }
      : {}),
  };
}

// Paragraphs are one line each, so moving along a text node never changes the line.
const advance = (point: Point, by: number): Point => ({
  line: point.line,
  column: point.column + by,
  ...(point.offset === undefined ? {} : { offset: point.offset + by }),
});
