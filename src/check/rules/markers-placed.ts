import { parseMarker } from '../../markdown/markers.ts';
import { MAX_NUMBERED_DEPTH } from '../../markdown/remark-segments.ts';
import { formatPlace } from '../../model/place.ts';
import { parseSegmentId } from '../../model/segment-id.ts';
import { segmentsIn } from '../../read/text-in.ts';
import { atStray, strayNotationOf } from '../stray-notation.ts';
import { exceptionsIn } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { nodesIn, treesOf } from '../trees.ts';

export const markersPlaced: Rule = {
  id: 'markers-placed',
  *judge(dossier) {
    const texts = treesOf(dossier);
    for (const { node, place } of nodesIn(texts, 'mdxTextExpression', 'mdxFlowExpression'))
      yield {
        place,
        reason: `Unexpected marker {${node.value}} here, expected a segment id at the start of a block, and other markers between words`,
      };
    for (const { place } of nodesIn(texts, 'unitBoundary'))
      yield {
        place,
        reason:
          'Unexpected unit boundary, expected it in a paragraph of a segment, outside emphasis and links',
      };
    for (const stray of strayNotationOf(dossier, 'brace'))
      yield {
        ...atStray(stray),
        level: 'todo',
        reason: `Unexpected ${stray.written} without an opening brace, expected ${parseMarker(`/* ${stray.label} */`) ? `{/* ${stray.label} */}` : 'no brace, or \\} to print one'}`,
        note: 'Readers see it as it is.',
      };
    const heeded = new Set(exceptionsIn(dossier).map(({ place }) => formatPlace(place)));
    for (const { place } of nodesIn(texts, 'exception'))
      if (!heeded.has(formatPlace(place)))
        yield { place, reason: 'Unexpected exception, expected it in a unit, a heading or a note' };
    for (const { id, blocks, place } of segmentsIn(dossier)) {
      const [first] = blocks;
      // A heading below the numbered levels opens a paragraph’s segment.
      const isHeading = first?.type === 'heading' && first.depth <= MAX_NUMBERED_DEPTH;
      const depth = id.split('.').length;
      if (isHeading && first.depth !== depth)
        yield {
          place,
          reason: `Unexpected depth of heading ${id}, expected ${depth > MAX_NUMBERED_DEPTH ? '####' : '#'.repeat(depth)}`,
        };
      if (first?.type === 'exhibitPlace' || (parseSegmentId(id)?.type === 'heading') === isHeading) continue;
      yield {
        place,
        reason: `Unexpected id ${id} of a ${isHeading ? 'heading' : 'paragraph'}, expected one like ${isHeading ? '2.4' : '2.4.2'}`,
      };
    }
  },
};
