import { sentencesOf, type Sentences } from '../model/sentences.ts';
import type { Passage } from '../model/passage.ts';
import type { Dossier } from './dossier.ts';
import { hasCountedUnits, segmentIn } from './text-in.ts';

/** The sentences of a passage as counted in an edition; undefined for whole segments, or if its units are others. */
export function sentencesIn(
  dossier: Dossier,
  edition: string,
  { segment, units }: Passage,
): Sentences | undefined {
  const own = hasCountedUnits(dossier, edition) ? segmentIn(dossier, edition, segment) : undefined;
  return own && units && sentencesOf(own.units, units);
}
