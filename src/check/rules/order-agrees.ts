import { knowsNumbers, numbersIn } from '../../language/numbers-in.ts';
import { knowsStates } from '../../language/regions.ts';
import type { Dossier } from '../../read/dossier.ts';
import { finderIn } from '../../language/lexicon.ts';
import { compoundsOf, namesOf } from '../../language/names.ts';
import { textPairs, type TextSide } from '../pairs.ts';
import type { Finding, Rule } from '../rule.ts';

export const orderAgrees: Rule = {
  id: 'order-agrees',
  knows: knowsNumbers,
  isSuppressedByCause: true,
  *judge(dossier) {
    const statesIn = stateReader(dossier);
    for (const { id: text, sides } of textPairs(dossier)) {
      yield* exchanged(text, sides, [statesIn(sides[0]), statesIn(sides[1])]);
      const [first, second] = [seriesIn(sides[0]), seriesIn(sides[1])];
      for (const [measure, values] of first)
        yield* exchanged(text, sides, [values, second.get(measure) ?? []]);
    }
  },
};

function* exchanged(
  text: string,
  [here, there]: [TextSide, TextSide],
  [a, b]: [string[], string[]],
): Generator<Finding> {
  if (a.join() === b.join() || [...a].sort().join() !== [...b].sort().join()) return;
  yield {
    text,
    place: there.place,
    cause: here.place,
    reason: `Unexpected order in ${text} of edition ${there.edition.id} (${b.join(', ')}), expected ${a.join(', ')} as in edition ${here.edition.id}`,
  };
}

function stateReader(dossier: Dossier): (side: TextSide) => string[] {
  const { editions } = dossier.settings.value;
  // The actors too, so that “Latin American” does not match the United States.
  const names = namesOf(editions, dossier.actors, knowsStates);
  const find = finderIn(editions, names, compoundsOf(editions));
  return ({ edition, text }) => [...find(edition.id, text).keys()].filter((id) => /^[A-Z]{2}$/.test(id));
}

/** The numbers that a text names, in order, grouped by measure. */
function seriesIn({ edition, text }: TextSide): Map<string, string[]> {
  const series = new Map<string, string[]>();
  for (const { key, optional } of numbersIn(text, edition.lang) ?? []) {
    const measure = /^(year|month|day|decade|century)\b/.exec(key)?.[0] ?? key.split(' ')[1];
    if (measure === undefined || optional) continue;
    series.set(measure, [...(series.get(measure) ?? []), key]);
  }
  return series;
}
