import { quotesIn } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Quotation } from '../model/entries.ts';
import { localised } from '../model/localised.ts';
import { isWithin, type Passage } from '../model/passage.ts';
import { bare, beginsWith, isTelling, quotationsWithin } from '../model/quoted-words.ts';
import type { Edition } from '../model/settings.ts';
import type { Dossier, Segment, SegmentUnit } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';
import { hasCountedUnits, segmentsIn } from '../read/text-in.ts';
import type { Pages } from './queries.ts';

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
    const quotes = quotesIn(translationsFor(edition.lang));
    const isCounted = hasCountedUnits(dossier, edition.id);
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

/**
 * The printed pages of a table’s row that has words in quotation marks: a row about a kind of case, or any if the words
 * are telling.
 */
export function quotedInTables(
  { exhibits }: Dossier,
  edition: Edition,
  words: string,
  kind: string | undefined,
): Pages {
  const quotes = quotesIn(translationsFor(edition.lang));
  const rows = exhibits.flatMap(({ value }) => (value.type === 'table' ? value.rows : []));
  return rows.find(
    ({ kind: about, cells }) =>
      ((kind !== undefined && about === kind) || isTelling(words)) &&
      Object.values(cells)
        .flatMap((cell) => quotationsWithin(localised(cell, edition), quotes))
        .some((one) => bare(one) === bare(words)),
  )?.pages;
}

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

/** Whether words have, in order, all parts of a quotation that leaves some out. */
function hasParts(words: string, quotation: string): boolean {
  const parts = quotation.split(/…+/).map(bare);
  let at = 0;
  return (
    parts.length > 1 &&
    parts.every((part) => {
      const found = bare(words).indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    })
  );
}

/**
 * Finds in the text the words that a page of the dossier has in quotation marks: first in the passages that the page is
 * about, then in their segments, then anywhere, but there only if the text quotes them once. Words of a few letters,
 * which any text may have, must be a whole quotation near by.
 */
export function findQuoted(
  dossier: Dossier,
  edition: Edition,
  words: string,
  near: Passage[],
): QuotedWords | undefined {
  const sought = bare(words);
  if (sought === '') return undefined;
  const quoted = quotedInText(dossier)(edition);
  const isNear = ({ segment, unit }: QuotedWords): boolean =>
    near.some((passage) => passage.segment === segment.id && isWithin(passage, unit.index));
  const isInSegment = ({ segment }: QuotedWords): boolean =>
    near.some((passage) => passage.segment === segment.id);
  const whole = quoted.filter((one) => bare(one.words) === sought);
  const [, , open = '‘', shut = '’'] = quotesIn(translationsFor(edition.lang));
  const close =
    whole.find(isNear) ??
    whole.find(isInSegment) ??
    quoted.find((one) => isNear(one) && hasParts(one.words, words)) ??
    // Words that a speaker or source near by has in quotation marks.
    quoted.find((one) => one.record && isNear(one) && one.words.includes(open + words + shut));
  if (close || !isTelling(words)) return close;
  const all = quoted.filter((one) => bare(one.words).includes(sought));
  return (
    all.find(isNear) ??
    all.find(isInSegment) ??
    (all.length === 1 ? all[0] : undefined) ??
    // The beginning of a speaker’s sentence, of which the text quotes only the rest.
    quoted.find((one) => one.record && isNear(one) && bare(one.unit.text).includes(sought + bare(one.words)))
  );
}
