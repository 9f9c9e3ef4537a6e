import { countedEditions } from '../model/alignment.ts';
import { unitsWithin, type Passage } from '../model/passage.ts';
import { urls } from '../model/urls.ts';
import type { Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { targetAddress } from '../render/render-context.ts';
import { segmentIn } from './queries.ts';

/** A passage as it is in an edition. */
interface PlacedPassage {
  /** Undefined if the edition lacks it. */
  segment: Segment | undefined;
  units: SegmentUnit[];
  /** First and last printed page, if known. */
  pages: [number, number] | undefined;
  /** From the dossier's root. */
  address: string;
}

/**
 * The printed pages of consecutive units of a segment, if known. A page that begins before the next unit may begin
 * within the last of them.
 */
export function pagesOfUnits(
  { units: all, pages }: Pick<Segment, 'units' | 'pages'>,
  units: SegmentUnit[],
): [number, number] | undefined {
  const from = units[0]?.page;
  const next = all.find(({ index }) => index === (units.at(-1)?.index ?? 0) + 1);
  const to = next ? next.page : pages?.[1];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/**
 * Finds a passage in an edition. Returns the whole segment if the edition’s units do not correspond (as in an original
 * beside a restatement) or are too few, and the page of all editions if the edition lacks the segment.
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
