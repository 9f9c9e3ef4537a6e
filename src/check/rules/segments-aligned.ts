import { startOf } from '../../model/place.ts';
import type { Rule } from '../rule.ts';

/** The first edition leads: every other one has its segments and no others. What it lacks is untranslated, a `todo`. */
export const segmentsAligned: Rule = {
  id: 'segments-aligned',
  isConsequent: true,
  *judge({ chapters, settings, unread }) {
    const [leading, ...others] = settings.value.editions;
    if (!leading) return;
    const led = chapters.filter(({ edition }) => edition === leading.id);
    for (const { id: edition } of others) {
      const following = chapters.filter((chapter) => chapter.edition === edition);
      const known = new Set(led.flatMap(({ segments }) => segments.map(({ id }) => id)));
      for (const { id, place, chapter } of following.flatMap(({ segments }) => segments)) {
        // A chapter that is missing as a whole is said of its file.
        const isLed = led.some((one) => one.id === chapter);
        if (!known.has(id) && isLed && !unread.has(`chapters/${leading.id}/${chapter}.mdx`))
          yield {
            place,
            within: id,
            reason: `Unexpected segment ${id}, expected one that edition ${leading.id} has`,
          };
      }
      for (const chapter of led) {
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
            reason: `Missing segment ${id} in edition ${edition}, expected it as in edition ${leading.id}`,
          };
        }
      }
    }
  },
};
