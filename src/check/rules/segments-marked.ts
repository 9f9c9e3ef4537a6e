import { placeOf } from '../../read/read-chapter.ts';
import type { Rule } from '../rule.ts';

/** Every block of a chapter belongs to a segment. */
export const segmentsMarked: Rule = {
  id: 'segments-marked',
  *judge({ chapters }) {
    for (const { tree, path } of chapters) {
      for (const block of tree.children) {
        if (block.data?.segment !== undefined || block.type === 'definition') continue;
        yield {
          place: placeOf(block, path),
          reason: `Unexpected ${block.type} outside any segment, expected a marker such as {/* 2.4.2 */} at its head`,
        };
      }
    }
  },
};
