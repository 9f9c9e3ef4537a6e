import type { BoxConfig, NamedPage } from '../exchange/search-config.ts';
import { HAN, primaryLanguage } from '../model/language.ts';
import { findAcrossLanguages, type CrossMatches } from '../search/across.ts';
import { findAlternatives, findBeside } from '../search/instead.ts';
import type { Missing } from '../search/known-items.ts';
import { isSame, type Match } from '../search/matches.ts';
import { openSource } from '../search/open-source.ts';
import { isQuestion } from '../search/parse-query.ts';
import type { SearchRecord } from '../search/record.ts';
import { findInEdition, findReadings, type Answer } from '../search/search.ts';
import type { SearchSource } from '../search/source.ts';
import { foldQuery } from '../search/units.ts';
import type { Chosen } from './search-address.ts';

/** The number of near matches shown at first. */
export const FIRST_NEAR = 3;

/** An edition, and its answer to a query. */
export interface Answered {
  answer: Answer;
  source: SearchSource;
}

/** An answer, and the view in which it is wanted. */
export interface Wanted extends Answered {
  /** The exact matches that pass the filters. */
  passing: Match[];
  /** Whether these are shown as a concordance, beside which nothing is near. */
  isConcordance: boolean;
  /** The edition in another language that is shown alongside. */
  beside: SearchSource | undefined;
}

/** All that was found for a query. */
export interface Found extends Wanted {
  /** The page of the site that is called so. */
  page: NamedPage | undefined;
  /** The matches found only through the other language. */
  through?: CrossMatches | undefined;
  /** A corrected query. */
  meant?: { query: string; matches: Match[] } | undefined;
  near: Match[];
  /** The words that occur nowhere, if there are only near matches. */
  nowhere: string[];
  /** The record with the last number, if the one that was asked for does not exist. */
  last: SearchRecord | undefined;
  /** What the edition in another language has: what the query may be pinyin for, and the number of results. */
  there: { id: string; readings: { text: string; places: number }[]; count: number } | undefined;
  /** The longer names of which the query is only a part. */
  around: string[];
  /** Whether the letters of the query are read as no word. */
  isCutOut: boolean;
}

/** Whether only a page of the site was found. */
export const isOnlyPage = ({ page, answer: { exact } }: Found): boolean => !!page && exact.length === 0;

/** Whether nothing was found that was asked for, so that what is close is shown instead. */
export const isNotFound = ({ answer: { exact, missing }, page, through }: Found): boolean =>
  exact.length === 0 && !missing && !page && !through;

/** Whether nothing was found that is close either. */
export const isNothing = (found: Found): boolean =>
  isNotFound(found) && !found.meant && found.near.length + found.answer.alsoRead.length === 0;

/** The edition in a language other than the page’s. */
export function otherEdition({ editions, edition }: BoxConfig): BoxConfig['editions'][number] | undefined {
  const language = primaryLanguage(editions.find(({ id }) => id === edition)?.lang ?? '');
  return editions.find(({ lang }) => primaryLanguage(lang) !== language);
}

/** The exact matches that pass the filters. */
export async function passingOf({ answer: { exact }, source }: Answered, chosen: Chosen): Promise<Match[]> {
  if (chosen.size === 0) return exact;
  const { filterMatches } = await import('./search-choices.ts');
  return filterMatches(exact, await source.facets(), chosen);
}

/** Whether matches have lines for a concordance. */
export const hasLines = (matches: Match[]): boolean => matches.some(({ count }) => count > 0);

/** Finds all that belongs to an answer. */
export async function findAll(wanted: Wanted, config: BoxConfig): Promise<Found> {
  const { answer, source } = wanted;
  const { query, exact, missing } = answer;
  const page = config.pages.find(([, ...names]) =>
    names.some((name) => foldQuery(name) === foldQuery(query)),
  );
  // Of a page that the texts do not name, nothing is near.
  const isEnough = wanted.isConcordance || (page && exact.length === 0);
  const [alike, there, last, around, isCutOut] = await Promise.all([
    isEnough ? { near: [], nowhere: [] } : findAlike(wanted, config),
    findThere(wanted, config),
    missing && findLast(missing, source),
    namesAround(wanted),
    isReadingCutOut(wanted),
  ]);
  return { ...wanted, page, ...alike, there, last, around, isCutOut };
}

async function findAlike(
  wanted: Wanted,
  config: BoxConfig,
): Promise<Partial<Found> & Pick<Found, 'near' | 'nowhere'>> {
  const { source, answer } = wanted;
  const { query, exact, missing } = answer;
  const through = await findThrough(wanted, config);
  if (exact.length > 0)
    return { through, near: await inWords(await findBeside(source, answer)), nowhere: [] };
  if (missing) return { through, near: [], nowhere: [] };
  const { meant, near: found = [] } = await findAlternatives(source, query, !through);
  const near = await inWords(found);
  const isOnlyNear = near.length > 0 && !through && !isQuestion(query);
  const nowhere = isOnlyNear ? await (await import('../search/near.ts')).wordsNowhere(source, query) : [];
  return { through, meant, near, nowhere };
}

/** Near matches, unless the first have only parts of other words, which are not shown. */
async function inWords(near: Match[]): Promise<Match[]> {
  const first = await Promise.all(near.slice(0, FIRST_NEAR).map((match) => match.read()));
  return first.some(({ runs }) => runs?.length !== 0) ? near : [];
}

/** The matches found only through the other language, if that is shown alongside or this edition has none. */
async function findThrough(
  { answer: { asked, exact, isNumbered, missing, isHere }, source, beside }: Wanted,
  config: BoxConfig,
): Promise<CrossMatches | undefined> {
  const other = otherEdition(config);
  if (!other || (!beside && (isNumbered || missing || isHere))) return undefined;
  const found = await findAcrossLanguages(source, beside ?? (await openSource(config.base, other.id)), asked);
  const pairs = found.pairs.filter(({ hit }) => !exact.some((match) => isSame(match, hit)));
  return pairs.length > 0 ? { ...found, pairs } : undefined;
}

async function findThere({ answer, source }: Answered, config: BoxConfig): Promise<Found['there']> {
  const other = otherEdition(config);
  if (!other || answer.isNumbered || answer.missing) return undefined;
  const there = await openSource(config.base, other.id, false);
  const { length: count } = await findInEdition(answer, source, there);
  return { id: other.id, count, readings: await findReadings(there, answer.query, answer.exact) };
}

async function findLast({ kind, last }: Missing, source: SearchSource): Promise<SearchRecord | undefined> {
  if (kind === 'page') return undefined;
  const before = { segment: '', heading: 'chapter ', note: 'note ' }[kind];
  return (await source.itemsNamed(before + last))[0]?.record;
}

/** The longer names of which a query in Chinese is only a part, if it names nothing and has few results. */
async function namesAround({ answer, source }: Answered): Promise<string[]> {
  const { query, exact } = answer;
  const isFew = exact.length > 0 && source.firstOf(exact, answer).length === exact.length;
  if (!isFew || !HAN.test(query) || exact.some(({ isKnown, count }) => isKnown || count === 0)) return [];
  return (await import('../search/within.ts')).namesAround(exact, source);
}

const isReadingCutOut = async ({ answer: { readAs, exact }, source }: Answered): Promise<boolean> =>
  readAs !== undefined && (await import('../search/within.ts')).isCutOut(readAs, exact, source);
