import { unitsWithin, type Passage } from '../model/passage.ts';
import type { Edition } from '../model/settings.ts';
import { urls } from '../model/urls.ts';
import type { Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { targetAddress } from '../render/render-context.ts';
import { usesOf } from './backlinks.ts';
import { checkOf } from './checks.ts';
import { caseOf, hasCountedUnits, segmentIn, termOf } from '../read/text-in.ts';
import { localised } from '../model/localised.ts';
import { pagesOfUnits, pagesOfWords, type Pages } from './queries.ts';

/** A passage as it is in an edition. */
interface PlacedPassage {
  /** Undefined if the edition lacks it. */
  segment: Segment | undefined;
  units: SegmentUnit[];
  /** First and last printed page, if known. */
  pages: Pages;
  /** From the dossier’s root. */
  address: string;
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
  const isCounted = hasCountedUnits(dossier, edition);
  const named = unitsWithin(units, passage, isCounted);
  const [first] = named;
  if (named === units || !first) return { segment, units, pages, address: whole };
  return {
    segment,
    units: named,
    pages: pagesOfUnits(named),
    address: urls.unitInChapter(edition, chapter, id, first.index),
  };
}

/** The printed pages of what an entry says about the paper: the passages of a case, or those that mention a term. */
export function pagesOfEntry(
  dossier: Dossier,
  edition: Edition,
  kind: 'case' | 'term',
  id: string,
): [number, number][] | undefined {
  const passages =
    kind === 'case'
      ? (caseOf(dossier, id)?.value.passages ?? []).map(
          (passage) => placePassage(dossier, edition.id, passage).pages,
        )
      : usesOf(dossier, edition.id, kind, id).map(
          ({ segment, units }) => pagesOfUnits(units) ?? segment.pages,
        );
  const ranges: [number, number][] = [];
  for (const [first, last] of passages.filter((one) => one !== undefined).sort(([a], [b]) => a - b)) {
    const before = ranges.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else ranges.push([first, last]);
  }
  return ranges.length > 0 ? ranges : undefined;
}

/** The printed page on which the paper has a term: first in the passage that defines it, or else of all. */
export function pagesOfTerm(dossier: Dossier, edition: Edition, id: string): Pages {
  const term = termOf(dossier, id)?.value;
  const uses = usesOf(dossier, edition.id, 'term', id);
  const use = uses.find(({ segment }) => segment.id === term?.definedIn) ?? uses[0];
  const [unit] = use?.units ?? [];
  return (unit && term && pagesOfWords(unit, localised(term.name, edition))) ?? use?.segment.pages;
}

/**
 * The paper as the subject of a case or a source check, at the printed pages of its passages; undefined if they are not
 * known.
 */
export function subjectOf(
  dossier: Dossier,
  edition: Edition,
  { kind, id }: { kind: string; id: string },
): { pages: Pages; subject: [number, number][] } | undefined {
  const check = kind === 'check' ? checkOf(dossier, id) : undefined;
  const pages = check && placePassage(dossier, edition.id, check.passage).pages;
  const subject = kind === 'case' ? pagesOfEntry(dossier, edition, kind, id) : pages && [pages];
  return subject && { pages: subject.length === 1 ? subject[0] : undefined, subject };
}
