import { languageIn } from '../i18n/phrases.ts';
import { countedEditions } from '../model/alignment.ts';
import { splitLocator } from '../markdown/citation-syntax.ts';
import { primaryLanguage } from '../model/language.ts';
import { localised } from '../model/localised.ts';
import { isWithin } from '../model/passage.ts';
import { compareSegmentIds } from '../model/segment-id.ts';
import type { Edition } from '../model/settings.ts';
import {
  byGravity,
  isGrave,
  departsFromSource,
  outcomeOf,
  outcomes,
  type Outcome,
  type SourceCheck,
} from '../model/source-check.ts';
import type { Quantity } from '../model/entries.ts';
import type { EntryKind } from '../model/urls.ts';
import { memoize } from '../model/memoize.ts';
import type { Dossier } from '../read/dossier.ts';
import { mentionsIn } from '../read/mentions.ts';
import { caseOf, termOf, workOf } from '../read/text-in.ts';
import { saysFigure } from './amounts.ts';
import { nameOf } from './queries.ts';
import { worksInOrder } from './work-order.ts';

export const checkOf = ({ checks }: Dossier, id: string): SourceCheck | undefined =>
  checks.value.find((check) => check.id === id);

/**
 * The checks that concern an entry, in the order of the paper: those that say so, and those of its passages or its
 * work. A check that names cases concerns no other case of its sentence.
 */
export function checksOf(dossier: Dossier, kind: EntryKind, id: string): SourceCheck[] {
  const isOwn = ownChecks(dossier, kind, id);
  return dossier.checks.value.filter((check) => check.concerns.includes(`${kind}:${id}`) || isOwn(check));
}

function ownChecks(dossier: Dossier, kind: EntryKind, id: string): (check: SourceCheck) => boolean {
  switch (kind) {
    case 'work':
      return ({ work }) => work === id;
    case 'term': {
      const place = termOf(dossier, id)?.value.definedIn;
      return ({ passage }) => passage.segment === place;
    }
    case 'case': {
      const passages = caseOf(dossier, id)?.value.passages ?? [];
      return (check) =>
        !check.concerns.some((one) => one.startsWith('case:')) &&
        passages.some((one) => one.segment === check.passage.segment && isWithin(one, unitOf(check)));
    }
    case 'actor': {
      const counted = countedEditions(dossier.settings.value.editions).map((one) => one.id);
      const named = new Set(
        [...mentionsIn(dossier)].flatMap(([{ id: segment, edition }, mentions]) =>
          mentions
            .filter((one) => counted.includes(edition) && one.kind === 'actor' && one.id === id)
            .map(({ unit }) => `${segment}-${unit}`),
        ),
      );
      return (check) => named.has(unitKey(check));
    }
  }
}

const unitOf = ({ passage }: SourceCheck): number => passage.units?.[0] ?? 0;

/** In the notation of passages: 2.1.3-2. */
export const unitKey = (check: SourceCheck): string => `${check.passage.segment}-${unitOf(check)}`;

/** The checks of a note, the gravest first, as beside its sentences. */
export const checksOfNote = ({ checks }: Dossier, number: number): SourceCheck[] =>
  checks.value.filter(({ note }) => note === number).sort(byGravity);

/**
 * The groups of results, each with its id on the page of all checks: the paper departs from its source, in substance or
 * in a detail; it agrees; or nobody could decide, mostly because the passage was not available.
 */
export const checkGroups = {
  off: 'departures',
  substance: 'in-substance',
  detail: 'in-detail',
  agrees: 'agrees',
  undecided: 'not-to-be-had',
} as const;
export type CheckGroup = keyof typeof checkGroups;

const belongs: Record<CheckGroup, (check: SourceCheck) => boolean> = {
  off: departsFromSource,
  substance: isGrave,
  detail: ({ detail }) => detail === true,
  agrees: ({ verdict }) => verdict === 'agrees',
  undecided: ({ verdict }) => verdict === 'not-to-be-had',
};

/** The checks of a group, the gravest first, then in the order of the paper. */
export const checksIn = (group: CheckGroup, checks: SourceCheck[]): SourceCheck[] =>
  checks.filter(belongs[group]).sort(byGravity);

/** Groups checks of the same claim in the same sentence that have the same outcome, in the order of the first. */
export const checksByClaim = (checks: SourceCheck[], edition: Edition): SourceCheck[][] => [
  ...Map.groupBy(
    checks,
    (check) => `${unitKey(check)} ${outcomeOf(check)} ${localised(check.claim, edition)}`,
  ).values(),
];

/** The number of checks in each group, and of all. */
export const countChecks = (checks: SourceCheck[]): Record<CheckGroup | 'count', number> => ({
  count: checks.length,
  off: checksIn('off', checks).length,
  substance: checksIn('substance', checks).length,
  detail: checksIn('detail', checks).length,
  agrees: checksIn('agrees', checks).length,
  undecided: checksIn('undecided', checks).length,
});

/** The outcomes that occur, the gravest first, each with its checks. */
export const checksByOutcome = (checks: SourceCheck[]): { outcome: Outcome; checks: SourceCheck[] }[] =>
  outcomes
    .map((outcome) => ({ outcome, checks: checks.filter((one) => outcomeOf(one) === outcome) }))
    .filter((group) => group.checks.length > 0);

/** A source with its name in an edition. */
interface CheckedSource {
  name: string;
  /** The language of the name. */
  lang: string;
  /** The name in the edition’s language, if it was translated. */
  translated?: string | undefined;
  /** The key of the work, if the source is one. */
  work: string | undefined;
}

