import { comparisonsOf } from '../model/alignment.ts';
import { publicEditions } from '../model/settings.ts';
import { memoize } from '../model/memoize.ts';
import type { Dossier } from '../read/dossier.ts';
import { segmentsIn, chapterIn } from '../read/text-in.ts';

/** How closely the editions of a dossier correspond, and whether all of them have the whole text. */
interface Correspondence {
  by: 'unit' | 'segment';
  written: 'all' | 'some';
}

export const correspondenceOf = memoize((dossier: Dossier): Correspondence => {
  const { chapters } = dossier.settings.value;
  const editions = publicEditions(dossier.settings.value);
  const segments = editions.map(({ id }) => new Set(segmentsIn(dossier, id).map((segment) => segment.id)));
  const isWhole =
    chapters.every((chapter) => editions.every(({ id }) => chapterIn(dossier, id, chapter.id))) &&
    segments.every((own) => segments.every((others) => own.isSubsetOf(others)));
  return {
    by: comparisonsOf(editions).every(({ by }) => by === 'unit') ? 'unit' : 'segment',
    written: isWhole ? 'all' : 'some',
  };
});
