import type { Dossier } from '../read/dossier.ts';
import { referenceText } from '../cite/pieces.ts';
import { readIn } from '../cite/read-in.ts';
import type { ReleaseRenderer } from '../release/freeze.ts';
import type { SearchRenderer } from '../search/records.ts';
import { frozenHtml } from './frozen-html.ts';
import { labelOf } from './label.ts';
import { entryAddress, renderContext } from './render-context.ts';
import { referencesTo } from '../cite/reference.ts';
import { citationStyleOf } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';

/** What a release keeps of how pages show an edition: its label, and the HTML of its segments and notes. */
export const releaseRenderer = (dossier: Dossier): ReleaseRenderer => ({
  label: (edition) => labelOf(dossier.settings.value, edition),
  ...frozenHtml(dossier),
});

/** What a search finds of how pages show notes, works and cases. */
export function searchRenderer(dossier: Dossier): SearchRenderer {
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  const references = referencesTo([...works.values()]);
  return {
    citation: renderContext(dossier, '').citation,
    reference: (id, edition) => {
      const work = works.get(id);
      const form = citationStyleOf(translationsFor(edition.lang));
      return work ? referenceText(references.entry(readIn(work, edition, form), form)) : id;
    },
    exhibitSource: (source, { lang }) => translationsFor(lang).exhibitSource({ source }),
    caseAddress: (id, edition) => entryAddress(dossier, 'case', id, edition),
  };
}
