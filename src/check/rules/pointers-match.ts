import { knowsNumbers, numbersIn } from '../../language/numbers-in.ts';
import { entityKey } from '../../model/entity-key.ts';
import { primaryLanguage } from '../../model/language.ts';
import { countedEditions } from '../../model/alignment.ts';
import { formatPassage, isWithin, type Passage } from '../../model/passage.ts';
import type { Edition } from '../../model/settings.ts';
import { beginsWith, quotationsWithin } from '../../model/quoted-words.ts';
import type { CaseEntry, Dossier, Segment } from '../../read/dossier.ts';
import { mentionsIn, namesFinder } from '../../read/mentions.ts';
import { notesIn, segmentIn, workOf } from '../../read/text-in.ts';
import type { Finding, Rule } from '../rule.ts';

export const pointersMatch: Rule = {
  id: 'pointers-match',
  isSuppressedByCause: true,
  *judge(dossier) {
    yield* passagesWithoutCase(dossier);
    yield* notesWithoutPrinted(dossier);
    yield* quotationsWithoutWords(dossier);
    yield* checksWithoutFigures(dossier);
  },
};

/**
 * The passages of cases that, in every edition, neither link to the case nor name what it is about nor introduce an
 * example, that is, a link in the next unit to the case or a related one.
 */
function* passagesWithoutCase(dossier: Dossier): Generator<Finding> {
  const all = dossier.settings.value.editions.map(({ id }) => id);
  const counted = countedEditions(dossier.settings.value.editions).map(({ id }) => id);
  const mentions = mentionsIn(dossier);
  const thingsOf = thingsFinder(dossier);
  for (const entry of dossier.cases) {
    const things = new Map(all.map((edition) => [edition, thingsOf(entry, edition)]));
    for (const [i, passage] of entry.value.passages.entries()) {
      const { segment: place, units } = passage;
      const segments = segmentsOf(dossier, place, units === undefined ? all : counted);
      const isAbout = (segment: Segment, within: Passage = passage): boolean =>
        (mentions.get(segment) ?? []).some(
          ({ kind, id, unit, by }) =>
            by !== 'passage' &&
            (unit === undefined || isWithin(within, unit)) &&
            things.get(segment.edition)?.has(entityKey({ kind, id })),
        );
      // A figure or table has no place for a link.
      const has = (one: Segment): boolean =>
        one.type === 'exhibit' || isAbout(one) || leadsUp(one, passage, entry);
      if (segments.length === 0 || segments.some(has)) continue;
      const isPartly = units !== undefined && counted.length < all.length;
      const others = isPartly
        ? unitsOf(segments[0]!)
            .filter((one) => isAbout(segments[0]!, one))
            .map(formatPassage)
        : [];
      yield {
        level: 'todo',
        about: passage.segment,
        place: entry.at('passages', i),
        cause: placeIn(segments[0]!, passage.units?.[0]),
        reason: `Unexpected passage ${formatPassage(passage)} of the case “${entry.id}”, expected one that links to the case or names what it is about${isPartly ? ` in edition ${counted.join(' or ')}, whose units passages count` : ''}`,
        ...(others.length > 0
          ? { note: `There, ${others.join(' and ')} ${others.length > 1 ? 'do' : 'does'}.` }
          : {}),
      };
    }
  }
}

const unitsOf = ({ id, units }: Segment): Passage[] =>
  units.map(({ index }) => ({ segment: id, units: [index, index] }));

/** What a case is about: itself, its actors, and the actors and terms named in its title, summary and kind. */
function thingsFinder(dossier: Dossier): (entry: CaseEntry, edition: string) => Set<string> {
  const find = namesFinder(dossier);
  const kinds = new Map(dossier.settings.value.caseKinds.map(({ id, name }) => [id, name]));
  return ({ id, value }, edition) => {
    const texts = [value.title, value.summary, kinds.get(value.kind) ?? {}];
    const named = find(edition, texts.map((text) => text[edition] ?? '').join('\n'));
    return new Set([
      entityKey({ kind: 'case', id }),
      ...value.actors.map((id) => entityKey({ kind: 'actor', id })),
      ...named.map(entityKey),
    ]);
  };
}

const leadsUp = ({ targets }: Segment, { units }: Passage, { id, value }: CaseEntry): boolean =>
  units !== undefined &&
  targets.some(
    (target) =>
      target.scheme === 'case' && target.unit === units[1] + 1 && [id, ...value.related].includes(target.id),
  );

/** The minimum share of an editor’s note’s `printed` words that must be in its unit. */
const MIN_SHARE = 0.5;

/**
 * The editor’s notes whose `printed` words are not in their unit or its notes, in the edition in the paper’s
 * language.
 */
