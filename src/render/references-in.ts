import { referencesTo, type References } from '../cite/reference.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../model/memoize.ts';

/** References to the works of a dossier, each formatted once for all pages and releases. */
export const referencesIn = ({ works }: Dossier): References => referencesToAll(works);

const referencesToAll = memoize((works: Dossier['works']) => referencesTo(works.map(({ value }) => value)));
