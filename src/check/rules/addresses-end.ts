import { visit } from 'unist-util-visit';
import { inlineText } from '../../markdown/text.ts';
import { placeOf, stretchOf } from '../../model/place.ts';
import type { Finding, Rule } from '../rule.ts';
import { treesOf } from '../trees.ts';

/** A bare address ends before the Chinese that follows it: GFM takes 。（ and whatever comes after them into the link. */
export const addressesEnd: Rule = {
  id: 'addresses-end',
  *judge(dossier) {
    const found: Finding[] = [];
    for (const { tree, path } of treesOf(dossier)) {
      visit(tree, 'link', (node) => {
        const shown = inlineText(node.children);
        const bare = node.url.endsWith(shown);
        const extra = bare ? /[\p{Script=Han}，。、；：？！（）《》“”].*/u.exec(shown)?.[0] : undefined;
        if (extra === undefined) return;
        found.push({
          place: stretchOf(placeOf(node, path), shown.length - extra.length, extra.length),
          reason: `Unexpected “${extra}” in a bare address, expected the address alone: [text](address)`,
        });
      });
    }
    yield* found;
  },
};
