import { formatPlace } from '../model/place.ts';
import { splitUnits } from '../model/units.ts';
import type { Dossier, Segment } from '../read/dossier.ts';
import { segmentPairs } from './pairs.ts';

const MARK = '{/* | */}';

/** Explains to an editor what the unit boundaries in the texts of a segment do; undefined if there are none. */
export function explainBoundaries(segments: Segment[]): string | undefined {
  const divided = segments.filter(({ isDivided }) => isDivided);
  if (divided.length === 0) return undefined;
  const editions = divided.map(({ edition }) => edition).join(' and ');
  return divided.length === segments.length
    ? `With ${MARK}, this segment of edition ${editions} is divided only there: set one wherever a unit ends.`
    : `Only edition ${editions} has ${MARK}, which alone divides this segment there: remove it, or set one wherever a unit ends.`;
}

/** The place after the first boundary set by an editor, or else the place of the segment. */
export const boundaryPlace = ({ isDivided, units: [, second], place }: Segment): Segment['place'] =>
  (isDivided ? second?.place : undefined) ?? place;

/**
 * By segment: what the boundaries do if only one of two editions has any. That may be intended, but if the editions
 * then disagree, it is the first thing to check.
 */
export function oneSidedBoundaries(dossier: Dossier): Map<string, string> {
  const explanations = new Map<string, string>();
  for (const [partner, segment] of segmentPairs(dossier)) {
    if (partner.isDivided === segment.isDivided || explanations.has(segment.id)) continue;
    const [divided, other] = segment.isDivided ? [segment, partner] : [partner, segment];
    explanations.set(
      segment.id,
      `In ${segment.id}, only edition ${divided.edition} has ${MARK} (before ${formatPlace(boundaryPlace(divided))}), which makes ${divided.units.length} units of ${splitUnits(divided.text).length} sentences; edition ${other.edition} has ${other.units.length}. Check first whether it is in the right place.`,
    );
  }
  return explanations;
}
