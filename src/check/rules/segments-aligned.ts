import { startOf } from '../../model/place.ts';
import type { Rule } from '../rule.ts';

/** The first edition leads: every other one has its segments and no others. What it lacks is untranslated, a `todo`. */
export const segmentsAligned: Rule = {
  id: 'segments-aligned',
  isConsequent: true,
  *judge({ chapters, settings, unread }) {
    const [root, ...others] = settings.value.editions;
    if (!root) return;
    const rootChapters = chapters.filter(({ edition }) => edition === root.id);
    for (const { id: edition } of others) {
      const following = chapters.filter((chapter) => chapter.edition === edition);
      const known = new Set(rootChapters.flatMap(({ segments }) => segments.map(({ id }) => id)));
      for (const { id, place, chapter } of following.flatMap(({ segments }) => segments)) {
        // A chapter that is missing as a whole is said of its file.
        const isInRoot = rootChapters.some((one) => one.id === chapter);
        if (!known.has(id) && isInRoot && !unread.has(`chapters/${root.id}/${chapter}.mdx`))
          yield {
            place,
            within: id,
            reason: `Unexpected segment ${id}, expected one that edition ${root.id} has`,
          };
      }
      for (const chapter of rootChapters) {
        if (unread.has(`chapters/${edition}/${chapter.id}.mdx`)) continue;
        const partner = following.find(({ id }) => id === chapter.id);
        if (!partner) continue;
        const translated = new Set(partner.segments.map(({ id }) => id));
        for (const { id, place } of chapter.segments) {
          if (translated.has(id)) continue;
          yield {
            place,
            within: id,
            level: 'todo',
            cause: startOf(partner.path),
            reason: `Missing segment ${id} in edition ${edition}, expected it as in edition ${root.id}`,
          };
        }
      }
    }
  },
};
