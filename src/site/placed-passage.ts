import { countedEditions } from '../model/alignment.ts';
import { unitsWithin, type Passage } from '../model/passage.ts';
import type { Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { Segment, SegmentUnit } from '../read/dossier.ts';

/** A passage as an edition has it. */
export interface PlacedPassage {
  units: SegmentUnit[];
  /** First and last printed page, where they are known. */
  pages: [number, number] | undefined;
  /** From the dossier's root. */
  address: string;
}

/**
 * Finds a passage in an edition's segment. It is the whole segment where the edition has sentences of its own, as an
 * original has beside its restatement, or too few of them.
 */
export function placePassage(segment: Segment, passage: Passage, editions: Edition[]): PlacedPassage {
  const { id, edition, chapter, units, pages } = segment;
  const isCounted = countedEditions(editions).some((one) => one.id === edition);
  const named = unitsWithin(units, passage, isCounted);
  const [first] = named;
  if (named === units || !first)
    return { units, pages, address: urls.segmentInChapter(edition, chapter, id) };
  const [from, to] = [first.page, named.at(-1)?.page];
  return {
    units: named,
    pages: from === undefined || to === undefined ? undefined : [from, to],
    address: urls.unitInChapter(edition, chapter, id, first.index),
  };
}
