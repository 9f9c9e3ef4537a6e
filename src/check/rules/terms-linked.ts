import { mentionsIn } from '../../read/mentions.ts';
import type { Rule } from '../rule.ts';

export const termsLinked: Rule = {
  id: 'terms-linked',
  isSuppressedByCause: true,
  *judge(dossier) {
    const seen = new Set<string>();
    for (const [segment, mentions] of mentionsIn(dossier)) {
      const ofTerms = mentions.filter(({ kind }) => kind === 'term');
      for (const unit of segment.units) {
        const here = ofTerms.filter((one) => one.unit === unit.index);
        for (const { id: term } of here.filter(({ by }) => by === 'name')) {
          const key = `${segment.place.path} ${term}`;
          if (seen.has(key)) continue;
          seen.add(key);
          if (here.some(({ id, by }) => id === term && by === 'link')) continue;
          yield {
            level: 'todo',
            text: `${segment.id}-${unit.index}`,
            place: unit.place,
            reason: `Missing link at the first mention of term “${term}” in ${segment.id}-${unit.index}, expected one to term:${term}`,
          };
        }
      }
    }
  },
};
