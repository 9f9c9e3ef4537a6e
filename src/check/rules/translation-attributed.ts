import { nearest } from '../../model/nearest.ts';
import type { Rule } from '../rule.ts';

export const translationAttributed: Rule = {
  id: 'translation-attributed',
  *judge({ settings }) {
    const { editions } = settings.value;
    const originals = editions.filter(({ role }) => role === 'original').map(({ id }) => id);
    for (const [i, edition] of editions.entries()) {
      const { id, role, of, translator } = edition;
      const at = (key: 'role' | 'of' | 'translator') => settings.at('editions', i, key);
      if (role !== 'translation') {
        for (const key of ['of', 'translator'] as const)
          if (edition[key] !== undefined)
            yield {
              place: at(key),
              reason: `Unexpected \`${key}\` in edition “${id}”, whose role is ${role}, expected it in a translation only`,
            };
        continue;
      }
      if (of === undefined && translator === undefined) {
        yield {
          level: 'todo',
          place: at('role'),
          reason: `Missing original and translator of the translation “${id}”, expected both, or role: paraphrase`,
          note: 'Until then, pages call it a paraphrase. If somebody translated an original edition, write `of` and `translator`; if it restates the paper, in whatever language, write `role: paraphrase`.',
        };
        continue;
      }
      if (translator === undefined)
        yield {
          place: at('of'),
          reason: `Missing translator of the translation “${id}”, expected \`translator\` with a name`,
        };
      if (of === undefined)
        yield {
          place: at('translator'),
          reason: `Missing original of the translation “${id}”, expected \`of\` with the id of an original edition`,
        };
      else if (!originals.includes(of))
        yield {
          place: at('of'),
          reason: `Unexpected edition “${of}” as the original of the translation “${id}”, expected one whose role is original${originals.length > 0 ? `: ${originals.join(', ')}` : ''}${nearest(of, originals)}`,
          actual: of,
          expected: originals,
        };
    }
  },
};
