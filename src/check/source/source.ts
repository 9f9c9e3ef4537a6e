import type { PaperSegment } from '../../import/paper-segments.ts';
import type { Place } from '../../model/place.ts';
import type { Dossier, Segment } from '../../read/dossier.ts';
import type { Finding } from '../rule.ts';

/** A state that must hold between a dossier and the text of its paper. One rule per file, as for `check`. */
export interface SourceRule {
  id: string;
  judge: (comparison: Comparison) => Iterable<Finding>;
}

export interface Comparison {
  dossier: Dossier;
  pairs: SourcePair[];
  /** The paper’s running text, for quotations that come from another paragraph. */
  whole: string;
}

/** A segment with the block of the paper that it restates, and where that block begins. */
interface SourcePair {
  segment: Segment;
  lang: string;
  source: PaperSegment;
  place: Place;
}

/** A finding about a whole segment, with its block of the paper as the cause. */
export const onSegment = ({ segment, place }: SourcePair, reason: string): Finding => ({
  text: segment.id,
  place: segment.place,
  cause: place,
  reason,
});
