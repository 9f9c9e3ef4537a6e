import { compareSegmentIds, parseSegmentId } from '../../model/segment-id.ts';
import type { Place } from '../../model/place.ts';
import type { Segment } from '../../read/dossier.ts';
import { chaptersIn } from '../../read/text-in.ts';
import type { Rule } from '../rule.ts';

export const segmentsOrdered: Rule = {
  id: 'segments-ordered',
  *judge(dossier) {
    for (const { id: edition } of dossier.settings.value.editions) {
      const seen = new Map<string, Place>();
      let before: Segment | undefined;
      let last: Segment | undefined;
      for (const chapter of chaptersIn(dossier, edition)) {
        for (const [i, segment] of chapter.segments.entries()) {
          const { id, place } = segment;
          const parts = parseSegmentId(id);
          const earlier = seen.get(id);
          if (earlier)
            yield {
              place,
              invalidates: [id],
              cause: earlier,
              reason: `Unexpected second segment ${id}, expected a unique id`,
            };
          else if (last !== undefined && compareSegmentIds(last.id, id) > 0) {
            const next = chapter.segments.slice(i + 1).find(({ type }) => type !== 'exhibit');
            // Without the previous segment, the ids would ascend.
            const isLast =
              next !== undefined &&
              compareSegmentIds(last.id, next.id) > 0 &&
              compareSegmentIds(id, next.id) < 0 &&
              (before === undefined || compareSegmentIds(before.id, id) < 0);
            yield isLast
              ? {
                  place: last.place,
                  reason: `Unexpected segment ${last.id} before ${id}, expected ids to ascend`,
                }
              : { place, reason: `Unexpected segment ${id} after ${last.id}, expected ids to ascend` };
          }
          if (parts && 'section' in parts && parts.section !== chapter.section) {
            yield {
              place,
              reason: `Unexpected segment ${id} in chapter ${chapter.id}, expected ids that begin with ${chapter.section}.`,
            };
          }
          seen.set(id, earlier ?? place);
          if (parts?.type !== 'exhibit') [before, last] = [last, segment];
        }
      }
    }
  },
};
