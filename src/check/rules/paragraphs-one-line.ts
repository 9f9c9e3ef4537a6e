import { visit } from 'unist-util-visit';
import { placeOf } from '../../model/place.ts';
import type { Finding, Rule } from '../rule.ts';
import { treesOf } from '../trees.ts';

/** A paragraph is one line: between Han characters a line break would become a space. */
export const paragraphsOneLine: Rule = {
  id: 'paragraphs-one-line',
  *judge(dossier) {
    const found: Finding[] = [];
    for (const { tree, path } of treesOf(dossier)) {
      visit(tree, 'text', (node) => {
        if (!node.value.includes('\n')) return;
        found.push({
          place: placeOf(node, path),
          reason: 'Unexpected line break within a paragraph, expected the paragraph on one line',
        });
      });
    }
    yield* found;
  },
};
