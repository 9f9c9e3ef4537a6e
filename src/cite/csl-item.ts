import { HAN, isChinese, primaryLanguage } from '../model/language.ts';
import type { Name, Work } from '../model/work.ts';
import { isEnglish, isGbt, isInText, type CitationStyle } from './citation-style.ts';
import { headlineCase, loweredCase, sentenceCase } from './headline-case.ts';
import { apartFromUpright, APOSTROPHE, UNKNOWN_AUTHOR } from './pieces.ts';

/** Whatever can be cited: a work, the paper, or a page of the dossier. */
export type Citable = Omit<Work, 'author'> & {
  author?: CitableName[] | undefined;
  version?: string | undefined;
  /** What a romanised title stands for: shown behind it, with its translation in brackets. */
  original?: { title?: string; language: string; translation?: string };
  /** Whether what it is in goes by a name, whose capitals every style keeps. */
  isInNamed?: boolean;
  /** Whether its title is in sentence style as it is written, so that every capital in it is that of a name. */
  isInSentenceStyle?: boolean;
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
  isInSentenceStyle: _isInSentenceStyle,
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
): Omit<Citable, 'custom' | 'original' | 'isInNamed' | 'isInSentenceStyle'> {
  const {
    author = [],
    custom: _,
    original,
    isInNamed: _isInNamed,
    isInSentenceStyle: _isInSentenceStyle,
    ...item
  } = work;
  const isJournalChinese = !isGbt(style) && !isInText(style) && isChinese(work.language);
  const isApa = style === 'apa';
  const all = work.custom?.authorsAbridged ? [...author, { literal: UNKNOWN_AUTHOR }] : author;
  const named = isJournalChinese
    ? all.map(inOwnOrder)
    : isInText(style) && isChinese(work.language)
      ? all.map(asWholeName)
      : style === 'gbt' || isEnglish(style)
        ? (style === 'mla' ? all.map(withoutArticle) : all).map(asOneName)
        : all.map(withOwnCapitals);
  const authors = style === 'gbt' ? named.map(inFull) : isApa ? named.map(inverted) : named;
  const short = item['title-short'] ?? shortTitle(work, works);
  return {
    ...item,
    ...(original && !isApa ? { language: `${primaryLanguage(original.language)}-Latn` } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(short === undefined ? {} : { 'title-short': short }),
    ...(isJournalChinese ? nestedTitles(work) : {}),
    ...(style === 'gbt' ? titlesOfGbt(work) : {}),
    ...(isEnglish(style) && !isChinese(work.language) ? asInEnglish(work, short, style) : {}),
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

/** MLA leaves out the article with which the name of an institution begins. */
const withoutArticle = (name: CitableName): CitableName =>
  'literal' in name
    ? { literal: name.literal.replace(/^(?:The|An?) (.)/u, (_, letter: string) => letter.toUpperCase()) }
    : name;

/** An institution as it is written: GB/T 7714—2015 has the family names of persons alone in capitals (8.1.4). */
const withOwnCapitals = (name: CitableName): CitableName =>
  'literal' in name ? { literal: `<span class="nocase">${name.literal}</span>` } : name;

/** APA puts a comma behind every family name, wherever it stands in its language. */
const inverted = ({ 'static-ordering': _, ...name }: CitableName): CitableName => name;

/** GB/T 7714—2025 does not initialise what is in pinyin (7.1.1). */
const inFull = (name: CitableName): CitableName =>
  'family' in name && name['static-ordering'] && !HAN.test(name.family)
    ? { family: [familyOf(name), name.given].filter(Boolean).join(' ') }
    : name;

/** What a title says further stands behind a full-width colon, as every element does (GB/T 7714—2025, 7.2.3). */
const titlesOfGbt = ({ title, 'container-title': container }: Citable): Partial<Citable> => ({
  title: title.replaceAll(': ', '：'),
  ...(container === undefined ? {} : { 'container-title': container.replaceAll(': ', '：') }),
});

/**
 * English titles in headline style, in APA those of what is neither a periodical nor known by a name in sentence style;
 * their dashes closed up; romanised ones in sentence style; and no place of publication beside a publisher after 1900.
 */
function asInEnglish(
  { language, original, title, issued, publisher, ...work }: Citable,
  short: string | undefined,
  style: CitationStyle,
): Partial<Citable> {
  const [year = Infinity] = issued?.['date-parts'][0] ?? [];
  const cased = (whole: string, field: string): string => {
    const [text, behind] = apartFromUpright(whole);
    return casedTitle(text, field).replaceAll(' – ', '—') + behind;
  };
  const casedTitle = (text: string, field: string): string => {
    if (style !== 'apa') return headlineCase(text, style === 'mla' ? 'mla' : 'chicago');
    if (field === 'title' && work.custom?.sentenceTitle !== undefined) return work.custom.sentenceTitle;
    if (field === 'title' && work.isInSentenceStyle) return sentenceCase(text);
    const isName =
      field === 'container-title' && (work.isInNamed || !/^(?:chapter|entry-.*)$/.test(work.type));
    return isName ? headlineCase(text) : sentenceCase(loweredCase(text));
  };
  const titles = { title, 'title-short': short, 'container-title': work['container-title'] };
  const [author, ...others] = work.author ?? [];
  const isOwnPublisher = author && 'literal' in author && others.length === 0 && author.literal === publisher;
  return {
    ...(publisher !== undefined && year > 1900 ? { 'publisher-place': undefined } : {}),
    ...(style === 'mla' && publisher !== undefined ? { publisher: abbreviated(publisher) } : {}),
    // APA names an institution that publishes what it writes as its author alone, MLA as its publisher alone.
    ...(isOwnPublisher && style === 'apa' ? { publisher: undefined } : {}),
    ...(isOwnPublisher && style === 'mla' ? { author: undefined } : {}),
    ...(style === 'apa' ? numbersInApa(work) : {}),
    // What is romanised is no English.
    ...(primaryLanguage(language) !== 'en'
      ? {}
      : original
        ? { title: kept(sentenceCase(title), style) }
        : Object.fromEntries(
            Object.entries(titles).flatMap(([field, text]) =>
              text === undefined ? [] : [[field, kept(cased(text, field), style)]],
            ),
          )),
  };
}

/** The title with the capitals and marks that it has in a style. */
export const titleIn = (item: Citable, style: CitationStyle): string =>
  printedItem(item, [], style)
    .title.replace(/^<span class="nocase">(.*)<\/span>$/s, '$1')
    .replaceAll(APOSTROPHE, '’');

/** A title with its capitals as they are: the packaged styles would change some. Quotation marks within APA’s are double. */
function kept(title: string, style: CitationStyle): string {
  if (style !== 'apa' && style !== 'mla') return title;
  const marked = style === 'apa' ? title.replace(/(?<!\p{L})‘([^‘]*?)’(?!\p{L})/gu, '“$1”') : title;
  const plain = marked.includes('‘') ? marked : marked.replaceAll('’', APOSTROPHE);
  return `<span class="nocase">${plain}</span>`;
}

/** MLA prints UP for a university’s press. */
const abbreviated = (publisher: string): string =>
  publisher.replace(/\bUniversity Press\b/, 'UP').replace(/\bUniversity of (.+) Press\b/, 'U of $1 P');

/** APA gives the number of an issue in parentheses even where there is no volume. */
function numbersInApa({ type, volume, issue }: Partial<Citable>): Partial<Citable> {
  const isSeries = type === 'article-journal' && volume === undefined && issue !== undefined;
  return isSeries ? { issue: `(${issue})` } : {};
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
