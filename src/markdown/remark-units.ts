import type { Paragraph, PhrasingContent, Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { parseSegmentId } from '../model/segment-id.ts';
import { rangesBetween, splitUnits } from '../model/units.ts';
import { divideInline } from './inline.ts';
import { flatText } from './text.ts';

/** Divides the paragraphs of every segment into units, numbered through the segment. */
export const remarkUnits: Plugin<[], Root> = () => assignUnits;

/** If the editor has set any boundaries in a segment, only they divide it. */
function assignUnits(tree: Root): void {
  for (const [segment, paragraphs] of paragraphsBySegment(tree)) {
    const marked = paragraphs.some(({ children }) => children.some(({ type }) => type === 'unitBoundary'));
    if (marked) {
      for (const block of tree.children) if (block.data?.segment === segment) block.data.isDivided = true;
    }
    let index = 0;
    for (const paragraph of paragraphs) {
      const boundaries = takeBoundaries(paragraph);
      const text = flatText(paragraph.children);
      const ranges = marked ? rangesBetween(text, boundaries) : splitUnits(text);
      const pieces = divideInline(
        paragraph.children,
        ranges.flatMap(({ start, end }) => [start, end]),
      );
      // A node without length, such as a page break, may follow the last unit.
      paragraph.children = pieces.flatMap((piece, i): PhrasingContent[] =>
        i % 2 === 1 ? [{ type: 'unit', segment, index: ++index, children: piece }] : piece,
      );
    }
  }
}

function paragraphsBySegment(tree: Root): Map<string, Paragraph[]> {
  const bySegment = new Map<string, Paragraph[]>();
  for (const block of tree.children) {
    const segment = block.data?.segment;
    if (segment === undefined || parseSegmentId(segment)?.type === 'heading') continue;
    visit(block, 'paragraph', (paragraph) => {
      bySegment.set(segment, [...(bySegment.get(segment) ?? []), paragraph]);
    });
  }
  return bySegment;
}

/** Removes the editor’s boundaries from a paragraph and returns their offsets in the flat text. */
function takeBoundaries(paragraph: Paragraph): number[] {
  const boundaries: number[] = [];
  const kept: PhrasingContent[] = [];
  for (const node of paragraph.children) {
    if (node.type === 'unitBoundary') boundaries.push(flatText(kept).length);
    else kept.push(node);
  }
  paragraph.children = kept;
  return boundaries;
}
