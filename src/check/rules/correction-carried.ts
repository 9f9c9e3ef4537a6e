import { numbersIn } from '../../language/numbers-in.ts';
import { blockText, type Substitute } from '../../markdown/text.ts';
import type { Localised } from '../../model/localised.ts';
import { entityKey } from '../../model/entity-key.ts';
import { formatPassage, isWithin, type Passage } from '../../model/passage.ts';
import { placeOf, type Place } from '../../model/place.ts';
import { departsFromSource } from '../../model/source-check.ts';
import type { Dossier } from '../../read/dossier.ts';
import { namesFinder } from '../../read/mentions.ts';
import type { Rule } from '../rule.ts';

/**
 * A record that repeats a figure or date from a claim which its source does not support is based on the unit with
 * that claim, or is listed in the check’s `concerns`.
 */
export const correctionCarried: Rule = {
  id: 'correction-carried',
  *judge(dossier) {
    const languages = new Map(dossier.settings.value.editions.map(({ id, lang }) => [id, lang]));
    const find = namesFinder(dossier);
    const figuresOf = (text: Localised): string[] =>
      Object.entries(text).flatMap(([edition, words]) => figuresIn(words, languages.get(edition) ?? ''));
    const namedIn = (text: Localised): string[] =>
      Object.entries(text).flatMap(([edition, words]) => find(edition, words).map(entityKey));
    const records = recordsOf(dossier).map(({ texts, ...record }) => ({
      ...record,
      // Evaluated lazily: most records repeat no figure, so their names are not needed.
      named: () => texts.flatMap(({ text }) => namedIn(text)),
      figures: new Map(texts.flatMap(({ text, place }) => figuresOf(text).map((one) => [one, place]))),
    }));
    for (const [i, check] of dossier.checks.value.entries()) {
      if (!departsFromSource(check)) continue;
      const { passage, concerns } = check;
      const unit = passage.units?.[0] ?? 0;
      const claimed = [...new Set(figuresOf(check.claim))];
      const named = namedIn(check.claim);
      for (const { name, owners, passages, figures, ...record } of records) {
        if (passages.some((one) => one.segment === passage.segment && isWithin(one, unit))) continue;
        if (owners.some((one) => concerns.includes(one))) continue;
        // The same figure may refer to something else, so the texts must also share a name, or else all figures.
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
              ? `Add ${owners.join(' or ')} to the check’s concerns, or correct the text.`
              : `Give it the passage ${formatPassage(passage)}, or correct it.`,
        };
      }
    }
  },
};

/** What the dossier says about the paper outside its text. */
interface DossierRecord {
  /** As messages refer to it. */
  name: string;
  /** The `concerns` by which a check corrects it: case:long-fog. */
  owners: string[];
  /** Where the paper makes the statement. */
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
            text: { [edition]: blockText([block], withoutNoteLinks) },
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

/** Omits links to notes: the number in “note 41” is not a figure of the text. */
const withoutNoteLinks: Substitute = (node) =>
  node.type === 'link' && node.data?.target?.scheme === 'note' ? '' : undefined;

/** An amount as texts write it, with its measure before or after it. */
const written = (value: number | string, measure: Localised): Localised =>
  Object.fromEntries(
    Object.entries(measure).map(([edition, words]) => [edition, `${value} ${words}; ${words}${value}`]),
  );

/**
 * The quantities in a text, and its dates that include a month, in a form that is the same in every language. A year
 * alone, or a number below ten without a measure, is too common to be significant.
 */
function figuresIn(text: string, lang: string): string[] {
  const spans = Map.groupBy(numbersIn(text, lang) ?? [], ({ start }) => start);
  return [...spans.values()]
    .map((mentions) => mentions.map(({ key }) => key).join(' '))
    .filter((figure) => /^year \d+ month|^\d\S* \S|^\d{2}/.test(figure));
}
