import { visit } from 'unist-util-visit';
import { placeOf } from '../../read/read-chapter.ts';
import type { Finding, Rule } from '../rule.ts';

/** Every block of a chapter belongs to a segment. */
export const segmentsMarked: Rule = {
  id: 'segments-marked',
  *judge({ chapters }) {
    for (const { tree, path } of chapters) {
      for (const block of tree.children) {
        if (block.type !== 'heading' && 'children' in block) {
          const nested: Finding[] = [];
          visit(block, 'heading', (node) => {
            nested.push({
              place: placeOf(node, path),
              reason: 'Unexpected heading within a block, expected headings on their own',
            });
          });
          yield* nested;
        }
        if (block.data?.segment !== undefined) continue;
        yield {
          place: placeOf(block, path),
          reason: `Unexpected ${block.type} outside any segment, expected a marker such as {/* 2.4.2 */} at its head`,
        };
      }
    }
  },
};
