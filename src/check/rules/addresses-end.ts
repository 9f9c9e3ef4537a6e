import { inlineText } from '../../markdown/text.ts';
import { stretchOf } from '../../model/place.ts';
import type { Rule } from '../rule.ts';
import { nodesIn, treesOf } from '../trees.ts';

/**
 * A bare address ends before the Chinese text that follows it: GFM would include 。（ and everything after it in the
 * link.
 */
export const addressesEnd: Rule = {
  id: 'addresses-end',
  *judge(dossier) {
    for (const { node, place } of nodesIn(treesOf(dossier), 'link')) {
      const shown = inlineText(node.children);
      const isBare = node.url.endsWith(shown);
      const extra = isBare ? /[\p{Script=Han}，。、；：？！（）《》“”].*/u.exec(shown)?.[0] : undefined;
      if (extra === undefined) continue;
      yield {
        place: stretchOf(place, shown.length - extra.length, extra.length),
        reason: `Unexpected “${extra}” in a bare address, expected the address alone: [text](address)`,
      };
    }
  },
};
