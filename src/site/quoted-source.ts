import { familyOf, type Citable } from '../cite/csl-item.ts';
import { cslDate } from '../cite/dates.ts';
import { isExecutiveOrder } from '../cite/executive-order.ts';
import { translationsFor } from '../i18n/translations.ts';
import type { Case, Quotation, Term } from '../model/entries.ts';
import { HAN, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import type { Locator } from '../model/locator.ts';
import type { Passage } from '../model/passage.ts';
import { isFamilyFirst, type Speaker } from '../model/speaker.ts';
import { publishedBy } from '../model/published-by.ts';
import { bare } from '../model/quoted-words.ts';
import { publicEditions, type Edition } from '../model/settings.ts';
import { byGravity, type SourceCheck } from '../model/source-check.ts';
import type { Work } from '../model/work.ts';
import type { Dossier } from '../read/dossier.ts';
import { languageIn } from '../i18n/phrases.ts';
import { checkOf } from './checks.ts';
import { asOpened, bareAddress } from './opened-work.ts';
import { noteIn, workOf } from '../read/text-in.ts';

/** A source of quoted words. */
export interface QuotedSource {
  item: Citable;
  /** The place in it, as the paper’s note gives it. */
  locator?: Locator | undefined;
  /** The same as the editors give it, in the language of an edition. */
  place?: ((speaks: Edition) => string) | undefined;
  /** Whose words they are, by edition, if the source only quotes them. */
  speaker?: Speaker | undefined;
  /** Whom it quotes for these words, such as a news agency. */
  reporter?: Speaker | undefined;
  /** Whose copy of it the editors read, and its address, if its own address is known. */
  copyAt?: string | undefined;
  copy?: { URL: string; day: string } | undefined;
  /** The check for which the editors read it only as others report it, and the report, if the check records it. */
  onlyReportedIn?: string | undefined;
  report?: QuotedSource | undefined;
}

/**
 * The source of words in quotation marks in the text, as the paper or else a source check names it. The paper, as far
 * as it has the words, quotes what its note names, not the copy that the editors opened.
 */
export function sourceOfQuotation(
  dossier: Dossier,
  edition: Edition,
  quotation: Quotation,
  words: string,
  isThroughPaper: boolean,
): QuotedSource | undefined {
  const source = unspokenSource(dossier, edition, quotation, words, isThroughPaper);
  const { speaker, reporter } = quotation;
  return source && speaker
    ? (ownStatement(dossier, source, speaker) ?? { ...source, speaker, reporter })
    : source;
}

/**
 * A speaker’s own statement, published by an institution: its title says by whom it is, and so it is cited. Undefined
 * for any other source, which only quotes the speaker.
 */
function ownStatement(
  { settings }: Dossier,
  source: QuotedSource,
  speaker: Speaker,
): QuotedSource | undefined {
  const { item } = source;
  const [publisher, ...others] = item.author ?? [];
  const language = primaryLanguage(item.language);
  const [name] = publicEditions(settings.value).flatMap(({ id, lang }) =>
    primaryLanguage(lang) === language ? (speaker[id] ?? []) : [],
  );
  if (language !== 'en' || !name || !('family' in name) || others.length > 0) return undefined;
  if (!publisher || !('literal' in publisher)) return undefined;
  const [, by = ''] = /\bby (.*)$/.exec(item.title) ?? [];
  // Behind a title of one or two words, such as President.
  const words = by.split(' ');
  const isSpeakers = [0, 1, 2].some((at) => words.slice(at).join(' ').startsWith(familyOf(name)));
  return isSpeakers
    ? {
        ...source,
        item: {
          ...item,
          id: `${item.id}-spoken`,
          author: [isFamilyFirst(speaker) ? { ...name, 'static-ordering': true } : name],
          'container-title': item['container-title'] ?? publisher.literal,
        },
      }
    : undefined;
}

function unspokenSource(
  dossier: Dossier,
  edition: Edition,
  { passage, note, work, check, record }: Quotation,
  words: string,
  isThroughPaper: boolean,
): QuotedSource | undefined {
  if (record) return { item: sourceItem(record, `quoted-${passage.segment}-${bare(words).slice(0, 20)}`) };
  if (check !== undefined) {
    const found = checkOf(dossier, check);
    return found && sourceOfCheck(dossier, edition, found);
  }
  const cited = note === undefined ? [] : (noteIn(dossier, edition.id, note)?.citations ?? []);
  const citation = work === undefined ? cited[0] : cited.find(({ key }) => key === work);
  const item = workOf(dossier, citation?.key)?.value;
  if (!item) return undefined;
  const read = dossier.checks.value.find(
    (one) =>
      one.work === item.id &&
      one.passage.segment === passage.segment &&
      one.words &&
      (has(one.words.text, words) || has(words, one.words.text)),
  );
  if (read && !(isThroughPaper && read.record)) return sourceOfCheck(dossier, edition, read, isThroughPaper);
  const compared = dossier.checks.value.filter(
    (one) => one.note === note && one.work === item.id && isSameUnit(one.passage, passage),
  );
  const reported = compared.some((one) => one.read === 'passage')
    ? []
    : compared.filter((one) => one.read === 'report');
  // Several quotations of a unit may have a check each.
  const own = reported.find((one) => claims(one, edition, words)) ?? reported[0];
  return {
    item: asOpened(dossier, item),
    locator: citation?.locator,
    onlyReportedIn: own?.id,
    report: own?.record && sourceOfCheck(dossier, edition, own),
  };
}

/**
 * The check that leaves open, or denies, that the source named by the paper has words which the paper quotes: the
 * gravest of those about the words, or else about their unit. Undefined if one agrees or finds another detail only.
 */
export function doubtOn(
  { checks }: Dossier,
  edition: Edition,
  { passage, note, work }: Quotation,
  words: string,
): SourceCheck | undefined {
  const ofUnit = checks.value.filter(
    (one) =>
      note !== undefined &&
      one.note === note &&
      isSameUnit(one.passage, passage) &&
      (work === undefined || one.work === work),
  );
  const ofWords = ofUnit.filter((one) => claims(one, edition, words));
  const all = (ofWords.length > 0 ? ofWords : ofUnit).toSorted(byGravity);
  return all.some((one) => one.verdict === 'agrees' || one.detail) ? undefined : all[0];
}

/** Whether a check’s claim has the beginning of words: three Chinese characters, or eight letters. */
const claims = ({ claim }: SourceCheck, edition: Edition, words: string): boolean =>
  bare(localised(claim, edition)).includes(bare(words).slice(0, HAN.test(words) ? 3 : 8));

const isSameUnit = (one: Passage, other: Passage): boolean =>
  one.segment === other.segment && one.units?.[0] === other.units?.[0];

const has = (text: string, words: string): boolean => bare(text).includes(bare(words));

/** A source in the editors’ records; in brackets, a title is one that they give to something untitled. */
const sourceItem = (record: Omit<Citable, 'id'>, id: string): Citable => ({
  ...record,
  id,
  ...(/^\[.*\]$/.test(record.title) ? { isDescribed: true } : {}),
});

/**
 * The source that a check compares, at the place of its words: in the document that the editors opened, unless it is
 * cited as what another work quotes.
 */
export function sourceOfCheck(
  dossier: Dossier,
  edition: Edition,
  check: SourceCheck,
  isThroughPaper = false,
): QuotedSource {
  const { record, words, opened, date } = check;
  const published =
    record?.['container-title'] === undefined ? undefined : publishedBy(record['container-title']);
  const work = record ? undefined : workOf(dossier, check.work)?.value;
  // Words in a language other than that of the work’s record are from a version of their own.
  const version =
    work && words && primaryLanguage(words.lang) !== primaryLanguage(work.language) ? words.lang : undefined;
  const access = opened === undefined ? {} : { URL: opened, accessed: cslDate(date) };
  const isCopy =
    work && work.DOI === undefined && opened !== undefined && bareAddress(opened) !== bareAddress(work.URL);
  const copyOfWork =
    isCopy && version === undefined && !isThroughPaper ? otherHost(opened, work.URL) : undefined;
  const inVersion = work && version !== undefined ? titledIn(dossier, work, version) : undefined;
  const item: Citable = work
    ? version !== undefined
      ? { ...(inVersion ?? work), ...access, id: `${work.id}-${version}` }
      : isCopy && !isThroughPaper && copyOfWork === undefined
        ? { ...work, ...access, id: `${work.id}-in-${check.id}` }
        : asOpened(dossier, work)
    : sourceItem(
        {
          ...(record ?? {
            type: 'webpage',
            language: edition.lang,
            // The editors’ words for it are no title.
            title: check.source ? `[${localised(check.source, edition)}]` : '',
            ...(check.source ? { custom: { translatedTitle: check.source } } : {}),
          }),
          ...(published ? { 'container-title': published.publisher } : {}),
          ...(record?.URL === undefined ? access : { accessed: record.accessed ?? cslDate(date) }),
        },
        `source-${check.id}-${edition.id}`,
      );
  const place = (speaks: Edition): string => {
    const t = translationsFor(speaks.lang);
    return [
      version && !inVersion && t.checks.version({ language: languageIn(speaks.lang, version) }),
      words?.at && localised(words.at, speaks),
    ]
      .filter(Boolean)
      .join(t.typography.partSeparator);
  };
  return {
    item,
    place: (version !== undefined && !inVersion) || words?.at ? place : undefined,
    ...(words?.speaker ? { speaker: words.speaker } : {}),
    ...(copyOfWork === undefined || opened === undefined
      ? { copyAt: published?.copyAt }
      : { copyAt: copyOfWork, copy: { URL: opened, day: date } }),
  };
}

/**
 * A work in a version in another language, under its translated title, which is no title that anyone has printed. The
 * names of its container and publisher are known in the language of the work only.
 */
function titledIn(dossier: Dossier, work: Work, language: string): Citable | undefined {
  const { translatedTitle, romanised } = work.custom ?? {};
  const [title] = publicEditions(dossier.settings.value).flatMap(({ id, lang }) =>
    primaryLanguage(lang) === primaryLanguage(language) ? (translatedTitle?.[id] ?? []) : [],
  );
  if (title === undefined) return undefined;
  const { custom: _, 'container-title': _container, publisher: _publisher, author, ...item } = work;
  const names = isWrittenInHan(work.language) && !isWrittenInHan(language) ? romanised?.author : author;
  return {
    ...sourceItem({ ...item, title: `[${title}]`, ...(names ? { author: names } : {}) }, work.id),
    language,
  };
}

/** The host of an address, if another address has a different one. */
function otherHost(address: string, other: string | undefined): string | undefined {
  const [host, own] = [address, other].map((one) =>
    one === undefined ? undefined : URL.parse(one)?.hostname.replace(/^www\./, ''),
  );
  return own !== undefined && host !== own ? host : undefined;
}

/** The source of what the definition of a term quotes. */
export const sourceOfTerm = ({ page, ...record }: NonNullable<Term['quoted']>, id: string): QuotedSource => ({
  item: sourceItem(record, `quoted-in-${id}`),
  locator: page === undefined ? undefined : { label: 'page', value: page },
});

type Development = Case['developments'][number];

/** The source of what happened to a case later. */
export function sourceOfDevelopment({ source }: Development, id: string): QuotedSource {
  const { publisher, copyAt } = source.publisher === undefined ? {} : publishedBy(source.publisher);
  const isOrder = publisher !== undefined && isExecutiveOrder(publisher);
  const item: Citable = {
    id: `development-${id}`,
    type: isOrder ? 'legislation' : 'webpage',
    language: source.lang,
    title: source.title,
    ...(publisher === undefined ? {} : { [isOrder ? 'number' : 'container-title']: publisher }),
    ...(source.issued === undefined || /\D{2}|\//.test(source.issued)
      ? {}
      : { issued: cslDate(source.issued) }),
    URL: source.opened,
    ...(source.translatedTitle === undefined ? {} : { custom: { translatedTitle: source.translatedTitle } }),
  };
  return { item, copyAt };
}
