import { headlineOf, type Citable } from '../cite/csl-item.ts';
import { type CitationStyle, isChicago, isEnglish, isGbt, isInText } from '../cite/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { withPlace, withPlaceInText } from '../cite/behind-title.ts';
import { capitalised, headlineCase, loweredCase, sentenceCase } from '../cite/headline-case.ts';
import { editorsOf } from '../cite/own-items.ts';
import { upright } from '../cite/pieces.ts';
import { localised } from '../model/localised.ts';
import { permalink, urls } from '../model/urls.ts';
import { datedIn, entryIn } from '../model/entry-in.ts';
import { dayOfCopying } from '../exchange/edition-record.ts';
import { isChinese, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import type { Edition } from '../model/settings.ts';
import { departsFromSource, outcomeOf, type SourceCheck } from '../model/source-check.ts';
import type { Dossier } from '../read/dossier.ts';
import { sayDate } from '../i18n/phrases.ts';
import { translationsFor, type Translations } from '../i18n/translations.ts';
import { checkOf } from './checks.ts';
import {
  type OwnPage,
  isFront,
  isChangedSinceRelease,
  kindOf,
  lowered,
  nameOfPage,
  partOf,
  titleOfCheck,
} from './own-record.ts';
import { printedRecord } from './record-files.ts';
import { type Printed, commaIn, inChinese } from './joined-references.ts';
import { inMarks, placeOf } from './page-place.ts';
import { type PrintedPage, printPage } from './printed-page.ts';
import { speaksIn } from './speaks-in.ts';

/**
 * Cites a page in one style; undefined if its words are the paper’s own. Passages and notes are places in the dossier,
 * or in the translation of the paper; so is every page in a style with years in the text, since one author’s works of
 * one year would need letters, which depend on everything else that a reader cites.
 */
export function ownIn(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  style: CitationStyle,
): Printed | undefined {
  const item = printedRecord(dossier, base, edition, page);
  if (!item) return undefined;
  const isPlace = isInWhole(page, style);
  const place = isPlace || style === 'mla' ? placeOf(dossier, edition, page, style) : '';
  const printedAs = (cited: OwnPage, of: Citable, kind: OwnPage): Printed =>
    inChinese(
      edition,
      style,
      printPage(dossier, printedOwn(dossier, edition, cited, of, style, kind), style),
    );
  const comma = commaIn(edition, style);
  if (!isPlace) {
    const own = printedAs(page, item, page);
    if (isInText(style)) return { ...own, note: withPlaceInText(own.note, place) };
    const entry = page.entry?.[speaksIn(dossier, edition, page, style).id];
    return entry === undefined
      ? own
      : { ...own, note: withPlace(own.note, entryIn(style, entry), { style, comma }) };
  }
  const whole = item.translator
    ? inTranslation(dossier, base, edition, page, item)
    : wholeOf(
        dossier,
        base,
        edition,
        item,
        style === 'mla' || (partOf(page) === 'text' && !page.isReconstructed),
      );
  const own = printedAs(whole.page, whole.item, whole.page);
  if (isInText(style)) {
    const kind = capitalised(
      kindOf(dossier.settings.value, edition, page, speaksIn(dossier, edition, page, style)),
    );
    return {
      ...own,
      note: withPlaceInText(own.note, place),
      // MLA’s optional last element.
      ...(own.entry && style === 'mla' && partOf(page) === 'text' && !item.translator && kind !== ''
        ? { entry: [...own.entry, { text: ` ${kind}.`, italic: false }] }
        : {}),
    };
  }
  const { URL: _, ...alone } = whole.item;
  const there = { ...alone, ...(item.URL === undefined ? {} : { URL: item.URL }) };
  return { ...own, note: withPlace(printedAs(whole.page, there, page).note, place, { style, comma }) };
}

/** Whether a page is cited as a place in the whole dossier, not under its title. */
const isInWhole = (page: OwnPage, style: CitationStyle): boolean =>
  page.isPlace === true ||
  isFront(page) ||
  ['segment', 'passages', 'note'].includes(page.kind) ||
  (isInText(style) && (style === 'mla' ? page.kind === 'exhibit' : page.kind !== 'dossier'));

/** The whole dossier, in the release in which one of its pages is cited, or else in its version. */
function wholeOf(
  dossier: Dossier,
  base: string,
  edition: Edition,
  { version, isReleased, issued, URL }: Citable,
  isText: boolean,
): { page: OwnPage; item: Citable } {
  const name = localised(dossier.settings.value.dossier.title, edition);
  const page: OwnPage = { kind: 'dossier', id: version ?? '', name, address: '/' };
  const { version: _, issued: _issued, URL: _URL, ...item } = printedRecord(dossier, base, edition, page)!;
  const release = version === undefined ? '/' : urls.release(version);
  const isIn = URL?.includes(release);
  const front = permalink(dossier.settings.value.dossier.site, base, isIn ? release : '/');
  return {
    // The editors’ own words are no paraphrase.
    page: { ...page, isRead: true, part: isText ? undefined : 'account' },
    item: {
      ...item,
      ...(version === undefined ? {} : { version }),
      isReleased: isReleased === true,
      ...(issued ? { issued } : {}),
      ...(URL === undefined ? {} : { URL: front }),
    },
  };
}

/** The paper as translated in an edition, as a part of the dossier. */
function inTranslation(
  dossier: Dossier,
  base: string,
  edition: Edition,
  page: OwnPage,
  item: Citable,
): { page: OwnPage; item: Citable } {
  const name = localised(dossier.settings.value.paper.title, edition);
  const { URL } = wholeOf(dossier, base, edition, item, true).item;
  return { page: { ...page, name }, item: { ...item, title: name, ...(URL === undefined ? {} : { URL }) } };
}

/**
 * One of our records, adapted to a style. In GB/T a page is an electronic resource:
 * online with the access date, filled in on copying, or on disk if the copy has no public address. It has neither
 * edition nor year of publication, so the version is a remark on the title, and a page is a part (析出文献) of the dossier.
 * In journal footnotes it is a page of a website. A style for English texts gives a title in Chinese characters as it
 * is, with that of an English edition in brackets.
 */
function printedOwn(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  item: Citable,
  style: CitationStyle,
  of: OwnPage = page,
): PrintedPage {
  const settings = dossier.settings.value;
  const own = settings.dossier;
  const isWhole = page.kind === 'dossier';
  const speaks = speaksIn(dossier, edition, page, style);
  const t = isEnglish(style) ? translationsFor('en') : translationsFor(speaks.lang);
  const state = stateOf(dossier, t, style);
  const isStateDate = !item.isReleased && (style === 'chicago' || style === 'mla');
  const release = item.isReleased
    ? t.cite.release({ version: item.version ?? '' })
    : isStateDate
      ? ''
      : printsDay(style, item)
        ? isChangedSinceRelease(dossier)
          ? t.cite.changed
          : ''
        : state;
  const version = item.isReleased ? capitalised(bareRemark(release)) : bareRemark(release);
  const isForeign = speaks !== edition;
  const ownTitle = localised(own.title, edition);
  // APA and MLA have no Chinese title marks.
  const title =
    isForeign && (style === 'apa' || style === 'mla')
      ? ownTitle.replace(/《(.*?)》/g, (_, quoted: string) => inMarks(quoted))
      : ownTitle;
  const { 'container-title': _, version: _version, note: _note, genre: _genre, ...alone } = item;
  const check = page.kind === 'check' ? checkOf(dossier, page.id) : undefined;
  const translated = isForeign ? namedIn(dossier, page, item, speaks) : undefined;
  const named = {
    ...alone,
    // Instead of the year.
    ...(isStateDate ? { issued: { 'date-parts': [], literal: bareRemark(state) } } : {}),
    ...(translated ? { author: translated.author } : {}),
    ...(check ? { title: titleOfCheck(edition, check.id, localised(check.claim, edition)) } : {}),
    id: `${item.id}-${edition.id}-${style}`,
    isOwn: true,
    language: isEnglish(style) && isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  const isMarkedByEdition = of.kind === 'dossier' && of.isRead && style !== 'apa' && style !== 'mla';
  const ofEdition = kindOf(settings, edition, style === 'mla' ? { ...of, isRead: undefined } : of, speaks);
  // The title of the whole in an English edition, as the style prints translations.
  const english = localised(own.title, speaks);
  const wholeTranslated =
    style === 'mla'
      ? headlineCase(english, 'mla')
      : sentenceTitleOf(english, own.name && localised(own.name, speaks));
  const translation = !translated
    ? undefined
    : isWhole
      ? wholeTranslated
      : style === 'mla'
        ? headlineOf(translated.title, 'mla', true)
        : sentenceCase(translated.title);
  const isSentence = !isInTitleCase(page, nameOfPage(dossier, edition, page) ?? page.name);
  // MLA’s last element says it.
  const isSaid = style === 'mla' && of.kind === 'dossier' && of.isRead;
  const kindOfPage = isSaid
    ? ''
    : isMarkedByEdition && ofEdition !== ''
      ? kindOf(settings, edition, { kind: 'segment' }, speaks)
      : ofEdition;
  const gap = isEnglish(style) || !isChinese(speaks.lang) ? ', ' : '，';
  const kind = check ? t.checks.kind({ verdict: verdictWithBasis(t, check, gap) }) : kindOfPage;
  const name = isWhole ? title : named.title;
  if (isGbt(style)) {
    const [mark, open, close] = style === 'gbt' ? ['：', '（', '）'] : [': ', ' (', ')'];
    const comma = isChinese(edition.lang) ? '，' : ', ';
    // There are brackets around it already.
    const inside = kind.replace(/ \((.*)\)$/, `${comma}$1`);
    const remark = [inside, lowered(version)].filter(Boolean).join(comma);
    const inBrackets = isChinese(edition.lang)
      ? t.typography.inBrackets({ name, text: remark })
      : name + open + remark + close;
    return {
      name,
      ...(isWhole ? {} : { whole: style === 'gbt' ? title.replaceAll(': ', mark) : title }),
      item: {
        ...named,
        type: 'webpage',
        title: remark ? inBrackets : name,
        ...(item.URL === undefined ? { medium: 'DK' } : { accessed: cslDate(dayOfCopying) }),
      },
    };
  }
  // A translation needs its translator, whom footnotes of websites do not print.
  const type = isEnglish(style) || item.translator ? item.type : 'webpage';
  const isLatinInChinese = style === 'journal' && primaryLanguage(edition.lang) === 'en';
  const cased = (text: string): string => (isLatinInChinese ? headlineOf(text, 'chicago', true) : text);
  // The style itself puts the title of a book in marks, when it prints a part of it.
  const titleMarked =
    style === 'journal' && isChinese(edition.lang) && type === 'webpage'
      ? `${isWhole ? '' : '载'}《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
      : (isLatinInChinese && !isWhole && type === 'webpage' ? 'in ' : '') + cased(title);
  const isApa = style === 'apa';
  const romanised = isForeign ? own.romanised?.[edition.id] : undefined;
  // Only Chicago has the characters beside the romanised title.
  const characters = isChicago(style) ? title : '';
  const inOwnWriting = translation === undefined ? {} : { translation, lang: edition.lang };
  const numbered = isApa ? version : release.replace(/^, /, '');
  const described =
    kind === ''
      ? {}
      : isApa
        ? { description: capitalised(kind) }
        : { kind: isEnglish(style) ? abbreviated(kind) : kind };
  if (isWhole && romanised !== undefined)
    return {
      name: romanised,
      ...inOwnWriting,
      characters,
      ...described,
      item: { ...named, type, title: romanised, original: { language: edition.lang }, edition: numbered },
    };
  if (isWhole) {
    const custom = {
      ...named.custom,
      ...(isForeign
        ? {}
        : { sentenceTitle: sentenceTitleOf(title, own.name && localised(own.name, edition)) }),
    };
    return {
      name: cased(title),
      ...(isApa && isForeign ? {} : inOwnWriting),
      ...(isLatinInChinese ? { dossier: cased(title) } : {}),
      ...described,
      item: {
        ...named,
        type,
        title: cased(title) + (isApa && translation !== undefined ? upright(` [${translation}]`) : ''),
        custom,
        edition: numbered,
      },
    };
  }
  return {
    name: cased(name),
    ...(isLatinInChinese && !item.translator ? { dossier: cased(title) } : {}),
    ...inOwnWriting,
    ...(isApa ? {} : { kind }),
    item: {
      ...named,
      type,
      title: cased(name) + (isApa && kind ? upright(` [${capitalised(kind)}]`) : ''),
      ...(romanised === undefined ? {} : { hasRomanisedContainer: true }),
      'container-title': isForeign
        ? romanised === undefined
          ? upright(`${title} [${wholeTranslated}]${release}`)
          : romanised + upright(`${characters && ` ${characters}`} [${wholeTranslated}]${release}`)
        : titleMarked + upright(isApa ? ` (${version})` : release),
      isInSentenceStyle: item.translator ? headlineCase(name) !== name : isSentence,
    },
  };
}

/** Whether a style prints the day of publication, not the year only: in GB/T 7714—2015, if there is an address. */
const printsDay = (style: CitationStyle, { URL }: Citable): boolean =>
  style === 'journal' || style === 'gbt' || (style === 'gbt-2015' && URL !== undefined);

/** English months as MLA abbreviates them in references: those of more than four letters. */
const withShortMonths = (text: string): string =>
  text.replace(/(?<=\d )(\p{Lu}\p{Ll}{4,})(?= \d{4})/gu, (month) =>
    month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`,
  );

/** The day of whose state a page is cited that may change, as Chicago has it for such pages (18th ed., 14.104). */
function stateOf(dossier: Dossier, t: Translations, style: CitationStyle): string {
  const date = datedIn(style, sayDate(t, dossier.settings.value.dossier.issued));
  return t.cite.asOf({
    date: style === 'mla' ? withShortMonths(date) : date,
    changed: isChangedSinceRelease(dossier) ? 'yes' : 'none',
  });
}

/** A remark behind a title, alone. */
const bareRemark = (remark: string): string => remark.replace(/^, |^（|）$/g, '');

/** A verdict and, if the paper departs from a source that was not read itself, what was read in its place. */
const verdictWithBasis = ({ checks }: Translations, check: SourceCheck, gap: string): string => {
  const verdict = checks.verdict[outcomeOf(check)];
  return departsFromSource(check) && check.read !== 'passage'
    ? verdict + gap + checks.by({ read: checks.read[check.read] })
    : verdict;
};

/** Chicago and MLA abbreviate “edition”. */
const abbreviated = (kind: string): string => kind.replace(/\bedition\b/, 'ed.');

/** The dossier’s title in sentence style; the dossier’s name at its beginning keeps its capitals. */
function sentenceTitleOf(title: string, name = ''): string {
  const rest = title.startsWith(name) ? title.slice(name.length) : title;
  return sentenceCase(title.slice(0, title.length - rest.length) + loweredCase(rest));
}

/**
 * Names of cases, terms, actors and checks are in sentence case; headings and exhibits of a paper may be in title case.
 */
const isInTitleCase = ({ kind }: OwnPage, name: string): boolean =>
  (kind === 'chapter' || kind === 'exhibit') && headlineCase(name) === name;

/** The names of a page and its editors in another edition. */
function namedIn(
  dossier: Dossier,
  page: OwnPage,
  { title, author, translator }: Citable,
  english: Edition,
): Pick<Citable, 'title' | 'author'> {
  const { paper } = dossier.settings.value;
  const isPaper = translator && Object.values(paper.title).includes(title);
  const claim = page.kind === 'check' ? checkOf(dossier, page.id)?.claim : undefined;
  return {
    author: translator ? author : editorsOf(dossier.settings.value, english),
    title: isPaper
      ? localised(paper.title, english)
      : claim
        ? titleOfCheck(english, page.id, localised(claim, english))
        : capitalised(nameOfPage(dossier, english, page) ?? title),
  };
}
