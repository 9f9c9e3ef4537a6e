import { referencesTo } from '../cite/reference.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';

/** References to the works of a dossier, each formatted once for all pages. */
export const referencesIn = memoize((dossier: Dossier) =>
  referencesTo(dossier.works.map(({ value }) => value)),
);
