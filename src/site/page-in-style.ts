import { headlineOf, type Citable } from '../cite/csl-item.ts';
import { type CitationStyle, isChicago, isEnglish, isGbt } from '../model/citation-style.ts';
import { cslDate } from '../cite/dates.ts';
import { capitalised, headlineCase, loweredCase, sentenceCase } from '../cite/headline-case.ts';
import { editorsOf } from '../cite/own-items.ts';
import { translationBehind, upright } from '../cite/pieces.ts';
import { localised } from '../model/localised.ts';
import { datedIn } from '../model/entry-in.ts';
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
  isChangedSinceRelease,
  kindOf,
  lowered,
  nameOfPage,
  titleOfCheck,
} from './own-record.ts';
import { commaIn } from './joined-references.ts';
import { titleInMarks } from './page-place.ts';
import type { StyledPage } from './styled-page.ts';
import { romanised as romanisedTitle } from './romanised.ts';
import { speaksIn } from './speaks-in.ts';

/** A page of the dossier, with what every style prints of it. */
interface Shown {
  dossier: Dossier;
  edition: Edition;
  /** The edition in whose language the reference is. */
  speaks: Edition;
  style: CitationStyle;
  page: OwnPage;
  /** The record without what styles print in forms of their own. */
  item: Citable;
  isWhole: boolean;
  /** The page’s own name, or the title of the dossier. */
  name: string;
  /** What the page is, behind its title. */
  kind: string;
  /** Behind the title of the dossier: its release, or as of which day it is cited. */
  release: string;
  t: Translations;
}

/** One of our records, adapted to a style; `of` is the page whose kind is printed, if that is another. */
export function pageInStyle(
  dossier: Dossier,
  edition: Edition,
  page: OwnPage,
  record: Citable,
  style: CitationStyle,
  of: OwnPage = page,
): StyledPage {
  const speaks = speaksIn(dossier, edition, page, style);
  const t = isEnglish(style) ? translationsFor('en') : translationsFor(speaks.lang);
  const isWhole = page.kind === 'dossier';
  const { 'container-title': _, version: _version, note: _note, genre: _genre, ...bare } = record;
  const check = page.kind === 'check' ? checkOf(dossier, page.id) : undefined;
  const item = {
    ...bare,
    ...(check ? { title: titleOfCheck(edition, check.id, localised(check.claim, edition)) } : {}),
    id: `${record.id}-${edition.id}-${style}`,
    isOwn: true,
    language: isEnglish(style) && isWrittenInHan(edition.lang) ? 'en' : edition.lang,
  };
  const shown: Shown = {
    dossier,
    edition,
    speaks,
    style,
    page,
    item,
    isWhole,
    name: isWhole ? localised(dossier.settings.value.dossier.title, edition) : item.title,
    kind: check ? kindOfCheck(t, check, style, speaks) : kindIn(style, dossier, edition, of, speaks),
    release: releaseIn(style, dossier, t, record),
    t,
  };
  return isGbt(style) ? inGbt(shown) : style === 'journal' ? inJournal(shown) : inEnglish(shown);
}

/**
 * In GB/T a page is an electronic resource: online with the access date, filled in on copying, or on disk if the copy
 * has no public address. It has no edition, so the version is a remark on the title; and it is a part (析出文献) of the
 * dossier.
 */
function inGbt({ dossier, edition, style, item, isWhole, name, kind, release, t }: Shown): StyledPage {
  const [mark, open, close] = style === 'gbt' ? ['：', '（', '）'] : [': ', ' (', ')'];
  const comma = isChinese(edition.lang) ? '，' : ', ';
  // There are brackets around it already.
  const inside = kind.replace(/ \((.*)\)$/, `${comma}$1`);
  const remark = [inside, lowered(alone(release))].filter(Boolean).join(comma);
  const inBrackets = isChinese(edition.lang)
    ? t.typography.inBrackets({ name, text: remark })
    : name + open + remark + close;
  const title = localised(dossier.settings.value.dossier.title, edition);
  return {
    name,
    ...(isWhole ? {} : { whole: style === 'gbt' ? title.replaceAll(': ', mark) : title }),
    item: {
      ...item,
      type: 'webpage',
      title: remark ? inBrackets : name,
      ...(item.URL === undefined ? { medium: 'DK' } : { accessed: cslDate(dayOfCopying) }),
    },
  };
}

