import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { memoize } from '../read/memoize.ts';
import { recordsOf } from '../search/records.ts';
import { scriptsOf } from '../search/variants.ts';

/**
 * The data with which a page of an edition marks search hits in either script; empty if the edition is in one script.
 */
export const scriptsIn = (dossier: Dossier, edition: Edition): Record<string, string> =>
  scriptsByEdition(dossier).get(edition.id) ?? {};

const scriptsByEdition = memoize((dossier: Dossier) => {
  const works = new Map(dossier.works.map(({ id, value }) => [id, JSON.stringify(value)]));
  return new Map(
    dossier.settings.value.editions.map((edition) => {
      // Only the set of characters matters, not how references are printed.
      const { records } = recordsOf(dossier, edition, {
        citation: () => [],
        reference: (work) => works.get(work) ?? '',
        exhibitSource: (source) => source,
      });
      return [edition.id, scriptsOf(records.map(({ text }) => text))];
    }),
  );
});
