import { comparePassages, formatPassage } from '../../model/passage.ts';
import type { Rule } from '../rule.ts';

export const checksOrdered: Rule = {
  id: 'checks-ordered',
  *judge({ checks }) {
    const list = checks.value;
    for (const [i, { id, passage }] of list.entries()) {
      const first = list.findIndex((check) => check.id === id);
      const before = list[i - 1];
      if (first < i)
        yield {
          place: checks.at(i, 'id'),
          cause: checks.at(first, 'id'),
          reason: `Unexpected second source check “${id}”, expected a unique id`,
        };
      if (before && comparePassages(before.passage, passage) > 0)
        yield {
          place: checks.at(i, 'passage'),
          cause: checks.at(i - 1, 'passage'),
          reason: `Unexpected source check of ${formatPassage(passage)} after one of ${formatPassage(before.passage)}, expected them in the order of the paper`,
        };
    }
  },
};
