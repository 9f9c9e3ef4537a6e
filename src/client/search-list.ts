import type { BoxConfig } from '../exchange/search-config.ts';
import { HAN, isWrittenInHan, primaryLanguage } from '../model/language.ts';
import { withBase } from '../model/urls.ts';
import type { CrossMatches } from '../search/across.ts';
import { beginningOf, bodyOf, divideRecord, type Piece } from '../search/excerpt.ts';
import type { Hit, Match } from '../search/matches.ts';
import { isInChapter, pageOf, unitAt, type SearchRecord } from '../search/record.ts';
import { isQuestion } from '../search/parse-query.ts';
import type { Answer } from '../search/search.ts';
import type { SearchSource } from '../search/source.ts';
import { LATIN, divideByScript } from './divide-by-script.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { FIRST_NEAR, isNotFound, isNothing, otherEdition, type Found } from './search-found.ts';
import { exhibitName, holderOf, labelOf, languageOf, nameOf, placeOf } from './search-names.ts';
import { resultsIn, type ResultsAt } from './search-summary.ts';

/** The number of results added by each request for more. */
const STEP = 40;
/** The maximum number of characters shown of another edition’s text. */
const MAX_PARALLEL = 300;
/** The no-break space prevents a line from beginning with the dot. */
const DOT = '\u00a0· ';

/** How an answer is shown. */
export interface View {
  config: BoxConfig;
  source: SearchSource;
  /** The edition in another language to show alongside, if any. */
  beside: SearchSource | undefined;
  resultsAt: ResultsAt;
}

/** The lists of results: those for the query, and near matches. */
export async function renderLists(found: Found, view: View): Promise<HTMLElement[]> {
  const { t } = view.config;
  const { answer, passing, through, meant, near } = found;
  const { query, asked, readAs, alsoRead, synonyms } = answer;
  const isInstead = isNotFound(found);
  const nearList = near.length > 0 && (await listOf('hits', near, asked, view, FIRST_NEAR));
  const parts = await Promise.all([
    meant &&
      element(
        'p',
        { className: 'meant' },
        `${t.meant} `,
        askLink(meant.query, view),
        ` ${resultsIn(meant.matches.length, view.config)}`,
      ),
    synonyms.length > 0 && renderSynonyms(synonyms, view),
    // A question is answered, not found as it stands.
    isInstead && !meant && !isQuestion(query) && renderOriginals(query, view),
    isNothing(found) && element('p', { className: 'advice' }, t.advice),
    alsoRead.length > 0 &&
      element(
        'p',
        {},
        `${readAs !== undefined ? t.orAs : t.asPinyin} `,
        ...spaced(alsoRead.map((one) => askLink(one, view))),
      ),
    listOf('hits exact', passing, asked, view, view.source.firstOf(passing, answer).length),
    through && renderCrossMatches(through, view),
    meant && listOf('hits', meant.matches, meant.query, view, FIRST_NEAR),
    nearList &&
      (isInstead
        ? element('section', { className: 'near', ariaLabel: t.near }, nearList)
        : renderSection('near', t.near, nearList)),
  ]);
  return parts.flatMap((part) => part || []);
}

async function listOf(
  className: string,
  matches: Match[],
  asked: string,
  view: View,
  first: number,
): Promise<HTMLElement> {
  const { config, beside } = view;
  const itemOf = async (match: Match): Promise<HTMLElement[]> => {
    const hit = await match.read();
    if (hit.runs?.length === 0) return [];
    const text = await parallelTo(hit, hit.spans[0]?.start ?? 0, beside);
    const there = text === '' ? [] : [paragraph('parallel', [{ text, hit: false }], beside?.lang)];
    return [resultItem(hit, asked, config, ...there)];
  };
  const list = element('ol', { className });
  const add = async (from: number, to: number): Promise<void> =>
    list.append(...(await Promise.all(matches.slice(from, to).map(itemOf))).flat());
  await add(0, first);
  if (matches.length <= first || !list.hasChildNodes()) return list;
  const more = element('button', { type: 'button', className: 'more' }, config.t.more);
  let at = first;
  more.addEventListener('click', () => {
    void add(at, (at += STEP));
    more.hidden = at >= matches.length;
  });
  return element('div', {}, list, more);
}

/** The text of another edition at a hit; empty for a work, which is the same in all. */
export async function parallelTo(
  { lot, record }: Hit,
  at: number,
  other: SearchSource | undefined,
): Promise<string> {
  const there = record.kind === 'work' ? undefined : await other?.recordIn(lot, record.kind, record.id);
  return there ? parallelOf(record, at, there.record) : '';
}

/**
 * The text of another edition’s record that corresponds to the offset `at` in this one: the unit, or else the
 * beginning.
 */
export function parallelOf(record: SearchRecord, at: number, other: SearchRecord): string {
  const unit = unitAt(record, at);
  const { text: otherText, units } = other;
  // Skip the names of an entry, which this edition already shows, unless it has nothing else.
  const range = unit < 0 ? bodyOf(other) : [units?.[unit] ?? 0, units?.[unit + 1]];
  const text = (otherText.slice(...range) || otherText).trim();
  return text.length > MAX_PARALLEL ? beginningOf(text, MAX_PARALLEL) : text;
}

