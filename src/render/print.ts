import type { Dossier } from '../read/dossier.ts';
import { referenceText } from '../cite/pieces.ts';
import { readIn } from '../cite/read-in.ts';
import type { Print } from '../release/freeze.ts';
import type { SearchPrint } from '../search/records.ts';
import { frozenHtml } from './frozen-html.ts';
import { labelOf } from './label.ts';
import { entryAddress, pageForm } from './page-form.ts';
import { referencesTo } from '../cite/reference.ts';
import { wordsFor } from '../i18n/words-for.ts';

/** What a release keeps of how pages print an edition: its label, and the HTML of its segments and notes. */
export const printOf = (dossier: Dossier): Print => ({
  label: (edition) => labelOf(dossier.settings.value, edition),
  ...frozenHtml(dossier),
});

/** What a search finds of how pages print notes, works and cases. */
export function searchPrintOf(dossier: Dossier): SearchPrint {
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  const references = referencesTo([...works.values()]);
  return {
    citation: pageForm(dossier, '').citation,
    reference: (id, edition) => {
      const work = works.get(id);
      const { form } = wordsFor(edition.lang);
      return work ? referenceText(references.entry(readIn(work, edition, form), form)) : id;
    },
    exhibitSource: (source, { lang }) => wordsFor(lang).exhibitSource(source),
    caseAddress: (id, edition) => entryAddress(dossier, 'case', id, edition),
  };
}
