import { countedEditions } from '../model/alignment.ts';
import { unitsWithin, type Passage } from '../model/passage.ts';
import { urls } from '../model/urls.ts';
import type { Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { targetAddress } from '../render/render-context.ts';
import { segmentIn } from './queries.ts';

/** A passage as an edition has it. */
interface PlacedPassage {
  /** Undefined where the edition lacks it. */
  segment: Segment | undefined;
  units: SegmentUnit[];
  /** First and last printed page, where they are known. */
  pages: [number, number] | undefined;
  /** From the dossier's root. */
  address: string;
}

/**
 * Finds a passage in an edition. It is the whole segment where the edition has sentences of its own, as an original has
 * beside its restatement, or too few of them; and where it lacks the segment, the page of all editions.
 */
export function placePassage(dossier: Dossier, edition: string, passage: Passage): PlacedPassage {
  const segment = segmentIn(dossier, edition, passage.segment);
  const whole = targetAddress(dossier, { scheme: 'seg', id: passage.segment }, edition);
  if (!segment) return { segment, units: [], pages: undefined, address: whole };
  const { id, chapter, units, pages } = segment;
  const isCounted = countedEditions(dossier.settings.value.editions).some((one) => one.id === edition);
  const named = unitsWithin(units, passage, isCounted);
  const [first] = named;
  if (named === units || !first) return { segment, units, pages, address: whole };
  const [from, to] = [first.page, named.at(-1)?.page];
  return {
    segment,
    units: named,
    pages: from === undefined || to === undefined ? undefined : [from, to],
    address: urls.unitInChapter(edition, chapter, id, first.index),
  };
}
