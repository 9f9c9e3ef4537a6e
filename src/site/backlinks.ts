import { finderFor, type Finder, type Lexeme } from '../language/lexicon.ts';
import { compoundsOf, namesOf, termLexemes } from '../language/names.ts';
import type { Scheme } from '../markdown/nodes.ts';
import type { Quantity } from '../model/entries.ts';
import { NOTE_MARK } from '../model/units.ts';
import type { CaseEntry, Segment, SegmentUnit } from '../read/dossier.ts';
import { dossier, editions } from './dossier.ts';
import { placePassage } from './placed-passage.ts';
import { noteIn } from './queries.ts';

/** A passage that has to do with something, with the sentences that do. */
export interface Use {
  segment: Segment;
  units: SegmentUnit[];
}

/** What a segment has to do with, by the ids of the entries, in the order in which it comes to them. */
export interface Apparatus {
  case: string[];
  term: string[];
  actor: string[];
  exhibit: string[];
  seg: string[];
}

const sought = ['case', 'term', 'actor', 'exhibit', 'seg'] as const;
const isSought = (scheme: Scheme): scheme is keyof Apparatus => sought.some((one) => one === scheme);

/** By edition, then segment: every entry with the units that link to it, name it or are a case's passage. */
const found: Map<string, Map<Segment, Record<keyof Apparatus, Map<string, Set<number>>>>> = findAll();

function findAll(): typeof found {
  const names = namesOf(editions, dossier.actors).filter(({ actor }) => actor !== undefined);
  const actorOf = new Map(names.map(({ id, actor }) => [id, actor ?? id]));
  const terms = termLexemes(editions, dossier.terms);
  const compounds = compoundsOf(editions);
  return new Map(
    editions.map(({ id: edition }) => {
      const segments = dossier.chapters
        .filter((chapter) => chapter.edition === edition)
        .flatMap((chapter) => chapter.segments);
      const findNames = finderFor(written(names, edition), edition, compounds[edition]);
      const findTerms = finderFor(written(terms, edition), edition);
      return [
        edition,
        new Map(segments.map((one) => [one, apparatusIn(one, findNames, findTerms, actorOf)])),
      ];
    }),
  );
}

/** An edition in a language that a name is not given in does not find it. */
function written<L extends Lexeme>(lexemes: L[], edition: string): L[] {
  return lexemes.filter(({ forms }) => (forms[edition] ?? []).length > 0);
}

function apparatusIn(
  segment: Segment,
  findNames: Finder,
  findTerms: Finder,
  actorOf: Map<string, string>,
): Record<keyof Apparatus, Map<string, Set<number>>> {
  const entries: Record<keyof Apparatus, Map<string, Set<number>>> = {
    case: new Map(),
    term: new Map(),
    actor: new Map(),
    exhibit: new Map(),
    seg: new Map(),
  };
  const add = (kind: keyof Apparatus, id: string, unit: number | undefined): void => {
    const units = entries[kind].get(id) ?? new Set();
    if (unit !== undefined) units.add(unit);
    entries[kind].set(id, units);
  };
  for (const { scheme, id, unit } of segment.targets) if (isSought(scheme)) add(scheme, id, unit);
  for (const { index, text, notes } of segment.units) {
    // What a note names, the sentence names that it is marked at.
    const comments = notes.map((number) => noteIn(segment.edition, number)?.comment ?? '');
    const written = [text, ...comments].join('\n').replaceAll(NOTE_MARK, '');
    for (const id of findNames(written).keys()) {
      const actor = actorOf.get(id);
      if (actor !== undefined) add('actor', actor, index);
    }
    for (const id of findTerms(written).keys()) add('term', id, index);
  }
  for (const { id, value } of dossier.cases) {
    for (const passage of value.passages.filter((one) => one.segment === segment.id))
      for (const { index } of placePassage(segment, passage, editions).units) add('case', id, index);
  }
  return entries;
}

/** Every passage of an edition that has to do with it, in the order of the text: its backlinks. */
export const usesOf = (edition: string, kind: keyof Apparatus, id: string): Use[] =>
  [...(found.get(edition) ?? [])].flatMap(([segment, entries]) => {
    const units = entries[kind].get(id);
    return units ? [{ segment, units: segment.units.filter(({ index }) => units.has(index)) }] : [];
  });

/** What a segment of an edition has to do with. */
export function apparatusOf(segment: Segment): Apparatus {
  const entries = found.get(segment.edition)?.get(segment);
  const ids = (kind: keyof Apparatus): string[] => {
    const firstUnit = (units: Set<number>): number => Math.min(...units, Number.MAX_SAFE_INTEGER);
    return [...(entries?.[kind] ?? [])].sort((a, b) => firstUnit(a[1]) - firstUnit(b[1])).map(([id]) => id);
  };
  return {
    case: ids('case'),
    term: ids('term'),
    actor: ids('actor'),
    exhibit: ids('exhibit'),
    seg: ids('seg'),
  };
}

/** An amount or date with its address among all of them. */
export interface PlacedQuantity {
  id: string;
  record: Quantity;
}

/** Numbered by the unit that names them: `q2.4.1-4`, and `q2.4.1-4.2` for a second one there. */
export const quantities: PlacedQuantity[] = dossier.quantities.value.map((record, i, all) => {
  const at = ({ passage }: Quantity): string => `${passage.segment}-${passage.units?.[0] ?? 0}`;
  const before = all.slice(0, i).filter((other) => at(other) === at(record)).length;
  return { id: `q${at(record)}${before === 0 ? '' : `.${before + 1}`}`, record };
});

export const quantitiesIn = (segment: string): PlacedQuantity[] =>
  quantities.filter(({ record }) => record.passage.segment === segment);

export const quantitiesOf = (caseId: string): PlacedQuantity[] =>
  quantities.filter(({ record }) => record.case === caseId);

/** The cases whose passages lie in a section (`2`) or subsection (`2.4`), in the order of the text. */
export function casesUnder(heading: string): CaseEntry[] {
  const order = [...new Set(dossier.chapters.flatMap(({ segments }) => segments.map(({ id }) => id)))];
  const place = ({ value }: CaseEntry): [number, number] => {
    const first = value.passages.find((one) => isUnder(one.segment, heading)) ?? value.passages[0];
    return [order.indexOf(first?.segment ?? ''), first?.units?.[0] ?? 0];
  };
  return dossier.cases
    .filter(({ value }) => value.passages.some((one) => isUnder(one.segment, heading)))
    .sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

const isUnder = (segment: string, heading: string): boolean =>
  heading.includes('.') ? segment.startsWith(`${heading}.`) : segment.startsWith(`${heading}.0.`);
