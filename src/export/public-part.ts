import { publicEditions } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';

/** A dossier without its private editions. */
export const publicPart = memoize((dossier: Dossier): Dossier => {
  const { settings, chapters, cases } = dossier;
  const editions = publicEditions(settings.value);
  if (editions.length === settings.value.editions.length) return dossier;
  const isPublic = ({ edition }: { edition: string }): boolean => editions.some(({ id }) => id === edition);
  return {
    ...dossier,
    settings: { ...settings, value: { ...settings.value, editions } },
    chapters: chapters.filter(isPublic),
    cases: cases.map((one) => ({ ...one, prose: one.prose.filter(isPublic) })),
  };
});
