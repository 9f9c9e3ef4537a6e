import type { Parent, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { parseSegmentId } from '../model/segment-id.ts';
import { parseMarker } from './markers.ts';

/** Assigns every block the id of its segment, and puts exhibits in their places. */
export const remarkSegments: Plugin<[], Root> = () => assignSegments;

/**
 * A marker at the start of a block opens a segment; blocks without one belong to the segment before them. A marker
 * alone on a line places an exhibit, or opens a segment that begins with a list or a quotation.
 */
function assignSegments(tree: Root): void {
  let current: string | undefined;
  // A marker alone on its line, until a block follows. If none follows, the marker stays in the tree and is reported.
  let waiting: RootContent | undefined;
  const blocks: RootContent[] = [];
  const open = (block: RootContent, id: string): void => {
    block.data = { ...block.data, segment: id, opensSegment: true };
    // Only the heading itself belongs to a numbered heading; a smaller one opens the paragraph after it.
    current = parseSegmentId(id)?.type === 'heading' ? undefined : id;
    blocks.push(block);
  };
  for (const block of tree.children) {
    const alone = block.type === 'mdxFlowExpression' ? segmentMarked(block.value) : undefined;
    const own = takeMarker(block);
    const marked = own ?? (waiting?.type === 'mdxFlowExpression' ? segmentMarked(waiting.value) : undefined);
    if (own !== undefined && waiting) blocks.push(waiting);
    if (alone !== undefined) {
      if (waiting) blocks.push(waiting);
      waiting = undefined;
      if (parseSegmentId(alone)?.type !== 'exhibit') waiting = block;
      else
        blocks.push({
          type: 'exhibitPlace',
          id: alone,
          position: block.position,
          data: { segment: alone, opensSegment: true },
        });
    } else if (block.type === 'footnoteDefinition') blocks.push(block);
    else if (marked !== undefined) {
      waiting = undefined;
      open(block, marked);
    } else {
      if (block.type === 'heading' && block.depth <= MAX_NUMBERED_DEPTH) current = undefined;
      if (current !== undefined) block.data = { ...block.data, segment: current };
      blocks.push(block);
    }
  }
  if (waiting) blocks.push(waiting);
  tree.children = blocks;
}

/** Numbered headings are ## for sections and ### for subsections; deeper ones belong to a paragraph’s segment. */
export const MAX_NUMBERED_DEPTH = 3;

/** Removes the segment marker from the start of a block, with the space after it. */
function takeMarker(block: RootContent): string | undefined {
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined;
  const [first] = block.children;
  const id = first?.type === 'mdxTextExpression' ? segmentMarked(first.value) : undefined;
  if (id === undefined || parseSegmentId(id)?.type === 'exhibit') return undefined;
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
