import { numberPatternsOf } from '../../language/number-patterns.ts';
import { compareNumbers, readNumbers } from '../../language/numbers.ts';
import { textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

/** Whatever number, date, share or amount a unit names, its partner names too. */
export const numbersAgree: Rule = {
  id: 'numbers-agree',
  isConsequent: true,
  *judge(dossier) {
    for (const { id: text, sides } of textPairs(dossier)) {
      const forms = [
        numberPatternsOf(sides[0].edition.lang),
        numberPatternsOf(sides[1].edition.lang),
      ] as const;
      if (!forms[0] || !forms[1]) continue;
      const mentions = [readNumbers(sides[0].text, forms[0]), readNumbers(sides[1].text, forms[1])] as const;
      for (const { mention, side } of compareNumbers([...mentions])) {
        const [here, there] = side === 0 ? [sides[0], sides[1]] : [sides[1], sides[0]];
        const written = here.text.slice(mention.start, mention.end);
        const others = mentions[(1 - side) as 0 | 1].map(({ key }) => key).join(', ');
        yield {
          text,
          place: here.place,
          cause: there.place,
          reason: `Unexpected number “${written}” (${mention.key}) in ${text} of edition ${here.edition.id}, expected ${others === '' ? 'none, as in' : 'one of'} edition ${there.edition.id}${others && ': '}${others}`,
        };
      }
    }
  },
};