function* notesWithoutPrinted(dossier: Dossier): Generator<Finding> {
  const { editions, paper } = dossier.settings.value;
  const edition = editions.find(({ lang }) => primaryLanguage(lang) === primaryLanguage(paper.language))?.id;
  if (edition === undefined) return;
  for (const [i, { segment: id, unit: index, printed }] of dossier.editorNotes.value.entries()) {
    const [segment] = segmentsOf(dossier, id, [edition]);
    if (!segment) continue;
    const unit = index === undefined ? segment : segment.units.find((one) => one.index === index);
    const words = wordsIn(printed);
    const there = new Set(unit ? wordsIn(`${unit.text}\n${textOfNotes(dossier, edition, unit.notes)}`) : []);
    if (words.filter((word) => there.has(word)).length >= words.length * MIN_SHARE) continue;
    yield {
      level: 'todo',
      about: id,
      place: dossier.editorNotes.at(i, index === undefined ? 'segment' : 'unit'),
      cause: placeIn(segment, index),
      reason: `Unexpected editor’s note at ${index === undefined ? id : `${id}-${index}`}, expected it where edition ${edition} has “${printed}”`,
    };
  }
}

/** The quotations whose unit has no such words in quotation marks, in an edition that they name or else in any. */
function* quotationsWithoutWords(dossier: Dossier): Generator<Finding> {
  const counted = countedEditions(dossier.settings.value.editions).map(({ id }) => id);
  for (const [i, { passage, words }] of dossier.quotations.value.entries()) {
    const named = words === undefined ? counted : Object.keys(words);
    const texts = segmentsOf(dossier, passage.segment, named).map((segment) => ({
      segment,
      quoted: segment.units
        .filter(({ index }) => isWithin(passage, index))
        .flatMap(({ text }) => quotationsWithin(text)),
    }));
    const missing = texts.filter(
      ({ segment, quoted }) =>
        !quoted.some((one) => words === undefined || beginsWith(one, words[segment.edition])),
    );
    const [first] = missing;
    if (!first || (words === undefined && missing.length < texts.length)) continue;
    yield {
      level: 'todo',
      about: passage.segment,
      place: dossier.quotations.at(i, 'passage'),
      cause: placeIn(first.segment, passage.units?.[0]),
      reason: `Unexpected quotation at ${formatPassage(passage)}, expected it where edition ${first.segment.edition} has ${words === undefined ? 'words in quotation marks' : `“${words[first.segment.edition] ?? ''}” at the beginning of a quotation`}`,
    };
  }
}

/**
 * The source checks of the text whose claim gives numbers of which their unit, with its notes, has none in any edition.
 */
function* checksWithoutFigures(dossier: Dossier): Generator<Finding> {
  const counted = countedEditions(dossier.settings.value.editions).filter(({ lang }) => knowsNumbers(lang));
  const keysIn = (text: string, { lang }: Edition): string[] =>
    (numbersIn(text, lang) ?? []).map(({ key }) => key);
  for (const [i, { id, passage, claim, note }] of dossier.checks.value.entries()) {
    if (note !== undefined) continue;
    const texts = counted.flatMap((edition) => {
      const wanted = keysIn(claim[edition.id] ?? '', edition);
      return segmentsOf(dossier, passage.segment, [edition.id]).map((segment) => ({
        segment,
        wanted,
        having: segment.units
          .filter((unit) =>
            keysIn(`${unit.text}\n${textOfNotes(dossier, edition.id, unit.notes)}`, edition).some((key) =>
              wanted.includes(key),
            ),
          )
          .map(({ index }) => index),
      }));
    });
    const [first] = texts;
    if (
      !first ||
      texts.some(({ wanted, having }) => wanted.length === 0 || having.some((one) => isWithin(passage, one)))
    )
      continue;
    const { segment, wanted, having } = first;
    yield {
      level: 'todo',
      about: segment.id,
      place: dossier.checks.at(i, 'passage'),
      cause: placeIn(segment, passage.units?.[0]),
      reason: `Unexpected passage ${formatPassage(passage)} of source check ${id}, expected a unit that names one of the numbers of its claim: ${wanted.join(', ')}`,
      ...(having.length > 0
        ? {
            note: `In edition ${segment.edition}, ${having.map((one) => `${segment.id}-${one}`).join(' and ')} ${having.length > 1 ? 'do' : 'does'}.`,
          }
        : {}),
    };
  }
}

/** The text of notes, and what is printed of the works that they cite if it differs from the record. */
function textOfNotes(dossier: Dossier, edition: string, numbers: number[]): string {
  const notes = notesIn(dossier, edition).filter(
    ({ number }) => number !== undefined && numbers.includes(number),
  );
  const printed = notes
    .flatMap(({ citations }) => citations)
    .flatMap(({ key }) => Object.values(workOf(dossier, key)?.value.custom?.sic ?? {}))
    .map((sic) => sic.printed);
  return [...notes.map(({ comment }) => comment), ...printed].join('\n');
}

/** Single Han characters, and whole words and numbers in other scripts. */
const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv) ?? [];

const segmentsOf = (dossier: Dossier, id: string, editions: string[]): Segment[] =>
  editions.flatMap((edition) => segmentIn(dossier, edition, id) ?? []);

const placeIn = ({ place, units }: Segment, index: number | undefined) =>
  units.find((unit) => unit.index === index)?.place ?? place;
