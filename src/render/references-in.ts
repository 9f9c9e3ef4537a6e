import { referenceText } from '../cite/pieces.ts';
import { readIn } from '../cite/read-in.ts';
import { referencesTo, type References } from '../cite/reference.ts';
import type { Dossier } from '../read/dossier.ts';
import { citationStyleOf } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';
import { memoize } from '../model/memoize.ts';
import type { Edition } from '../model/settings.ts';

/** References to the works of a dossier, each formatted once for all pages and releases. */
export const referencesIn = ({ works }: Dossier): References => referencesToAll(works);

const referencesToAll = memoize((works: Dossier['works']) => referencesTo(works.map(({ value }) => value)));

/** Formats the reference to a work as on its page in an edition. */
export function workReference(dossier: Dossier): (work: string, edition: Edition) => string {
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  const references = referencesIn(dossier);
  return (id, edition) => {
    const work = works.get(id);
    const style = citationStyleOf(translationsFor(edition.lang));
    return work ? referenceText(references.entry(readIn(work, edition, style), style)) : id;
  };
}
