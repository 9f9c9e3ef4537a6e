import { comparisonsOf, type Comparison } from '../model/alignment.ts';
import type { Place } from '../model/place.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier, PlacedTarget, Segment } from '../read/dossier.ts';
import { chaptersIn, segmentIn, segmentsIn } from '../read/text-in.ts';

/** A text of an edition and the corresponding text of another: a unit, a heading or a note. */
interface TextPair {
  /** `1.2.3-2`, `1.2` or `note 4`. */
  id: string;
  sides: [TextSide, TextSide];
}

export interface TextSide {
  edition: Edition;
  /** The text as readers see it, without note marks; for a note, without its references. */
  text: string;
  place: Place;
  targets: PlacedTarget[];
}

/**
 * The texts of every edition, each paired with the corresponding text of the root edition. Segments with different
 * numbers of units are left out: nobody can say which units belong together, and `units-aligned` has reported them.
 */
export function* textPairs(dossier: Dossier): Generator<TextPair> {
  for (const { root, edition } of unitComparisons(dossier)) {
    const textsInRoot = textsOf(dossier, root);
    for (const [id, side] of textsOf(dossier, edition)) {
      const partner = textsInRoot.get(id);
      if (partner && partner.of === side.of) yield { id, sides: [partner, side] };
    }
  }
}

/** The segments of every edition, each paired with the corresponding segment of the root edition. */
export function* segmentPairs(dossier: Dossier): Generator<[Segment, Segment]> {
  for (const { root, edition } of unitComparisons(dossier)) {
    for (const segment of segmentsIn(dossier, edition.id)) {
      const partner = segmentIn(dossier, root.id, segment.id);
      if (partner) yield [partner, segment];
    }
  }
}

/** Where a mark is, as far as two editions can be compared: `1.2.3-2`, or `1.2.3` without units in common. */
export const placeIn = (
  { segment, unit }: { segment: string; unit: number | undefined },
  by: Comparison['by'],
): string => (unit === undefined || by === 'segment' ? segment : `${segment}-${unit}`);

/** The marks that an edition lacks although it has their segments, each with that segment; both by number. */
export function* marksMissing<Mark extends { segment: string }>(
  dossier: Dossier,
  { id }: Edition,
  expected: Map<number, Mark>,
  own: Map<number, Mark>,
): Generator<[Mark, Segment]> {
  for (const [number, mark] of expected) {
    const segment = segmentIn(dossier, id, mark.segment);
    if (segment && !own.has(number)) yield [mark, segment];
  }
}

const unitComparisons = ({ settings }: Dossier): Comparison[] =>
  comparisonsOf(settings.value.editions).filter(({ by }) => by === 'unit');

/** Texts by id, each with the number of units in its segment. */
export function textsOf(dossier: Dossier, edition: Edition): Map<string, TextSide & { of: number }> {
  const texts = new Map<string, TextSide & { of: number }>();
  for (const chapter of chaptersIn(dossier, edition.id)) {
    for (const { id, type, text, place, units, targets } of chapter.segments) {
      if (type === 'heading') texts.set(id, { edition, text: visible(text), place, targets, of: 0 });
      for (const unit of units) {
        const own = targets.filter((target) => target.unit === unit.index);
        texts.set(`${id}-${unit.index}`, {
          edition,
          text: visible(unit.text),
          place: unit.place,
          targets: own,
          of: units.length,
        });
      }
    }
    for (const { label, comment, place, targets } of chapter.notes) {
      texts.set(`note ${label}`, { edition, text: visible(comment), place, targets, of: 0 });
    }
  }
  return texts;
}

/** Normalises no-break spaces and hyphens to ordinary ones, and removes invisible characters. */
const visible = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replaceAll('\u2011', '-')
    .replace(/[\u00AD\u200B\u2060]/g, '');
