import type { Citable } from '../cite/csl-item.ts';
import { cslDate } from '../cite/dates.ts';
import type { Case, Quotation } from '../model/entries.ts';
import { primaryLanguage } from '../model/language.ts';
import type { Locator } from '../model/locator.ts';
import type { Passage } from '../model/passage.ts';
import { bare } from '../model/quoted-words.ts';
import type { Edition } from '../model/settings.ts';
import type { SourceCheck } from '../model/source-check.ts';
import type { Dossier } from '../read/dossier.ts';
import { languageIn } from '../i18n/phrases.ts';
import { localised, noteIn, translationsOf } from './queries.ts';

/** A source of quoted words. */
export interface QuotedSource {
  item: Citable;
  /** The place in it, as the paper’s note gives it. */
  locator?: Locator | undefined;
  /** The same as the editors give it, in the language of an edition. */
  place?: ((speaks: Edition) => string) | undefined;
  /** The check for which the editors read it only as others report it. */
  onlyReportedIn?: string | undefined;
}

/** The source of words in quotation marks in the text, as the paper or else a source check names it. */
export function sourceOfQuotation(
  dossier: Dossier,
  edition: Edition,
  { passage, note, work, check }: Quotation,
  words: string,
): QuotedSource | undefined {
  if (check !== undefined) {
    const found = dossier.checks.value.find(({ id }) => id === check);
    return found && sourceOfCheck(dossier, edition, found);
  }
  const cited = note === undefined ? [] : (noteIn(dossier, edition.id, note)?.citations ?? []);
  const citation = work === undefined ? cited[0] : cited.find(({ key }) => key === work);
  const item = dossier.works.find(({ id }) => id === citation?.key)?.value;
  if (!item) return undefined;
  const read = dossier.checks.value.find(
    (one) =>
      one.work === item.id &&
      one.passage.segment === passage.segment &&
      one.words &&
      has(one.words.text, words),
  );
  if (read) return sourceOfCheck(dossier, edition, read);
  const compared = dossier.checks.value.filter(
    (one) => one.note === note && one.work === item.id && isSameUnit(one.passage, passage),
  );
  const reported = compared.some((one) => one.read === 'passage')
    ? []
    : compared.filter((one) => one.read === 'report');
  // Several quotations of a unit may have a check each.
  const start = bare(words).slice(0, 4);
  const own = reported.find(({ claim }) => bare(localised(claim, edition)).includes(start)) ?? reported[0];
  return { item, locator: citation?.locator, onlyReportedIn: own?.id };
}

const isSameUnit = (one: Passage, other: Passage): boolean =>
  one.segment === other.segment && one.units?.[0] === other.units?.[0];

const has = (text: string, words: string): boolean => bare(text).includes(bare(words));

/** Whether a title is one that the editors give to something untitled, in brackets. */
const isDescription = (title = ''): boolean => /^\[.*\]$/.test(title);

/** The source that a check compares, at the place of its words. */
export function sourceOfCheck(dossier: Dossier, edition: Edition, check: SourceCheck): QuotedSource {
  const { words, opened, date } = check;
  const work = dossier.works.find(({ id }) => id === check.work)?.value;
  // Words in another language than the work’s record are from a version of their own.
  const version =
    work && words && primaryLanguage(words.lang) !== primaryLanguage(work.language) ? words.lang : undefined;
  const access = opened === undefined ? {} : { URL: opened, accessed: cslDate(date) };
  const item: Citable = work
    ? version === undefined
      ? work
      : { ...work, ...access, id: `${work.id}-${version}` }
    : {
        ...(check.record ?? {
          type: 'webpage',
          language: edition.lang,
          title: check.source ? localised(check.source, edition) : '',
          isInSentenceStyle: true,
        }),
        ...(check.record?.URL === undefined ? access : { accessed: cslDate(date) }),
        id: `source-${check.id}-${edition.id}`,
        ...(isDescription(check.record?.title) ? { isDescribed: true } : {}),
      };
  const place = (speaks: Edition): string => {
    const t = translationsOf(speaks);
    return [
      version && t.checks.version({ language: languageIn(speaks.lang, version) }),
      words?.at && localised(words.at, speaks),
    ]
      .filter(Boolean)
      .join(t.typography.partSeparator);
  };
  return { item, place: version !== undefined || words?.at ? place : undefined };
}

type Development = Case['developments'][number];

/** The source of what happened to a case later. */
export function sourceOfDevelopment({ source }: Development, id: string): QuotedSource {
  // A publisher may be followed by whoever has the copy, which the address shows.
  const publisher = source.publisher?.replace(/ ?[;；].*$/, '');
  const item: Citable = {
    id: `development-${id}`,
    type: 'webpage',
    language: source.lang,
    title: source.title,
    ...(publisher === undefined ? {} : { 'container-title': publisher }),
    ...(source.issued === undefined || /\D{2}|\//.test(source.issued)
      ? {}
      : { issued: cslDate(source.issued) }),
    URL: source.opened,
    ...(source.translatedTitle === undefined ? {} : { custom: { translatedTitle: source.translatedTitle } }),
  };
  return { item };
}
