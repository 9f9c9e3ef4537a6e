import { compareSegmentIds, parseSegmentId } from '../../model/segment-id.ts';
import type { Place } from '../../model/place.ts';
import type { Rule } from '../rule.ts';

/** Within an edition every id is given once, in its own section, and ids ascend. */
export const segmentsOrdered: Rule = {
  id: 'segments-ordered',
  *judge({ chapters, settings }) {
    for (const { id: edition } of settings.value.editions) {
      const seen = new Map<string, Place>();
      let last: string | undefined;
      for (const chapter of chapters.filter((one) => one.edition === edition)) {
        for (const { id, place } of chapter.segments) {
          const parts = parseSegmentId(id);
          const earlier = seen.get(id);
          if (earlier)
            yield {
              place,
              breaks: [id],
              cause: earlier,
              reason: `Unexpected second segment ${id}, expected an id that is given once`,
            };
          else if (last !== undefined && compareSegmentIds(last, id) > 0) {
            yield { place, reason: `Unexpected segment ${id} after ${last}, expected ids to ascend` };
          }
          if (parts && 'section' in parts && parts.section !== chapter.section) {
            yield {
              place,
              reason: `Unexpected segment ${id} in chapter ${chapter.id}, expected ids that begin with ${chapter.section}.`,
            };
          }
          seen.set(id, earlier ?? place);
          if (parts?.type !== 'exhibit') last = id;
        }
      }
    }
  },
};
