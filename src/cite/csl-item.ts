import { HAN, isChinese, primaryLanguage } from '../model/language.ts';
import type { Name, Work } from '../model/work.ts';
import { isAuthorDate, isChicago, isGbt, type CitationStyle } from './citation-style.ts';
import { headlineCase, sentenceCase } from './headline-case.ts';
import { UNKNOWN_AUTHOR } from './pieces.ts';

/** Whatever can be cited: a work, the paper, or a page of the dossier. */
export type Citable = Omit<Work, 'author'> & {
  author?: CitableName[] | undefined;
  version?: string | undefined;
  /** What a romanised title stands for: shown behind it, with its translation in brackets. */
  original?: { title?: string; language: string; translation?: string };
};

/** A name; `static-ordering` keeps a family name first in every language, as citeproc has it. */
type CitableName = NonNullable<Work['author']>[number] & { 'static-ordering'?: boolean };

/** A person's family name with what stands before it. */
export const familyOf = (name: Exclude<Name, { literal: string }>): string =>
  [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');

/** A record as it is handed on: what only this dossier knows of it stays here. */
export function exportedItem({
  custom,
  original: _original,
  ...item
}: Citable): Omit<Citable, 'custom' | 'original'> & { custom?: unknown } {
  const { printed: _, ...kept } = custom ?? {};
  const author = item.author?.map(({ 'static-ordering': _order, ...name }) => name);
  return {
    ...item,
    ...(author ? { author } : {}),
    ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
  };
}

/** The work as it is to be printed: with a last author who is not known, where the printed list ends in et al. */
export function printedItem(
  work: Citable,
  works: Citable[],
  style: CitationStyle,
): Omit<Citable, 'custom' | 'original'> {
  const { author = [], custom: _, original, ...item } = work;
  const isJournalChinese = !isGbt(style) && !isAuthorDate(style) && isChinese(work.language);
  const all = work.custom?.authorsAbridged ? [...author, { literal: UNKNOWN_AUTHOR }] : author;
  const named = isJournalChinese
    ? all.map(inOwnOrder)
    : isAuthorDate(style) && isChinese(work.language)
      ? all.map(asWholeName)
      : style === 'gbt' || isChicago(style)
        ? all.map(asOneName)
        : all;
  const authors = style === 'gbt' ? named.map(inFull) : named;
  const short = item['title-short'] ?? shortTitle(work, works);
  return {
    ...item,
    ...(original ? { language: `${primaryLanguage(original.language)}-Latn` } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(short === undefined ? {} : { 'title-short': short }),
    ...(isJournalChinese ? nestedTitles(work) : {}),
    ...(isChicago(style) && !isChinese(work.language) ? asInChicago(work, short) : {}),
  };
}

/** A name in Latin letters as a whole: citeproc would turn it round among Chinese ones. */
const inOwnOrder = (name: CitableName): CitableName =>
  'literal' in name || name['static-ordering'] || HAN.test(name.family)
    ? name
    : { literal: [name.given, familyOf(name)].filter(Boolean).join(' ') };

/** A name in Chinese characters as a whole: in the text, too, GB/T gives more than the family name. */
const asWholeName = (name: CitableName): CitableName =>
  'family' in name && HAN.test(name.family) ? { literal: familyOf(name) + name.given } : name;

/** An institution as citeproc takes a person who has one name: beside persons it would put marks of its own. */
const asOneName = (name: CitableName): CitableName => ('literal' in name ? { family: name.literal } : name);

/** GB/T 7714—2025 does not initialise what is in pinyin (7.1.1). */
const inFull = (name: CitableName): CitableName =>
  'family' in name && name['static-ordering'] && !HAN.test(name.family)
    ? { family: [familyOf(name), name.given].filter(Boolean).join(' ') }
    : name;

/** English titles in headline style, their dashes closed up, romanised ones in sentence style, and no place of publication beside a publisher after 1900. */
function asInChicago(
  { language, original, title, issued, publisher, ...work }: Citable,
  short: string | undefined,
): Partial<Citable> {
  const [year = Infinity] = issued?.['date-parts'][0] ?? [];
  const titles = { title, 'title-short': short, 'container-title': work['container-title'] };
  return {
    ...(publisher !== undefined && year > 1900 ? { 'publisher-place': undefined } : {}),
    // What is romanised is no English.
    ...(primaryLanguage(language) !== 'en'
      ? {}
      : original
        ? { title: sentenceCase(title) }
        : Object.fromEntries(
            Object.entries(titles).flatMap(([field, text]) =>
              text === undefined ? [] : [[field, headlineCase(text).replaceAll(' – ', '—')]],
            ),
          )),
  };
}

/** The title without its subtitle, unless another work is called the same. */
function shortTitle({ id, title }: Citable, works: Citable[]): string | undefined {
  const main = mainTitle(title);
  return main === title || works.some((other) => other.id !== id && mainTitle(other.title) === main)
    ? undefined
    : main;
}

const mainTitle = (title: string): string => /^(.+?[?!](?= )|.+?(?=: ))/.exec(title)?.[0] ?? title;

/** The titles that stand in title marks, in Chinese; in GB/T none do. */
function nestedTitles({ type, title, 'container-title': container }: Citable): Partial<Citable> {
  const isMarked = /^(?:article-.*|chapter|entry-.*|paper-conference)$/.test(type);
  return {
    title: nested(title),
    ...(isMarked && container !== undefined ? { 'container-title': nested(container) } : {}),
  };
}

/** Title marks within title marks are single. */
const nested = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');
