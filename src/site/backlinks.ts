import type { Quantity } from '../model/entries.ts';
import type { CaseEntry, Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { idsOf, mentionsIn, type MentionKind } from '../read/mentions.ts';
import { segmentsIn } from '../read/text-in.ts';
import { pagesOfUnits, type Pages } from './queries.ts';

/** A passage that mentions something, with the sentences that do. */
interface Use {
  segment: Segment;
  units: SegmentUnit[];
}

/** The ids of the entries that a segment mentions, in order of mention. */
type Apparatus = Record<MentionKind, string[]>;

const keyOf = (edition: string, kind: MentionKind, id: string): string => `${edition} ${kind} ${id}`;

const usesByKey = memoize((dossier: Dossier) =>
  Map.groupBy(
    [...mentionsIn(dossier)].flatMap(([segment, mentions]) => {
      const byThing = Map.groupBy(mentions, ({ kind, id }) => keyOf(segment.edition, kind, id));
      return [...byThing].map(([key, own]) => {
        const units = new Set(own.map(({ unit }) => unit));
        return { key, use: { segment, units: segment.units.filter(({ index }) => units.has(index)) } };
      });
    }),
    ({ key }) => key,
  ),
);

/** The backlinks of an entry: every passage of an edition that mentions it, in the order of the text. */
export const usesOf = (dossier: Dossier, edition: string, kind: MentionKind, id: string): Use[] =>
  (usesByKey(dossier).get(keyOf(edition, kind, id)) ?? []).map(({ use }) => use);

const ENDS_SENTENCE = /[。！？.!?…][”’』」）)]*\s*$/u;

/**
 * The sentences that contain the units of a use, complete even if a unit is only part of one; each with the first unit
 * that mentions the thing.
 */
export function sentencesUsing({ segment, units }: Use, join: string): (SegmentUnit & { pages: Pages })[] {
  const sentences: SegmentUnit[][] = [];
  for (const unit of segment.units) {
    const last = sentences.at(-1);
    if (last && !ENDS_SENTENCE.test(last.at(-1)?.text ?? '')) last.push(unit);
    else sentences.push([unit]);
  }
  return sentences.flatMap((parts) => {
    const first = parts.find((part) => units.some(({ index }) => index === part.index));
    const text = parts.map((part) => part.text.trim()).join(join);
    return first ? [{ ...first, text, pages: pagesOfUnits(parts) }] : [];
  });
}

/** What a segment of an edition mentions. */
export function apparatusOf(dossier: Dossier, segment: Segment): Apparatus {
  const mentions = mentionsIn(dossier).get(segment) ?? [];
  return {
    case: idsOf(mentions, 'case'),
    term: idsOf(mentions, 'term'),
    actor: idsOf(mentions, 'actor'),
    exhibit: idsOf(mentions, 'exhibit'),
    seg: idsOf(mentions, 'seg'),
  };
}

/** An amount or date with its id on the page of all of them. */
export interface PlacedQuantity {
  id: string;
  record: Quantity;
}

/** Ids consist of the unit that contains the record: `q2.4.1-4`, and `q2.4.1-4.2` for a second one there. */
export const quantitiesIn = memoize((dossier: Dossier): PlacedQuantity[] =>
  dossier.quantities.value.map((record, i, all) => {
    const at = ({ passage }: Quantity): string => `${passage.segment}-${passage.units?.[0] ?? 0}`;
    const before = all.slice(0, i).filter((other) => at(other) === at(record)).length;
    return { id: `q${at(record)}${before === 0 ? '' : `.${before + 1}`}`, record };
  }),
);

export const quantitiesInSegment = (dossier: Dossier, segment: string): PlacedQuantity[] =>
  quantitiesIn(dossier).filter(({ record }) => record.passage.segment === segment);

export const quantitiesOfCase = (dossier: Dossier, caseId: string): PlacedQuantity[] =>
  quantitiesIn(dossier).filter(({ record }) => record.case === caseId);

/** The cases with passages in a section (`2`) or subsection (`2.4`), in the order of the text. */
export function casesUnder(dossier: Dossier, heading: string): CaseEntry[] {
  const order = [...new Set(segmentsIn(dossier).map(({ id }) => id))];
  const place = ({ value }: CaseEntry): [number, number] => {
    const first = value.passages.find((one) => isUnder(one.segment, heading)) ?? value.passages[0];
    return [order.indexOf(first?.segment ?? ''), first?.units?.[0] ?? 0];
  };
  return dossier.cases
    .filter(({ value }) => value.passages.some((one) => isUnder(one.segment, heading)))
    .sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

/** Whether a passage is in a subsection (`2.4`), or in a section (`2`) before its first subsection. */
export const isUnder = (segment: string, heading: string): boolean =>
  heading.includes('.') ? segment.startsWith(`${heading}.`) : segment.startsWith(`${heading}.0.`);
