import type { Rule } from '../rule.ts';

export const worksUnique: Rule = {
  id: 'works-unique',
  *judge({ works }) {
    for (const [i, { id, at }] of works.entries()) {
      const first = works.findIndex((work) => work.id === id);
      if (first < i)
        yield {
          place: at('id'),
          cause: works[first]!.at('id'),
          reason: `Unexpected second work “${id}”, expected a unique id`,
        };
    }
  },
};
