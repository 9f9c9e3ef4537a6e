import type { Rule } from '../rule.ts';
import { nodesIn, treesOf } from '../trees.ts';

export const paragraphsOneLine: Rule = {
  id: 'paragraphs-one-line',
  *judge(dossier) {
    for (const { node, place } of nodesIn(treesOf(dossier), 'text'))
      if (node.value.includes('\n'))
        yield {
          place,
          reason: 'Unexpected line break within a paragraph, expected the paragraph on one line',
        };
  },
};
