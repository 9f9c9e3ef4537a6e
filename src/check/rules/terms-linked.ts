import { mentionsIn } from '../mentions.ts';
import type { Rule } from '../rule.ts';

/** Where a chapter first names a term of the glossary, it links to it. */
export const termsLinked: Rule = {
  id: 'terms-linked',
  isConsequent: true,
  *judge(dossier) {
    const seen = new Set<string>();
    for (const { chapter, unit: place, terms } of mentionsIn(dossier)) {
      if (!place) continue;
      const { segment, unit } = place;
      for (const term of terms) {
        const key = `${chapter.path} ${term}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const isLinked = segment.targets.some(
          (target) => target.scheme === 'term' && target.id === term && target.unit === unit.index,
        );
        if (isLinked) continue;
        yield {
          level: 'todo',
          text: `${segment.id}-${unit.index}`,
          place: unit.place,
          reason: `Unexpected first mention of the term “${term}” in ${segment.id}-${unit.index} without a link, expected one to term:${term}`,
        };
      }
    }
  },
};
