import type { Root, RootContent } from 'mdast';
import { inlineText } from '../../markdown/text.ts';
import { isFormula } from '../../model/formula.ts';
import { placeOf } from '../../model/place.ts';
import { segmentsIn } from '../../read/text-in.ts';
import { freeIdAfter } from '../free-id.ts';
import type { Finding, Rule } from '../rule.ts';
import { nodesIn } from '../trees.ts';

/**
 * Every block of a chapter belongs to a segment, and every paragraph opens one, except in the abstract and for a
 * formula on its own line. Text that continues after a list or a quotation may belong to the preceding segment,
 * unless the ids leave a gap there.
 */
export const segmentsMarked: Rule = {
  id: 'segments-marked',
  *judge(dossier) {
    const everywhere = new Set(segmentsIn(dossier).map(({ id }) => id));
    for (const { tree, path, section, edition } of dossier.chapters) {
      const taken = new Set(segmentsIn(dossier, edition).map(({ id }) => id));
      let last: string | undefined;
      for (const [i, block] of tree.children.entries()) {
        yield* headingsWithin(block, path);
        const segment = block.data?.segment;
        const free = freeIdAfter(last, section, taken);
        if (segment === undefined && block.type !== 'mdxFlowExpression') {
          yield {
            place: placeOf(block, path),
            invalidates: [free],
            reason:
              block.type === 'heading'
                ? 'Missing id at the start of a heading, expected one such as {/* 2.4 */}'
                : `Missing id at the start of a ${nameOf(block)}, expected one such as {/* ${free} */}`,
          };
        } else if (segment !== undefined && block.type === 'paragraph' && !block.data?.opensSegment) {
          const before = tree.children[i - 1]?.type;
          const isAlone =
            (before === 'paragraph' || before === 'exhibitPlace') &&
            segment !== 'abstract' &&
            !isFormula(inlineText(block.children));
          const next = tree.children.slice(i).find(({ data }) => data?.opensSegment)?.data?.segment;
          if (isAlone || everywhere.has(free) || next === freeIdAfter(free, section, taken)) {
            yield {
              place: placeOf(block, path),
              invalidates: [segment, free],
              reason: `Missing id at the start of a paragraph, expected one such as {/* ${free} */}`,
              note: `Without one it is read as part of ${segment}.`,
            };
          }
        }
        if (segment !== undefined && block.type !== 'exhibitPlace') last = segment;
      }
    }
  },
};

function headingsWithin(block: RootContent, path: string): Finding[] {
  if (block.type === 'heading' || !('children' in block)) return [];
  const tree: Root = { type: 'root', children: [block] };
  return nodesIn([{ tree, path }], 'heading').map(({ place }) => ({
    place,
    reason: 'Unexpected heading within a block, expected headings on their own',
  }));
}

const nameOf = ({ type }: RootContent): string => names[type] ?? 'block';
const names: Record<string, string> = {
  paragraph: 'paragraph',
  list: 'list',
  blockquote: 'quotation',
  table: 'table',
  math: 'formula',
};
