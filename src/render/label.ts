import { familyFirst } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { whoseOf, wordingOf, type Part } from '../model/wording.ts';
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

/** The reference to the paper in an edition's language. */
export function referenceToPaper(settings: Settings, edition: Edition): string {
  const { paper } = settings;
  return wordsFor(edition.lang).paper.reference({
    authors: authorsOfPaper(settings, edition),
    title: inEdition(paper.title, edition.id),
    ...(paper.journal === undefined ? {} : { journal: inEdition(paper.journal, edition.id) }),
    ...(paper.year === undefined ? {} : { year: paper.year }),
    ...(paper.pages === undefined ? {} : { pages: paper.pages }),
    ...(paper.volume === undefined ? {} : { volume: paper.volume }),
    ...(paper.issue === undefined ? {} : { issue: paper.issue }),
    ...(paper.DOI === undefined ? {} : { DOI: paper.DOI }),
  });
}

/** The authors as that edition writes them, in the order of names that the paper's own language has. */
export function authorsOfPaper({ paper }: Settings, edition: Edition): string[] {
  return paper.authors.flatMap((author) => {
    const name = author[edition.id] ?? Object.values(author)[0];
    if (!name) return [];
    const parts = familyFirst(paper.language) ? [name.family, name.given] : [name.given, name.family];
    return [parts.join(/\p{Script=Han}$/u.test(name.family) ? '' : ' ')];
  });
}