function renderCrossMatches({ pairs, count }: CrossMatches, { config }: View): HTMLElement {
  const other = otherEdition(config);
  const items = pairs.map(({ hit: here, query: askedHere, translation: there }) =>
    resultItem(here, askedHere, config, paragraph('parallel', there, other?.lang)),
  );
  return renderSection(
    'across',
    fill(config.t.acrossHeading, languageOf(other?.id, config), resultsIn(count, config), items.length),
    element('ol', { className: 'hits' }, ...items),
  );
}

/** A link that asks a query. */
const askLink = (query: string, { resultsAt }: View, edition?: string): HTMLAnchorElement =>
  element('a', { href: resultsAt(query, edition) }, query);

const renderSection = (className: string, name: string, list: HTMLElement): HTMLElement =>
  element('section', { className }, element('h2', {}, name), list);

/** Links to the other names of an item that was asked for by name. */
function renderSynonyms(synonyms: Answer['synonyms'], view: View): HTMLElement {
  const { config } = view;
  const links = synonyms.map(({ name, edition, places }) => {
    const lang = config.editions.find(({ id }) => id === edition)?.lang ?? '';
    const link = Object.assign(askLink(name, view, edition), { lang });
    const isOwn = edition === config.edition;
    return element(
      'span',
      {},
      link,
      ` ${isOwn ? places : fill(config.t.inEdition, languageOf(edition, config), places)}`,
    );
  });
  return element('p', { className: 'also' }, `${config.t.synonyms} `, ...spaced(links));
}

/** Whether the paper may contain a query: words in Latin letters are not sought in a paper written in Chinese. */
export const mayBeInPaper = (query: string, { paperLang }: Pick<BoxConfig, 'paperLang'>): boolean =>
  !isWrittenInHan(paperLang) || HAN.test(query) || !/\p{Script=Latin}/u.test(query);

/** Links to the editions in the paper’s own words and to the paper, for what this edition does not contain. */
function renderOriginals(query: string, { config, resultsAt }: View): HTMLElement {
  const { t, paper, editions, edition } = config;
  const originals = editions.filter(({ wording }) => wording === 'original').map(({ id }) => id);
  if (originals.includes(edition) || !mayBeInPaper(query, config)) return element('p');
  const links = originals.map((id) => element('a', { href: resultsAt(query, id) }, t.inOriginal));
  const where = paper === '' ? [] : [`${t.seePaper} `, element('a', { href: paper }, paper), ' '];
  return element('p', {}, ...where, ...spaced(links));
}

const spaced = (nodes: Node[]): (Node | string)[] => nodes.flatMap((node) => [node, ' ']);

/** One result of a list: its place, an excerpt with the hits, and a link to its citable page. */
function resultItem(hit: Hit, asked: string, config: BoxConfig, ...more: HTMLElement[]): HTMLLIElement {
  const { record, spans, runs, unit } = hit;
  const { t } = config;
  const { name, text: words, others } = divideRecord(record, spans);
  const marks = runs?.join(' ') ?? (spans.length > 0 && unit === undefined ? asked : '');
  const link = element(
    'a',
    { className: 'place', href: placeOf(record, marks, config, unit) },
    ...(record.kind === 'segment' || record.kind === 'note'
      ? [nameOf(record, config)]
      : [record.kind === 'heading' ? `${record.id} ` : holderOf(record, config), ...marked(name, false)]),
  );
  if (record.lang !== undefined) link.lang = record.lang;
  const pages = [...new Set(record.pages ?? [])];
  const { section = '', title } = record;
  const details = [
    isInChapter(record)
      ? record.kind !== 'heading' && `${section} ${title}`.trim()
      : (exhibitName(record, config) ?? t.tags[record.kind]),
    record.verdict && t.verdicts[record.verdict],
    pages.length > 0 && fill(pages.length > 1 ? t.pages : t.page, ...pages),
    labelOf(record, config),
  ].filter(Boolean);
  const about = element('small', {}, details.join(DOT));
  const page = pageOf(record, config.edition, config.editions);
  if (page !== undefined) about.append(DOT, element('a', { href: withBase(config.base, page) }, t.cite));
  return element(
    'li',
    {},
    link,
    ' ',
    about,
    ...(words.length > 0 ? [paragraph('excerpt', words, record.lang)] : []),
    ...(others.length > 0
      ? [paragraph('excerpt', [{ text: `${t.also} `, hit: false }, ...others], record.lang)]
      : []),
    ...more,
  );
}

/** A text in a language other than the page’s, if one is given, with its hits marked. */
const paragraph = (className: string, text: Piece[], lang?: string): HTMLParagraphElement =>
  element(
    'p',
    { className, ...(lang === undefined ? {} : { lang }) },
    ...marked(text, primaryLanguage(lang ?? document.documentElement.lang) === 'zh'),
  );

const marked = (text: Piece[], isChinese: boolean): (Node | string)[] =>
  text.flatMap(({ text: words, hit }, i) => {
    const parts = isChinese
      ? divideByScript(words, text[i - 1]?.text).map(({ text: part, isLatin }) =>
          isLatin ? element('span', { lang: LATIN }, part) : part,
        )
      : [words];
    return hit ? [element('mark', {}, ...parts)] : parts;
  });
