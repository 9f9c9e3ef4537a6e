import { countedEditions } from '../model/alignment.ts';
import type { Quotation } from '../model/entries.ts';
import type { Passage } from '../model/passage.ts';
import { isWithin } from '../model/passage.ts';
import { bare, beginsWith, quotationsWithin } from '../model/quoted-words.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';
import { segmentsIn } from '../read/text-in.ts';
import { translationsOf } from './queries.ts';

/** Words that the text has in quotation marks. */
export interface QuotedWords {
  /** Without the marks. */
  words: string;
  segment: Segment;
  unit: SegmentUnit;
  /** Whose they are, if the dossier says so. */
  record: Quotation | undefined;
}

/** All words that an edition has in quotation marks, in the order of the paper. */
export const quotedInText = memoize((dossier: Dossier) =>
  memoize((edition: Edition): QuotedWords[] => {
    const quotes = translationsOf(edition).typography.quotes.split(' ');
    const isCounted = countedEditions(dossier.settings.value.editions).some(({ id }) => id === edition.id);
    return segmentsIn(dossier, edition.id).flatMap((segment) =>
      segment.units.flatMap((unit) =>
        quotationsWithin(unit.text, quotes).map((words) => ({
          words,
          segment,
          unit,
          record: isCounted ? recordOf(dossier, edition.id, segment.id, unit.index, words) : undefined,
        })),
      ),
    );
  }),
);

const recordOf = (
  { quotations }: Dossier,
  edition: string,
  segment: string,
  unit: number,
  words: string,
): Quotation | undefined =>
  quotations.value.find(
    (one) =>
      one.passage.segment === segment &&
      isWithin(one.passage, unit) &&
      (one.words === undefined || beginsWith(words, one.words[edition])),
  );

/**
 * Finds in the text the words that a page of the dossier has in quotation marks: first in the passages that the page is
 * about, then in their segments, then anywhere, but there only if the text quotes them once.
 */
export function findQuoted(
  dossier: Dossier,
  edition: Edition,
  words: string,
  near: Passage[],
): QuotedWords | undefined {
  const sought = bare(words);
  if (sought === '') return undefined;
  const all = quotedInText(dossier)(edition).filter((one) => bare(one.words).includes(sought));
  const isNear = ({ segment, unit }: QuotedWords): boolean =>
    near.some((passage) => passage.segment === segment.id && isWithin(passage, unit.index));
  return (
    all.find(isNear) ??
    all.find(({ segment }) => near.some((passage) => passage.segment === segment.id)) ??
    (all.length === 1 ? all[0] : undefined)
  );
}
