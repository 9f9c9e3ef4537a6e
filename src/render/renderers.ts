import type { Dossier } from '../read/dossier.ts';
import type { SearchRenderer } from '../search/records.ts';
import { wordingOf } from '../model/wording.ts';
import { referenceToPaper } from './label.ts';
import { workReference } from './references-in.ts';
import { renderContext } from './render-context.ts';
import { segmentName } from '../i18n/phrases.ts';
import { translationsFor } from '../i18n/translations.ts';

/** What the search index takes from the pages: how they print citations, works and exhibit sources. */
export const searchRenderer = (dossier: Dossier): SearchRenderer => ({
  citation: renderContext(dossier, '').citation,
  reference: workReference(dossier),
  paper: (edition) => referenceToPaper(dossier.settings.value, edition),
  exhibitSource: (source, edition) =>
    translationsFor(edition.lang).exhibitSource({ source, whose: wordingOf(edition).type }),
  place: (id, { lang }) => segmentName(translationsFor(lang), id),
  printed: (text, { lang }) => translationsFor(lang).segment.printed({ text }),
});
