import type { EditorNote } from '../model/entries.ts';
import { unitsWithin } from '../model/passage.ts';
import { byGravity, type SourceCheck } from '../model/source-check.ts';
import type { Dossier, Segment } from './dossier.ts';
import { memoize } from '../model/memoize.ts';
import { hasCountedUnits } from './text-in.ts';

/** The editors’ remarks on a unit of the text, kept separate from it. */
export interface UnitRemarks {
  segment: string;
  /** As numbered in the first edition; undefined if the remarks are on the whole segment. */
  unit: number | undefined;
  /** Gravest first. */
  checks: SourceCheck[];
  /** In the order of the file. */
  notes: NumberedNote[];
}

/** An editors’ note, numbered within its segment: 2.4.2-1. */
type NumberedNote = EditorNote & { id: string };

/** The remarks on a segment in the order of its units; remarks on the whole segment come last. */
export const remarksOn = (dossier: Dossier, segment: string): UnitRemarks[] =>
  remarksBySegment(dossier).get(segment) ?? [];

const remarksBySegment = memoize(({ checks, editorNotes }: Dossier) => {
  const notes = numberedNotes(editorNotes.value);
  const placedRemarks = [
    ...checks.value.map((check) => ({ place: check.passage.segment, unit: check.passage.units?.[0], check })),
    ...notes.map((note) => ({ place: note.segment, unit: note.unit, note })),
  ];
  return new Map(
    [...Map.groupBy(placedRemarks, ({ place }) => place)].map(([segment, own]) => [
      segment,
      [...Map.groupBy(own, ({ unit }) => unit)]
        .sort(([a = Infinity], [b = Infinity]) => a - b)
        .map(([unit, here]): UnitRemarks => ({
          segment,
          unit,
          checks: here.flatMap((one) => ('check' in one ? [one.check] : [])).sort(byGravity),
          notes: here.flatMap((one) => ('note' in one ? [one.note] : [])),
        })),
    ]),
  );
});

/** The editors’ notes on segments, segment by segment. */
export const numberedNotes = (notes: EditorNote[]): NumberedNote[] =>
  [...Map.groupBy(notes, ({ segment }) => segment).values()].flatMap((own) =>
    own.map((note, i): NumberedNote => ({ ...note, id: `${note.segment}-${i + 1}` })),
  );

/**
 * The unit after which an edition shows remarks. It is the last unit if unit numbers do not apply to the edition or
 * the segment has too few units.
 */
export function unitOfRemarks(
  dossier: Dossier,
  { edition, units }: Segment,
  { segment, unit }: UnitRemarks,
): number | undefined {
  const isCounted = hasCountedUnits(dossier, edition);
  const passage = { segment, ...(unit === undefined ? {} : { units: [unit, unit] as [number, number] }) };
  return unitsWithin(units, passage, isCounted).at(-1)?.index;
}

/**
 * Whether remarks on a unit are shown as about the whole segment: the edition divides it into sentences of its own, of
 * which the last, after which they stand, need not be the one that they are about.
 */
export const areOnWhole = (dossier: Dossier, { edition }: Segment, { unit }: UnitRemarks): boolean =>
  unit !== undefined && !hasCountedUnits(dossier, edition);
