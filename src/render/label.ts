import { familyFirst } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { whoseOf, wordingOf, type Part } from '../model/wording.ts';
import { translationsFor } from '../i18n/translations.ts';

/** Whose words they are, with the reference to the paper: what stands on every page and in every release. */
export const labelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  translationsFor(edition.lang).label.full[whoseOf(edition, part)](partsOf(settings, edition));

/** The same in a line, for what is copied or printed. */
export const copiedLabelOf = (settings: Settings, edition: Edition, part: Part = 'text'): string =>
  translationsFor(edition.lang).label.copied[whoseOf(edition, part)](partsOf(settings, edition));

/** The same in a word, beside an excerpt or a row of data. */
export const shortLabelOf = (edition: Edition, part: Part): string =>
  translationsFor(edition.lang).label.short[whoseOf(edition, part)];

function partsOf(settings: Settings, edition: Edition) {
  const wording = wordingOf(edition);
  const language = new Intl.Locale(settings.paper.language).language;
  const names = new Intl.DisplayNames(translationsFor(edition.lang).lang, { type: 'language' });
  return {
    reference: referenceToPaper(settings, edition),
    language: names.of(language) ?? language,
    translator: wording.type === 'translation' ? wording.translator : '',
  };
}

/** The reference to the paper in an edition's language. */
export function referenceToPaper(settings: Settings, edition: Edition): string {
  const { title, journal, year, volume, issue, pages, DOI } = settings.paper;
  const t = translationsFor(edition.lang);
  const authors = authorsOfPaper(settings, edition);
  const [last = 'none'] = authors.slice(-1);
  const rest = authors.slice(0, -1).join(t.typography.listSeparator);
  const [open = '', close = '', innerOpen = '', innerClose = ''] = t.typography.titleMarks.split(' ');
  return t.paper.reference({
    authors: rest === '' ? last : t.list({ rest, last }),
    title: inEdition(title, edition.id).replaceAll(open, innerOpen).replaceAll(close, innerClose),
    journal: journal === undefined ? 'none' : inEdition(journal, edition.id),
    year: year ?? 'none',
    volume: volume ?? 'none',
    issue: issue ?? 'none',
    pages: pages === undefined ? 'none' : [...new Set(pages)].join(t.typography.range),
    DOI: DOI ?? 'none',
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
