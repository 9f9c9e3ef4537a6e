import type { Edition } from '../model/settings.ts';
import type { Dossier } from '../read/dossier.ts';
import { referenceText } from '../cite/pieces.ts';
import { readIn } from '../cite/read-in.ts';
import type { ReleaseRenderer } from '../release/freeze.ts';
import type { SearchRenderer } from '../search/records.ts';
import { wordingOf } from '../model/wording.ts';
import { frozenHtml } from './frozen-html.ts';
import { labelOf, referenceToPaper } from './label.ts';
import { referencesIn } from './references-in.ts';
import { renderContext } from './render-context.ts';
import { citationStyleOf, exhibitName, sayVerdict } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';

/** What a release keeps from the pages of an edition: its label, and the HTML of its segments and notes. */
export const releaseRenderer = (dossier: Dossier): ReleaseRenderer => ({
  label: (edition) => labelOf(dossier.settings.value, edition),
  ...frozenHtml(dossier),
  reference: workReference(dossier),
  verdict: (check, { lang }) => sayVerdict(translationsFor(lang), check),
});

/** What the search index takes from the pages: how they print citations, works and exhibit sources. */
export const searchRenderer = (dossier: Dossier): SearchRenderer => ({
  citation: renderContext(dossier, '').citation,
  reference: workReference(dossier),
  paper: (edition) => referenceToPaper(dossier.settings.value, edition),
  exhibitSource: (source, edition) =>
    translationsFor(edition.lang).exhibitSource({ source, whose: wordingOf(edition).type }),
  place: (id, { lang }) =>
    id === 'abstract' ? translationsFor(lang).abstract : exhibitName(translationsFor(lang), id),
  printed: (text, { lang }) => translationsFor(lang).segment.printed({ text }),
});

/** Formats the reference to a work as on its page in an edition. */
function workReference(dossier: Dossier): (work: string, edition: Edition) => string {
  const works = new Map(dossier.works.map(({ id, value }) => [id, value]));
  const references = referencesIn(dossier);
  return (id, edition) => {
    const work = works.get(id);
    const style = citationStyleOf(translationsFor(edition.lang));
    return work ? referenceText(references.entry(readIn(work, edition, style), style)) : id;
  };
}