/** The source of a check: a work, or a source that is only named. */
export function sourceOf(dossier: Dossier, { work, source }: SourceCheck, edition: Edition): CheckedSource {
  const found = workOf(dossier, work)?.value;
  return work === undefined
    ? { name: source ? localised(source, edition) : '', lang: edition.lang, work }
    : {
        name: nameOf(dossier, 'work', work, edition),
        lang: found?.language ?? edition.lang,
        translated: found?.custom?.translatedTitle?.[edition.id],
        work,
      };
}

/** The place in its source that a check names, if that is not all pages of the work, which its reference has. */
export function placeWithin(dossier: Dossier, { work, locator }: SourceCheck): string | undefined {
  const pages = (text: string | undefined): string | undefined => text?.replace(/[–—]/g, '-');
  const named = locator === undefined ? undefined : splitLocator(locator).locator;
  const all = pages(workOf(dossier, work)?.value.page);
  return named?.label === 'page' && pages(named.value) === all ? undefined : locator;
}

/** Every source with its checks: works in the order of their list, then sources that are only named, alphabetically. */
export function checksBySource(
  dossier: Dossier,
  edition: Edition,
): (CheckedSource & { checks: SourceCheck[] })[] {
  const sources = dossier.checks.value.map((check) => ({ check, source: sourceOf(dossier, check, edition) }));
  const bySource = Map.groupBy(sources, ({ source }) => source.work ?? `~${source.name}`);
  const names = [...bySource.keys()].filter((key) => key.startsWith('~'));
  return [
    ...worksInOrder(dossier, edition).map(({ work }) => work.id),
    ...names.sort(new Intl.Collator(edition.lang).compare),
  ].flatMap((key) => {
    const own = bySource.get(key) ?? [];
    return own[0] ? [{ ...own[0].source, checks: own.map(({ check }) => check) }] : [];
  });
}

/** The id, on the page of all checks, of those of a chapter. */
export const chapterOfChecks = (chapter: string): string => `in-${chapter}`;

/** The checks of each chapter, in the order of the paper. */
export const checksByChapter = memoize((dossier: Dossier): { chapter: string; checks: SourceCheck[] }[] =>
  dossier.settings.value.chapters
    .map(({ id }) => {
      const segments = new Set(
        dossier.chapters.filter((one) => one.id === id).flatMap((one) => one.segments.map((own) => own.id)),
      );
      const own = dossier.checks.value.filter(({ passage }) => segments.has(passage.segment));
      return {
        chapter: id,
        checks: own.sort(
          (a, b) => compareSegmentIds(a.passage.segment, b.passage.segment) || unitOf(a) - unitOf(b),
        ),
      };
    })
    .filter(({ checks }) => checks.length > 0),
);

/** Divides a text into words and the ids of checks that it mentions. */
export function checkNames({ checks }: Dossier, text: string): (string | { id: string })[] {
  const ids = new Set(checks.value.map(({ id }) => id));
  return text
    .split(/((?<![\p{Script=Latin}\d.])\d+(?:\.\d+)*[a-z]{1,2}(?![\p{Script=Latin}\d]))/u)
    .filter((part) => part !== '')
    .map((part) => (ids.has(part) ? { id: part } : part));
}

/**
 * The checks of an amount or a date: their claim is in its sentence and contains exactly its figure, or their source is
 * dated to exactly that day. Other claims in the same sentence and the findings of checks do not concern it. If the
 * sentence has a figure that its note repeats, the claim is that of the sentence.
 */
export function checksOfFigure(dossier: Dossier, record: Quantity): SourceCheck[] {
  const { passage } = record;
  const { editions } = dossier.settings.value;
  if (record.note !== undefined && dossier.quantities.value.some((one) => isRepeated(one, record))) return [];
  const figures = editions.map((edition) => ({ edition, says: saysFigure(record, edition) }));
  return dossier.checks.value
    .filter(
      (check) =>
        passage.units !== undefined &&
        check.passage.segment === passage.segment &&
        isWithin(passage, unitOf(check)) &&
        figures.some(
          ({ edition, says }) =>
            says(check.claim[edition.id] ?? '') || (isDay(record) && says(check.source?.[edition.id] ?? '')),
        ),
    )
    .sort(byGravity);
}

/** Whether a sentence has, outside its note, the amount that a record has in the note. */
const isRepeated = (one: Quantity, record: Quantity): boolean =>
  one.note === undefined &&
  one.type === 'amount' &&
  record.type === 'amount' &&
  one.value === record.value &&
  one.passage.segment === record.passage.segment &&
  isWithin(one.passage, record.passage.units?.[0] ?? 0);

const isDay = (record: Quantity): boolean =>
  record.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(record.date);

/**
 * The language of a quotation that only the claim in the paper’s language ends in, if an edition in another language
 * renders it without quotation marks.
 */
export function languageOfQuoted(
  dossier: Dossier,
  { claim }: SourceCheck,
  edition: Edition,
): string | undefined {
  const { paper, editions } = dossier.settings.value;
  const original = editions.find(({ lang }) => primaryLanguage(lang) === primaryLanguage(paper.language));
  if (original === undefined || primaryLanguage(edition.lang) === primaryLanguage(paper.language))
    return undefined;
  return ENDS_IN_QUOTATION.test(claim[original.id] ?? '') && !QUOTATION_MARK.test(localised(claim, edition))
    ? languageIn(edition.lang, original.lang)
    : undefined;
}
const ENDS_IN_QUOTATION = /[:：]\s*[“«„「"].+[”»“」"]$/;
const QUOTATION_MARK = /[“”«»„「」"]/;
