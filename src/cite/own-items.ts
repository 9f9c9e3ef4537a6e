import { familyFirst, HAN } from '../model/language.ts';
import { inEdition } from '../model/localised.ts';
import type { Edition, Settings } from '../model/settings.ts';
import { wordingOf, type Part } from '../model/wording.ts';
import type { Citable } from './csl-item.ts';
import { cslDate } from './dates.ts';

/** The paper, as an edition writes its names and titles. */
export function paperItem({ paper }: Settings, edition: Edition): Citable {
  const { journal, year, volume, issue, DOI, pages } = paper;
  const author = paper.authors.flatMap((names) => {
    const name = names[edition.id] ?? Object.values(names)[0];
    return name === undefined
      ? []
      : [{ ...name, ...(familyFirst(paper.language) ? { 'static-ordering': true } : {}) }];
  });
  return {
    id: paperKey(paper),
    type: 'article-journal',
    language: paper.language,
    title: inEdition(paper.title, edition.id),
    ...(author.length > 0 ? { author } : {}),
    ...(journal === undefined ? {} : { 'container-title': inEdition(journal, edition.id) }),
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { page: [...new Set(pages)].join('-') }),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
    ...(DOI === undefined ? {} : { DOI }),
  };
}

/** The paper as a reference to it is printed in an edition's language. */
export function printedPaper(settings: Settings, edition: Edition): Citable {
  const item = paperItem(settings, edition);
  const names = paperAuthors(settings, edition);
  return {
    ...item,
    id: `${item.id}-${edition.id}`,
    language: edition.lang,
    // Any name in Han characters would be taken for one that has the family name first.
    author: familyFirst(settings.paper.language)
      ? item.author
      : item.author?.map((name, i) => (HAN.test(names[i] ?? '') ? { literal: names[i] ?? '' } : name)),
  };
}

/** The authors' names as an edition writes them, in the order of names that the paper's own language has. */
export const paperAuthors = ({ paper }: Settings, edition: Edition): string[] =>
  paper.authors.flatMap((names) => {
    const name = names[edition.id] ?? Object.values(names)[0];
    if (!name) return [];
    const { family, given } = name;
    const isHan = HAN.test(family);
    return [
      familyFirst(paper.language)
        ? [family, given].join(isHan ? '' : ' ')
        : [given, family].join(isHan ? '·' : ' '),
    ];
  });

/** A key such as zhang-2021, from the first author's name where an edition writes it in ASCII. */
function paperKey({ authors: [first = {}], year }: Settings['paper']): string {
  const family = Object.values(first)
    .map((name) => name.family.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
    .find((name) => /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(name) && !name.startsWith('-'));
  return `${family ?? 'paper'}-${year ?? 'nd'}`;
}

/** A page of the dossier: by its editors, or in a translation of the paper by its authors and the translator. */
export function ownItem(
  settings: Settings,
  edition: Edition,
  part: Part,
  page: { id: string; name: string; address: string; version: string; issued: string; label: string },
): Citable {
  const { dossier } = settings;
  const editors = [{ literal: inEdition(dossier.editors, edition.id) }];
  const wording = wordingOf(edition);
  return {
    id: page.id,
    type: 'chapter',
    language: edition.lang,
    title: page.name,
    ...(part === 'text' && wording.type === 'translation'
      ? {
          author: paperItem(settings, edition).author,
          translator: [{ literal: wording.translator }],
          editor: editors,
        }
      : { author: editors }),
    'container-title': inEdition(dossier.title, edition.id),
    version: page.version,
    issued: cslDate(page.issued),
    URL: page.address,
    note: page.label,
  };
}
