import type { Parent, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { parseSegmentId } from '../model/segment-id.ts';
import { parseMarker } from './markers.ts';

/** Gives every block the id of its segment, and puts exhibits in their places. */
export const remarkSegments: Plugin<[], Root> = () => assignSegments;

/**
 * A marker at a block's head opens a segment; blocks without one belong to the segment before them. A marker alone on a
 * line places an exhibit, or opens a segment that begins with a list or a quotation.
 */
export function assignSegments(tree: Root): void {
  let current: string | undefined;
  let opens = false;
  const blocks: RootContent[] = [];
  for (const block of tree.children) {
    if (block.type === 'footnoteDefinition') {
      blocks.push(block);
      continue;
    }
    const marker = block.type === 'mdxFlowExpression' ? segmentMarked(block.value) : takeMarker(block);
    if (marker !== undefined && parseSegmentId(marker)?.type === 'exhibit') {
      blocks.push({
        type: 'exhibitPlace',
        id: marker,
        position: block.position,
        data: { segment: marker, opensSegment: true },
      });
      continue;
    }
    if (marker !== undefined) {
      current = marker;
      opens = true;
    } else if (block.type === 'heading') current = undefined;
    if (block.type === 'mdxFlowExpression' && marker !== undefined) continue;
    if (current !== undefined) {
      block.data = { ...block.data, segment: current, ...(opens ? { opensSegment: true } : {}) };
      opens = false;
      if (block.type === 'heading') current = undefined;
    }
    blocks.push(block);
  }
  tree.children = blocks;
}

/** Takes the segment marker from a block's head, with the space that it leaves. */
function takeMarker(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  const [first] = block.children;
  const id = first?.type === 'mdxTextExpression' ? segmentMarked(first.value) : undefined;
  if (id === undefined) return undefined;
  block.children.shift();
  trimStart(block);
  return id;
}

function segmentMarked(expression: string): string | undefined {
  const marker = parseMarker(expression);
  return marker?.type === 'segment' ? marker.id : undefined;
}

function trimStart(block: Parent): void {
  const [first] = block.children;
  if (first?.type !== 'text') return;
  const trimmed = first.value.trimStart();
  const start = first.position?.start;
  if (start) {
    const removed = first.value.length - trimmed.length;
    start.column += removed;
    if (start.offset !== undefined) start.offset += removed;
  }
  first.value = trimmed;
  if (trimmed === '') block.children.shift();
}
