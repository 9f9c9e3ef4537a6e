import { defined } from '../model/defined.ts';
import { familyFirst, HAN, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { wordingOf, type Part } from '../model/wording.ts';
import { isEnglish, type CitationStyle } from '../model/citation-style.ts';
import type { Citable } from './csl-item.ts';
import { cslDate } from './dates.ts';
import { translationBehind } from './pieces.ts';

/** The paper, with names and titles as in an edition. */
export function paperItem({ paper }: Settings, edition: Edition): Citable {
  const { journal, year, volume, issue, DOI, pages } = paper;
  const author = namesIn(paper, edition).map((name) => ({
    ...name,
    ...(familyFirst(paper.language) ? { 'static-ordering': true } : {}),
  }));
  return defined({
    id: paperKey(paper),
    type: 'article-journal' as const,
    language: paper.language,
    title: localised(paper.title, edition),
    author: author.length > 0 ? author : undefined,
    'container-title': journal && localised(journal, edition),
    volume,
    issue,
    page: pages && [...new Set(pages)].join('-'),
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    DOI,
  });
}

/** The paper for export: if an edition only translates its title, with the title in its own script. */
export function recordOfPaper(settings: Settings, edition: Edition): Citable {
  return paperItem(settings, ownWriting(settings, edition) ?? edition);
}

/**
 * The paper for a reference to it in an edition. Readers could not find the paper by a title that the edition only
 * translated, so Chicago prints a title in Chinese characters romanised, followed by the characters and the
 * translation; every other style prints the paper in its own script.
 */
export function printedPaper(settings: Settings, edition: Edition, style: CitationStyle): Citable {
  const { paper } = settings;
  // Such a style is for readers of English, whatever the language of the page.
  if (isEnglish(style) && isWrittenInHan(edition.lang)) {
    const other = settings.editions.find(
      ({ id, lang }) => !isWrittenInHan(lang) && paper.titleTranslator?.[id] !== undefined,
    );
    if (other) return printedPaper(settings, other, style);
  }
  const isTranslated = paper.titleTranslator?.[edition.id] !== undefined;
  const own = ownWriting(settings, edition);
  const isRomanised =
    isEnglish(style) && isWrittenInHan(paper.language) && !isWrittenInHan(edition.lang) && isTranslated;
  if (own && !isRomanised) return printedIn(settings, own);
  const printed = printedIn(settings, edition);
  if (!isTranslated) return printed;
  if (!own && !paper.romanised) return { ...printed, title: `[${printed.title}]` };
  const { title = own ? localised(paper.title, own) : '', journal, translation } = paper.romanised ?? {};
  const translated = printed['container-title'];
  return {
    ...printed,
    title,
    // A journal may be known by either name, so print both.
    ...(journal === undefined
      ? {}
      : {
          'container-title':
            translated === undefined ? journal : journal + translationBehind(translated, style),
        }),
    original: {
      ...(own && paper.romanised ? { title: localised(paper.title, own) } : {}),
      language: paper.language,
      // Only MLA capitalises a translation like a title.
      translation: (style === 'mla' ? undefined : translation?.[edition.id]) ?? printed.title,
    },
  };
}

/** The edition with the paper’s original title, if this edition translates the title. */
function ownWriting({ paper, editions }: Settings, edition: Edition): Edition | undefined {
  const isTranslatedIn = ({ id }: Edition): boolean => paper.titleTranslator?.[id] !== undefined;
  return isTranslatedIn(edition)
    ? editions.find(
        (one) =>
          !isTranslatedIn(one) &&
          paper.title[one.id] !== undefined &&
          primaryLanguage(one.lang) === primaryLanguage(paper.language),
      )
    : undefined;
}

/** With a separate id for each edition, since citeproc remembers printed items by id. */
function printedIn(settings: Settings, edition: Edition): Citable {
  const item = paperItem(settings, edition);
  const names = paperAuthors(settings, edition);
  return {
    ...item,
    id: `${item.id}-${edition.id}`,
    language: edition.lang,
    // citeproc would treat any name in Han characters as one with the family name first.
    author: familyFirst(settings.paper.language)
      ? item.author
      : item.author?.map((name, i) => (HAN.test(names[i] ?? '') ? { literal: names[i] ?? '' } : name)),
  };
}

/** The authors’ names as an edition writes them, in the name order of the paper’s language. */
export const paperAuthors = ({ paper }: Settings, edition: Edition): string[] =>
  namesIn(paper, edition).map(({ family, given }) => {
    const isHan = HAN.test(family);
    return familyFirst(paper.language)
      ? [family, given].join(isHan ? '' : ' ')
      : [given, family].join(isHan ? '·' : ' ');
  });

const namesIn = ({ authors }: Settings['paper'], { id }: Edition) =>
  authors.flatMap((names) => names[id] ?? Object.values(names)[0] ?? []);

/** A key such as zhang-2021, from the first author’s name if an edition writes it in ASCII. */
export function paperKey({ authors: [first = {}], year }: Settings['paper']): string {
  const family = Object.values(first)
    .map((name) => name.family.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
    .find((name) => /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(name) && !name.startsWith('-'));
  return `${family ?? 'paper'}-${year ?? 'nd'}`;
}

/** The dossier’s editors as an author, under the name that they have chosen, which in English has no article then. */
export const editorsOf = ({ dossier }: Settings, edition: Edition): { literal: string }[] => [
  { literal: asAuthor(localised(dossier.editors, edition)) },
];

export const asAuthor = (editors: string): string =>
  editors.replace(/^The (.)/u, (_, letter: string) => letter.toUpperCase());

/**
 * A page of the dossier: by its editors or, for a translation of the paper, by the paper’s authors and the translator.
 */
export function ownItem(
  settings: Settings,
  edition: Edition,
  part: Part,
  page: {
    id: string;
    name: string;
    genre: string;
    address: string;
    version?: string | undefined;
    issued: string;
    label: string;
  },
): Citable {
  const { dossier } = settings;
  const editors = editorsOf(settings, edition);
  const wording = wordingOf(edition);
  return {
    id: page.id,
    type: 'chapter',
    language: edition.lang,
    title: page.name,
    ...(page.genre === '' ? {} : { genre: page.genre }),
    ...(part === 'text' && wording.type === 'translation'
      ? {
          author: paperItem(settings, edition).author,
          translator: [{ literal: wording.translator }],
          editor: editors,
        }
      : { author: editors }),
    'container-title': localised(dossier.title, edition),
    ...(page.version === undefined ? {} : { version: page.version }),
    issued: cslDate(page.issued),
    URL: page.address,
    note: page.label,
    isOwn: true,
  };
}
