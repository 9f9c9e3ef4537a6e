import type { SegmentUnit } from '../read/dossier.ts';

/** The first and last printed page of consecutive units, if known. */
export function pagesOfUnits(units: SegmentUnit[]): [number, number] | undefined {
  const [from, to] = [units[0]?.page, units.at(-1)?.lastPage];
  return from === undefined || to === undefined ? undefined : [from, to];
}
