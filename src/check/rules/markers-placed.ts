import { visit } from 'unist-util-visit';
import { placeOf, formatPlace } from '../../model/place.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import { suppressionsOf } from '../suppressions.ts';
import type { Finding, Rule } from '../rule.ts';
import { treesOf } from '../trees.ts';

/** Headings of sections and subsections: ## and below them ###, which no paragraph's id may have. */
const NUMBERED_DEPTHS = 3;

/** Every marker stands where it says something, and a heading's id is a heading's. */
export const markersPlaced: Rule = {
  id: 'markers-placed',
  *judge(dossier) {
    const found: Finding[] = [];
    const heeded = new Set(suppressionsOf(dossier).map(({ place }) => formatPlace(place)));
    for (const { tree, path } of treesOf(dossier)) {
      visit(tree, (node) => {
        if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
          found.push({
            place: placeOf(node, path),
            reason: `Unexpected marker {${node.value}} here, expected a segment id at the head of a block, other markers between words`,
          });
        } else if (node.type === 'unitBoundary') {
          found.push({
            place: placeOf(node, path),
            reason:
              'Unexpected unit boundary, expected it in a paragraph of a segment, outside emphasis and links',
          });
        } else if (node.type === 'exception' && !heeded.has(formatPlace(placeOf(node, path)))) {
          found.push({
            place: placeOf(node, path),
            reason: 'Unexpected exception, expected it in a unit, a heading or a note',
          });
        }
      });
    }
    for (const { path, segments } of dossier.chapters) {
      for (const { id, blocks, place } of segments) {
        const [first] = blocks;
        // A heading below the numbered ones opens a paragraph's segment.
        const isHeading = first?.type === 'heading' && first.depth <= NUMBERED_DEPTHS;
        const depth = id.split('.').length;
        if (first?.type === 'heading' && isHeading && first.depth !== depth) {
          found.push({
            place: { ...place, path },
            reason: `Unexpected depth of heading ${id}, expected ${depth > NUMBERED_DEPTHS ? '####' : '#'.repeat(depth)}`,
          });
        }
        if (first?.type === 'exhibitPlace' || (parseSegmentId(id)?.type === 'heading') === isHeading)
          continue;
        found.push({
          place: { ...place, path },
          reason: `Unexpected id ${id} of a ${isHeading ? 'heading' : 'paragraph'}, expected one like ${isHeading ? '2.4' : '2.4.2'}`,
        });
      }
    }
    yield* found;
  },
};
