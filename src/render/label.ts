import { printedPaper } from '../cite/own-items.ts';
import { referenceText } from '../cite/pieces.ts';
import { referencesTo } from '../cite/reference.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { whoseOf, wordingOf, type Part } from '../model/wording.ts';
import { memoize } from '../read/memoize.ts';
import { wordsFor } from '../i18n/words-for.ts';
import type { LabelParts } from '../i18n/words.ts';

/** Whose words they are, with the reference to the paper: what stands on every page and in every release. */
export const labelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  wordsFor(edition.lang).label.full[whoseOf(edition, part)](partsOf(settings, edition));

/** The same in a line, for what is copied or printed. */
export const copiedLabelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  wordsFor(edition.lang).label.copied[whoseOf(edition, part)](partsOf(settings, edition));

/** The same in a word, beside an excerpt or a row of data. */
export const shortLabelOf = (edition: Edition, part: Part): string =>
  wordsFor(edition.lang).label.short[whoseOf(edition, part)];

function partsOf(settings: Settings, edition: Edition): LabelParts {
  const wording = wordingOf(edition);
  const language = new Intl.Locale(settings.paper.language).language;
  return {
    reference: referenceToPaper(settings, edition),
    language:
      new Intl.DisplayNames(wordsFor(edition.lang).lang, { type: 'language' }).of(language) ?? language,
    translator: wording.type === 'translation' ? wording.translator : '',
  };
}

/** The reference to the paper in an edition's language, as that language prints references. */
export const referenceToPaper = (settings: Settings, edition: Edition): string =>
  referencesToPaper(settings).get(edition.id) ?? '';

const referencesToPaper = memoize((settings: Settings) => {
  const references = referencesTo([]);
  return new Map(
    settings.editions.map((edition) => {
      const paper = printedPaper(settings, edition);
      return [edition.id, referenceText(references.note(paper, wordsFor(edition.lang).form))];
    }),
  );
});
