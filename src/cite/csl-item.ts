import { HAN, isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import type { Name, Work } from '../model/work.ts';
import { isEnglish, isGbt, isInText, type CitationStyle } from '../model/citation-style.ts';
import { evenCase, headlineCase, loweredCase, sentenceCase } from './headline-case.ts';
import { mlaShortTitle, shortenedPinyin, withoutArticle } from './short-title.ts';
import { apartFromUpright, APOSTROPHE, UNKNOWN_AUTHOR } from './pieces.ts';

/** Anything that can be cited: a work, the paper, or a page of the dossier. */
export type Citable = Omit<Work, 'author'> & {
  author?: CitableName[] | undefined;
  version?: string | undefined;
} & Remarks;

/** What the dossier knows of a work beyond the fields of CSL. */
interface Remarks {
  /** The original of a romanised title: printed after it, followed by its translation in brackets. */
  original?: { title?: string; language: string; translation?: string };
  /** Whether its title is written in sentence style, so that every capital in it belongs to a name. */
  isInSentenceStyle?: boolean;
  /** Whether its title is only a description of something untitled. */
  isDescribed?: boolean;
  /** Whether it is a page of the dossier, whose title keeps its capitals. */
  isOwn?: boolean;
  /** Whether the title of what contains it is romanised, and so has the capitals of a sentence. */
  hasRomanisedContainer?: boolean;
  /** Whether its version is a release that has it, at its address. */
  isReleased?: boolean;
}

type CslItem = Omit<Citable, keyof Remarks | 'custom'>;

const cslOf = ({
  custom: _custom,
  original: _original,
  isInSentenceStyle: _isInSentenceStyle,
  isDescribed: _isDescribed,
  isOwn: _isOwn,
  hasRomanisedContainer: _hasRomanisedContainer,
  isReleased: _isReleased,
  ...item
}: Citable): CslItem => item;

/** A name. `static-ordering` makes citeproc put the family name first in every language. */
type CitableName = NonNullable<Work['author']>[number] & { 'static-ordering'?: boolean };

/** A person’s family name with its particles. */
export const familyOf = (name: Exclude<Name, { literal: string }>): string =>
  [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');

/** A record for export, without the fields that only this dossier uses. */
export function exportedItem(work: Citable): CslItem & { custom?: unknown } {
  const { printed: _, ...kept } = work.custom ?? {};
  const author = work.author?.map(({ 'static-ordering': _order, ...name }) => name);
  return {
    ...cslOf(work),
    ...(author ? { author } : {}),
    ...(Object.keys(kept).length > 0 ? { custom: kept } : {}),
  };
}

/** The work as passed to citeproc, with an unknown last author if the printed list of authors ends in et al. */
export function printedItem(work: Citable, works: Citable[], style: CitationStyle): CslItem {
  const { author = [], ...item } = cslOf(work);
  const { original } = work;
  const isJournalChinese = !isGbt(style) && !isInText(style) && isChinese(work.language);
  const isApa = style === 'apa';
  const others = work.custom?.authorsAbridged ? [{ literal: UNKNOWN_AUTHOR }] : [];
  const all = author.length > 0 ? [...author, ...others] : [];
  const named = all.map(nameIn(style, work.language));
  const authors = style === 'gbt' ? named.map(inFull) : isApa ? named.map(inverted) : named;
  const isEvened =
    !isEnglish(style) &&
    primaryLanguage(work.language) === 'en' &&
    !work.isInSentenceStyle &&
    !work.isDescribed &&
    !work.isOwn;
  // Footnotes of journals have every English title in headline style, GB/T as it is.
  const even = style === 'journal' ? headlineCase : evenCase;
  const evened = isEvened ? { title: even(work.title) } : {};
  const short =
    item['title-short'] ??
    (style === 'mla'
      ? shortTitleOfMla(work, works)
      : isApa && authors.length === 0
        ? shortTitleOfApa(work, works)
        : shortTitle(work, works));
  return {
    ...item,
    ...(original && !isApa ? { language: `${primaryLanguage(original.language)}-Latn` } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    // The list of a work without authors names its editors.
    ...(authors.length === 0 && item.editor ? { editor: [...item.editor, ...others] } : {}),
    ...(short === undefined ? {} : { 'title-short': short }),
    ...(isJournalChinese ? nestedTitles(work) : {}),
    ...evened,
    // A description has the capitals of a sentence in every style.
    ...(work.isDescribed ? { title: `<span class="nocase">${work.title}</span>` } : {}),
    ...(style === 'gbt' ? titlesOfGbt({ ...work, ...evened }) : {}),
    ...(isEnglish(style) && !isChinese(work.language) ? asInEnglish(work, short, style) : {}),
  };
}

/** Prepares the name of an author of a work in a language for a style. */
function nameIn(style: CitationStyle, language: string): (name: CitableName) => CitableName {
  if (isChinese(language) && isInText(style)) return asWholeName;
  if (isChinese(language) && !isGbt(style)) return inOwnOrder;
  if (style === 'mla') return (name) => asOneName(nameWithoutArticle(name));
  return style === 'gbt' || isEnglish(style) ? asOneName : withOwnCapitals;
}

/** A name in Latin letters as one literal, since citeproc would invert it among Chinese names. */
const inOwnOrder = (name: CitableName): CitableName =>
  'literal' in name || name['static-ordering'] || HAN.test(name.family)
    ? name
    : { literal: [name.given, familyOf(name)].filter(Boolean).join(' ') };

/** A name in Chinese characters as one literal, since GB/T does not shorten it to the family name in the text. */
const asWholeName = (name: CitableName): CitableName =>
  'family' in name && HAN.test(name.family) ? { literal: familyOf(name) + name.given } : name;

/** An institution as a person with one name, since citeproc would punctuate it differently among persons. */
const asOneName = (name: CitableName): CitableName => ('literal' in name ? { family: name.literal } : name);

/** MLA omits the article at the beginning of an institution’s name. */
const nameWithoutArticle = (name: CitableName): CitableName =>
  'literal' in name ? { literal: withoutArticle(name.literal) } : name;

/** An institution with its own capitals: GB/T 7714—2015 capitalises only persons’ family names (8.1.4). */
const withOwnCapitals = (name: CitableName): CitableName =>
  'literal' in name ? { literal: `<span class="nocase">${name.literal}</span>` } : name;

/** APA puts a comma after every family name, whatever the name order of the language. */
const inverted = ({ 'static-ordering': _, ...name }: CitableName): CitableName => name;

/** GB/T 7714—2025 does not abbreviate given names in pinyin to initials (7.1.1). */
const inFull = (name: CitableName): CitableName =>
  'family' in name && name['static-ordering'] && !HAN.test(name.family)
    ? { family: [familyOf(name), name.given].filter(Boolean).join(' ') }
    : name;

/** Other title information follows a full-width colon, as every element does. */
const titlesOfGbt = ({ title, 'container-title': container }: Citable): Partial<Citable> => ({
  title: fullWidth(title),
  ...(container === undefined ? {} : { 'container-title': fullWidth(container) }),
});

/** A colon within parentheses belongs to a remark. */
const fullWidth = (title: string): string => title.replace(/: (?![^(（]*[)）])/g, '：');

/**
 * The fields for an English style: titles in headline style, but in APA in sentence style unless they are those of
 * periodicals or are names; dashes without spaces; romanised titles in sentence style; no place of publication if there
 * is a publisher and the year is after 1900.
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
    if (field !== 'container-title' && work.isDescribed) return text;
    if (field === 'container-title' && work.hasRomanisedContainer) return sentenceCase(text);
    if (style !== 'apa') return headlineOf(text, style === 'mla' ? 'mla' : 'chicago', work.isOwn);
    if (field === 'title' && work.custom?.sentenceTitle !== undefined) return work.custom.sentenceTitle;
    if (field === 'title' && work.isInSentenceStyle) return sentenceCase(text);
    const isName = field === 'container-title' && !/^(?:chapter|entry-.*)$/.test(work.type);
    return isName ? headlineCase(text) : sentenceCase(loweredCase(text));
  };
  const titles = { title, 'title-short': short, 'container-title': work['container-title'] };
  const [author, ...others] = work.author ?? [];
  const isOwnPublisher = author && 'literal' in author && others.length === 0 && author.literal === publisher;
  return {
    ...(publisher !== undefined && year > 1900 ? { 'publisher-place': undefined } : {}),
    ...(style === 'mla' && publisher !== undefined ? { publisher: abbreviated(publisher) } : {}),
    // APA names an institution that publishes its own work only as the author, MLA only as the publisher.
    ...(isOwnPublisher && style === 'apa' ? { publisher: undefined } : {}),
    ...(isOwnPublisher && style === 'mla' ? { author: undefined } : {}),
    ...(style === 'apa' ? numbersInApa(work) : {}),
    // Romanised titles for readers of other languages are not English.
    ...(primaryLanguage(language) !== 'en'
      ? {}
      : original
        ? {
            title: kept(sentenceCase(title), style),
            ...(short === undefined ? {} : { 'title-short': kept(short, style) }),
          }
        : Object.fromEntries(
            Object.entries(titles).flatMap(([field, text]) =>
              text === undefined
                ? []
                : [[field, kept(cased(text, field), style, work.isDescribed && field !== 'container-title')]],
            ),
          )),
  };
}

/** A title in headline style. A claim with which one of our pages is titled is a sentence, and keeps its capitals. */
export function headlineOf(title: string, style: 'chicago' | 'mla', isOwn = false): string {
  const [, head, claim] = (isOwn && /^([^:]*: )(“.*”)$/s.exec(title)) || [];
  return head === undefined || claim === undefined
    ? headlineCase(title, style)
    : headlineCase(head, style) + claim;
}

/** The title with the capitals and quotation marks of a style. */
export const titleIn = (item: Citable, style: CitationStyle): string =>
  printedItem(item, [], style)
    .title.replace(/^<span class="nocase">(.*)<\/span>$/s, '$1')
    .replaceAll(APOSTROPHE, '’');

/**
 * Protects the capitals of a title, some of which the packaged styles would change. Quotation marks in APA titles are
 * double.
 */
function kept(title: string, style: CitationStyle, isDescribed = false): string {
  if (style !== 'apa' && style !== 'mla' && !isDescribed) return title;
  const marked = style === 'apa' ? title.replace(/(?<!\p{L})‘([^‘]*?)’(?!\p{L})/gu, '“$1”') : title;
  const plain = marked.includes('‘') ? marked : marked.replaceAll('’', APOSTROPHE);
  return `<span class="nocase">${plain}</span>`;
}

/** MLA abbreviates University Press to UP. */
const abbreviated = (publisher: string): string =>
  publisher.replace(/\bUniversity Press\b/, 'UP').replace(/\bUniversity of (.+) Press\b/, 'U of $1 P');

/** APA puts the issue number in parentheses even if there is no volume. */
function numbersInApa({ type, volume, issue }: Partial<Citable>): Partial<Citable> {
  const isSeries = type === 'article-journal' && volume === undefined && issue !== undefined;
  return isSeries ? { issue: `(${issue})` } : {};
}

/** The title without its subtitle, unless another work has the same main title. */
function shortTitle({ id, title }: Citable, works: Citable[]): string | undefined {
  const main = mainTitle(title);
  return main === title || works.some((other) => other.id !== id && mainTitle(other.title) === main)
    ? undefined
    : main;
}

/** As MLA abbreviates it in the text, unless another work has the same beginning. */
function shortTitleOfMla(
  { id, title, language, isDescribed, original }: Citable,
  works: Citable[],
): string | undefined {
  if (primaryLanguage(language) !== 'en' || isDescribed) return shortTitle({ id, title } as Citable, works);
  const whole = withoutArticle(title);
  const main = mainTitle(whole);
  const others = works.flatMap((other) => (isSameWork(other, id) ? [] : titlesOf(other).map(withoutArticle)));
  const isUnique = (short: string): boolean => !others.some((other) => other.startsWith(short));
  const short = [firstWords(main, original), main].find((one) => one !== undefined && isUnique(one)) ?? whole;
  return short === title ? undefined : short;
}

/** The first words of a long title that takes the place of an author, as APA has it in the text (8.14). */
function shortTitleOfApa(work: Citable, works: Citable[]): string | undefined {
  const { id, title, language, isDescribed, original } = work;
  const short =
    primaryLanguage(language) !== 'en' || isDescribed ? undefined : firstWords(mainTitle(title), original);
  return short === undefined ||
    works.some((other) => !isSameWork(other, id) && titlesOf(other).some((one) => one.startsWith(short)))
    ? shortTitle(work, works)
    : short;
}

const firstWords = (title: string, original: Citable['original']): string | undefined =>
  original && isWrittenInHan(original.language) ? shortenedPinyin(title) : mlaShortTitle(title);

/** A work romanised for an edition has the edition’s id behind its own. */
const isSameWork = (other: Citable, id: string): boolean => other.id === id || id.startsWith(`${other.id} `);

const titlesOf = ({ title, custom }: Citable): string[] => [title, custom?.romanised?.title ?? []].flat();

const mainTitle = (title: string): string => /^(.+?[?!](?= )|.+?(?=: ))/.exec(title)?.[0] ?? title;

/** Titles that are printed in Chinese title marks; in GB/T none are. */
function nestedTitles({ type, title, 'container-title': container }: Citable): Partial<Citable> {
  const isMarked = /^(?:article-.*|broadcast|chapter|entry-.*|paper-conference)$/.test(type);
  return {
    title: nested(title),
    ...(isMarked && container !== undefined ? { 'container-title': nested(container) } : {}),
  };
}

/** Title marks within title marks are single. */
const nested = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');
