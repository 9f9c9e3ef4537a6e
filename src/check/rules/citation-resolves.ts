import { visit } from 'unist-util-visit';
import { placeOf } from '../../read/read-chapter.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';

/** Every citation names a work of works.json, in the syntax that is read as one. */
export const citationResolves: Rule = {
  id: 'citation-resolves',
  *judge({ chapters, works, unread }) {
    if (unread.has('works.json')) return;
    const keys = works.map(({ id }) => id);
    for (const { notes, path, tree } of chapters) {
      const misplaced: Finding[] = [];
      visit(tree, 'citation', (node) => {
        misplaced.push({
          place: placeOf(node, path),
          reason: 'Unexpected citation in the text, expected it in a note',
        });
      });
      yield* misplaced;
      for (const { citations, blocks } of notes) {
        for (const { key, place } of citations) {
          if (!keys.includes(key)) {
            yield {
              place,
              reason: `Unexpected citation of unknown work “${key}”, expected an id from works.json${nearest(key, keys)}`,
            };
          }
        }
        const unread: Finding[] = [];
        for (const block of blocks) {
          visit(block, 'text', (node) => {
            const at = node.value.search(/(?<![\p{L}\p{N}])@[a-z0-9]/u);
            if (at < 0) return;
            const place = placeOf(node, path);
            unread.push({
              place: { ...place, column: place.column + at },
              reason:
                'Unexpected @ outside a citation, expected [@key, p. 4; @other] with a key in every part',
            });
          });
        }
        yield* unread;
      }
    }
  },
};