/** In journal footnotes a page is one of a website, but a translation needs its translator, whom those do not print. */
function inJournal({ dossier, edition, item, isWhole, name, kind, release }: Shown): StyledPage {
  const type = item.translator ? item.type : 'webpage';
  const isLatin = primaryLanguage(edition.lang) === 'en';
  const cased = (text: string): string => (isLatin ? headlineOf(text, 'chicago', true) : text);
  const title = localised(dossier.settings.value.dossier.title, edition);
  // The style itself puts the title of a book in marks, when it prints a part of it.
  const marked =
    isChinese(edition.lang) && type === 'webpage'
      ? `载《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
      : (isLatin && type === 'webpage' ? 'in ' : '') + cased(title);
  return {
    name: cased(name),
    ...(isLatin && (isWhole || !item.translator) ? { dossier: cased(title) } : {}),
    ...(kind === '' ? {} : { kind }),
    item: {
      ...item,
      type,
      title: cased(name),
      ...(isWhole
        ? { edition: release.replace(/^, /, '') }
        : { 'container-title': marked + upright(release) }),
    },
  };
}

/** A style for English texts gives a title in Chinese characters as it is, with the English edition’s in brackets. */
function inEnglish(shown: Shown): StyledPage {
  const { dossier, edition, speaks, style, page, isWhole, release, t } = shown;
  const own = dossier.settings.value.dossier;
  const isApa = style === 'apa';
  const isForeign = speaks !== edition;
  const translated = isForeign ? namedIn(dossier, page, shown.item, speaks) : undefined;
  const item = {
    ...shown.item,
    // Instead of the year.
    ...(isAsOf(style, shown.item)
      ? { issued: { 'date-parts': [], literal: alone(stateOf(dossier, t, style)) } }
      : {}),
    ...(translated ? { author: translated.author } : {}),
  };
  // APA and MLA have no Chinese title marks.
  const unmarked = (title: string): string =>
    isForeign && !isChicago(style)
      ? title.replace(/《(.*?)》/g, (_, quoted: string) => titleInMarks(quoted))
      : title;
  const title = unmarked(localised(own.title, edition));
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
  const inOwnWriting = translation === undefined ? {} : { translation, lang: edition.lang };
  const romanised = isForeign ? own.romanised?.[edition.id] : undefined;
  // Only Chicago has the characters beside the romanised title.
  const characters = isChicago(style) ? title : '';
  const kind = isApa ? capitalised(shown.kind) : shown.kind;
  const dated = isApa && !item.isReleased ? { day: dayInApa(dossier) } : {};
  if (isWhole) {
    const numbered = isApa ? capitalisedRelease(item, release) : release.replace(/^, /, '');
    const described =
      kind === '' ? {} : !isApa ? { kind: abbreviated(kind) } : numbered === '' ? {} : { description: kind };
    // APA has it in brackets after the edition.
    const last = isApa && kind !== '' && numbered === '' ? upright(` [${kind}]`) : '';
    return romanised === undefined
      ? {
          name: title,
          ...(isApa ? {} : inOwnWriting),
          ...described,
          ...dated,
          item: {
            ...item,
            title: title + (isApa && translation !== undefined ? upright(` [${translation}]`) : '') + last,
            custom: {
              ...item.custom,
              ...(isForeign
                ? {}
                : { sentenceTitle: sentenceTitleOf(title, own.name && localised(own.name, edition)) }),
            },
            edition: numbered,
          },
        }
      : {
          name: romanised,
          ...inOwnWriting,
          characters,
          ...described,
          ...dated,
          item: { ...item, title: romanised, original: { language: edition.lang }, edition: numbered },
        };
  }
  const ownRomanised = isForeign ? romanisedTitle(dossier, shown.name) : undefined;
  const name = ownRomanised ?? shown.name;
  const behind = translationBehind(wholeTranslated, style) + upright(release);
  return {
    name,
    ...inOwnWriting,
    ...(ownRomanised === undefined ? {} : { characters: isChicago(style) ? shown.name : '' }),
    ...(isApa ? {} : { kind }),
    ...dated,
    item: {
      ...item,
      title: name + (isApa && kind ? upright(` [${kind}]`) : ''),
      ...(ownRomanised === undefined ? {} : { original: { language: edition.lang } }),
      ...(romanised === undefined ? {} : { hasRomanisedContainer: true }),
      'container-title': !isForeign
        ? title + upright(isApa && release !== '' ? ` (${capitalisedRelease(item, release)})` : release)
        : romanised === undefined
          ? upright(title) + behind
          : romanised + (characters && upright(` ${characters}`)) + behind,
      isInSentenceStyle: item.translator
        ? headlineCase(name) !== name
        : !isInTitleCase(page, nameOfPage(dossier, edition, page) ?? page.name),
    },
  };
}

/** What a page is, as a style says it behind the title. */
function kindIn(
  style: CitationStyle,
  dossier: Dossier,
  edition: Edition,
  of: OwnPage,
  speaks: Edition,
): string {
  const settings = dossier.settings.value;
  const isReadWhole = of.kind === 'dossier' && of.isRead === true;
  // MLA’s last element says it.
  if (style === 'mla' && isReadWhole) return '';
  const kind = kindOf(settings, edition, style === 'mla' ? { ...of, isRead: undefined } : of, speaks);
  return isReadWhole && style !== 'apa' && kind !== ''
    ? kindOf(settings, edition, { kind: 'segment' }, speaks)
    : kind;
}

/** A verdict and, if the paper departs from a source that was not read itself, what was read in its place. */
function kindOfCheck(
  { checks }: Translations,
  check: SourceCheck,
  style: CitationStyle,
  speaks: Edition,
): string {
  const by =
    departsFromSource(check) && check.read !== 'passage'
      ? commaIn(speaks, style) + checks.by({ read: checks.read[check.read] })
      : '';
  return checks.kind({ verdict: checks.verdict[outcomeOf(check)] + by });
}

/** Whether a style prints, in place of the year, as of which day a page is cited that no release has. */
const isAsOf = (style: CitationStyle, { isReleased }: Citable): boolean =>
  !isReleased && (style === 'chicago' || style === 'mla');

/** The release or, of a page that no release has, the day on which it is cited, unless its date already says so. */
function releaseIn(style: CitationStyle, dossier: Dossier, t: Translations, item: Citable): string {
  if (item.isReleased) return t.cite.release({ version: item.version ?? '' });
  if (isAsOf(style, item)) return '';
  if (!printsDay(style, item)) return stateOf(dossier, t, style);
  return isChangedSinceRelease(dossier) ? t.cite.changed : '';
}

/** The day of publication as APA has it for what may change: 2026, November 29. */
const dayInApa = ({ settings }: Dossier): string => {
  const [, month = '', day = '', year = ''] =
    /^(\p{L}+) (\d+), (\d{4})$/u.exec(
      datedIn('apa', sayDate(translationsFor('en'), settings.value.dossier.issued)),
    ) ?? [];
  return `${year}, ${month} ${day}`;
};

const capitalisedRelease = ({ isReleased }: Citable, release: string): string =>
  isReleased ? capitalised(alone(release)) : alone(release);

/** Whether a style prints the day of publication, not the year only: in GB/T 7714—2015, if there is an address. */
const printsDay = (style: CitationStyle, { URL }: Citable): boolean =>
  style === 'journal' || style === 'apa' || style === 'gbt' || (style === 'gbt-2015' && URL !== undefined);

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
const alone = (remark: string): string => remark.replace(/^, |^（|）$/g, '');

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
