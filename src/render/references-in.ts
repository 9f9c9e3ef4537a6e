import { referencesTo } from '../cite/reference.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';

/** References to the works of a dossier, each made once for all that prints it. */
export const referencesIn = memoize((dossier: Dossier) =>
  referencesTo(dossier.works.map(({ value }) => value)),
);
