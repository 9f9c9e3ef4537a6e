import { numbersIn } from '../../language/numbers-in.ts';
import { blockText } from '../../markdown/text.ts';
import type { Localised } from '../../model/localised.ts';
import { formatPassage, isWithin, type Passage } from '../../model/passage.ts';
import { placeOf, type Place } from '../../model/place.ts';
import { isOff } from '../../model/source-check.ts';
import type { Dossier } from '../../read/dossier.ts';
import { namesFinder } from '../../read/mentions.ts';
import type { Rule } from '../rule.ts';

/**
 * A record that repeats a figure or date of a claim which its source does not bear out rests on the unit that makes the
 * claim, or is among what the check concerns.
 */
export const correctionCarried: Rule = {
  id: 'correction-carried',
  *judge(dossier) {
    const languages = new Map(dossier.settings.value.editions.map(({ id, lang }) => [id, lang]));
    const find = namesFinder(dossier);
    const figuresOf = (text: Localised): string[] =>
      Object.entries(text).flatMap(([edition, words]) => figuresIn(words, languages.get(edition) ?? ''));
    const namedIn = (text: Localised): string[] =>
      Object.entries(text).flatMap(([edition, words]) =>
        find(edition, words).map(({ kind, id }) => `${kind} ${id}`),
      );
    const records = recordsOf(dossier).map(({ texts, ...record }) => ({
      ...record,
      // Most records repeat nothing, and what those name is not looked for.
      named: () => texts.flatMap(({ text }) => namedIn(text)),
      figures: new Map(texts.flatMap(({ text, place }) => figuresOf(text).map((one) => [one, place]))),
    }));
    for (const [i, check] of dossier.checks.value.entries()) {
      if (!isOff(check)) continue;
      const { passage, concerns } = check;
      const unit = passage.units?.[0] ?? 0;
      const claimed = [...new Set(figuresOf(check.claim))];
      const named = namedIn(check.claim);
      for (const { name, owners, passages, figures, ...record } of records) {
        if (passages.some((one) => one.segment === passage.segment && isWithin(one, unit))) continue;
        if (owners.some((one) => concerns.includes(one))) continue;
        // The same figure may be said of something else: they have to name a thing in common, or else have all figures.
        const repeated = claimed.filter((figure) => figures.has(figure));
        const [figure] = repeated;
        if (figure === undefined) continue;
        const own = named.length > 0 ? record.named() : [];
        const isSame =
          named.length > 0 ? named.some((one) => own.includes(one)) : repeated.length === claimed.length;
        if (!isSame) continue;
        yield {
          level: 'todo',
          place: figures.get(figure)!,
          cause: dossier.checks.at(i, 'claim'),
          reason: `Unexpected ${figure} in ${name}, as in the claim that source check ${check.id} corrects, expected the check to concern it`,
          note:
            owners.length > 0
              ? `Add ${owners.join(' or ')} to its concerns, or mend the text.`
              : `Give it the passage ${formatPassage(passage)}, or mend it.`,
        };
      }
    }
  },
};

/** What the dossier says of the paper beside its text. */
interface DossierRecord {
  /** As a message calls it. */
  name: string;
  /** What a check has to concern in order to correct it: case:long-fog. */
  owners: string[];
  /** Where the paper says it. */
  passages: Passage[];
  texts: { place: Place; text: Localised }[];
}

function recordsOf({ cases, terms, actors, quantities }: Dossier): DossierRecord[] {
  const passagesOf = new Map(cases.map(({ id, value }) => [id, value.passages]));
  return [
    ...cases.map(({ id, value, at, prose }) => ({
      name: `the case “${id}”`,
      owners: [`case:${id}`],
      passages: value.passages,
      texts: [
        { place: at('title'), text: value.title },
        { place: at('summary'), text: value.summary },
        ...prose.flatMap(({ edition, path, tree }) =>
          tree.children.map((block) => ({
            place: placeOf(block, path),
            text: { [edition]: blockText([block]) },
          })),
        ),
      ],
    })),
    ...terms.map(({ id, value, at }) => ({
      name: `the term “${id}”`,
      owners: [`term:${id}`],
      passages: value.definedIn === undefined ? [] : [{ segment: value.definedIn }],
      texts: [
        { place: at('definition'), text: value.definition },
        ...(value.addition ? [{ place: at('addition'), text: value.addition }] : []),
      ],
    })),
    ...actors.map(({ id, value, at }) => ({
      name: `the actor “${id}”`,
      owners: [`actor:${id}`],
      passages: [],
      texts: [{ place: at('name'), text: value.name }],
    })),
    ...quantities.value.map(({ what, passage, case: slug, ...quantity }, i) => ({
      name: `the ${quantity.type} of “${Object.values(what)[0]}”`,
      owners: slug === undefined ? [] : [`case:${slug}`],
      passages: [passage, ...(passagesOf.get(slug ?? '') ?? [])],
      texts: [
        { place: quantities.at(i, 'what'), text: what },
        ...(quantity.type === 'amount'
          ? [{ place: quantities.at(i, 'value'), text: written(quantity.value, quantity.measure) }]
          : []),
      ],
    })),
  ];
}

/** An amount as texts write it, its measure before it or behind. */
const written = (value: number | string, measure: Localised): Localised =>
  Object.fromEntries(
    Object.entries(measure).map(([edition, words]) => [edition, `${value} ${words}; ${words}${value}`]),
  );

/**
 * What a text counts, and the dates that it gives to the month, in a form that is the same in every language. A year
 * alone, or a number below ten without a measure, stands in too many texts to tell anything.
 */
function figuresIn(text: string, lang: string): string[] {
  const spans = Map.groupBy(numbersIn(text, lang) ?? [], ({ start }) => start);
  return [...spans.values()]
    .map((mentions) => mentions.map(({ key }) => key).join(' '))
    .filter((figure) => /^year \d+ month|^\d\S* \S|^\d{2}/.test(figure));
}
