import type { PhrasingContent, Text } from 'mdast';
import type { Point } from 'unist';
import { flatText } from './text.ts';

/**
 * Divides nodes at ascending offsets in their flat text: the nodes before the first offset, those between it and the
 * next, and so on, hence one more list than there are offsets. A node that spans an offset is divided; one without
 * length, such as a page break, goes with the text after it.
 */
export function divideInline(nodes: PhrasingContent[], offsets: number[]): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]];
  let at = 0;
  for (const node of nodes) {
    const end = at + flatText([node]).length;
    const next = (): number => offsets[pieces.length - 1] ?? Infinity;
    while (next() <= at) pieces.push([]);
    const inside: number[] = [];
    for (let i = pieces.length - 1; (offsets[i] ?? Infinity) < end; i++) inside.push(offsets[i]! - at);
    const [first, ...rest] = inside.length === 0 ? [node] : divide(node, inside);
    if (first) pieces.at(-1)?.push(first);
    for (const part of rest) pieces.push(part ? [part] : []);
    at = end;
  }
  while (pieces.length <= offsets.length) pieces.push([]);
  return pieces;
}

/** Divides a node at offsets in its own flat text; an empty part is undefined. */
function divide(node: PhrasingContent, offsets: number[]): (PhrasingContent | undefined)[] {
  if (node.type === 'text') {
    const edges = [0, ...offsets, node.value.length];
    return edges.slice(1).map((to, i) => (to > edges[i]! ? sliceText(node, edges[i]!, to) : undefined));
  }
  if ('children' in node) {
    return divideInline(node.children as PhrasingContent[], offsets).map((children) =>
      children.length === 0 ? undefined : ({ ...node, children } as PhrasingContent),
    );
  }
  // A node that cannot be divided stays whole, in the part where it begins.
  return [node, ...offsets.map(() => undefined)];
}

/** Part of a text node, with its position in the file. */
export function sliceText(node: Text, from: number, to: number): Text {
  const { position } = node;
  return {
    type: 'text',
    value: node.value.slice(from, to),
    ...(position
      ? {
          position: {
            start: advance(position.start, from),
            end: to === node.value.length ? position.end : advance(position.start, to),
          },
        }
      : {}),
  };
}

// Paragraphs are one line each, so moving along a text node never changes the line.
const advance = (point: Point, by: number): Point => ({
  line: point.line,
  column: point.column + by,
  ...(point.offset === undefined ? {} : { offset: point.offset + by }),
});
