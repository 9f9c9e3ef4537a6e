import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { NOTE_MARK } from '../model/units.ts';

/**
 * The text on which units are counted: a note mark is one character of it, a page break none, and what cannot be
 * divided, such as a formula, is as many letters as it is long.
 */
export const flatText = (nodes: PhrasingContent[]): string =>
  textOf(nodes, NOTE_MARK, (value) => 'x'.repeat(value.length));

/** The text that a reader sees and searches: without note marks. */
export const plainText = (nodes: PhrasingContent[]): string => textOf(nodes, '', (value) => value);

function textOf(nodes: PhrasingContent[], mark: string, atom: (value: string) => string): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type === 'noteMark' || node.type === 'footnoteReference') return mark;
      if (node.type === 'break') return '\n';
      if ('children' in node) return textOf(node.children as PhrasingContent[], mark, atom);
      return 'value' in node ? atom(node.value) : '';
    })
    .join('');
}

/**
 * The nodes that cover the flat text from `start` to `end`; a node that reaches over an edge is divided.
 * Page breaks, which have no length, go with what follows them.
 */
export function sliceInline(nodes: PhrasingContent[], start: number, end: number): PhrasingContent[] {
  const slice: PhrasingContent[] = [];
  let at = 0;
  for (const node of nodes) {
    const length = flatText([node]).length;
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
