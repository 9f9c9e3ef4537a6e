import { compareNumbers } from '../../language/numbers.ts';
import { knowsNumbers, numbersIn } from '../../language/numbers-in.ts';
import { textPairs } from '../pairs.ts';
import type { Rule } from '../rule.ts';

export const numbersAgree: Rule = {
  id: 'numbers-agree',
  knows: knowsNumbers,
  isSuppressedByCause: true,
  *judge(dossier) {
    for (const { id: text, sides } of textPairs(dossier)) {
      const [first, second] = sides.map((one) => numbersIn(one.text, one.edition.lang));
      if (!first || !second) continue;
      const mentions: Parameters<typeof compareNumbers>[0] = [first, second];
      for (const { mention, side } of compareNumbers(mentions)) {
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
