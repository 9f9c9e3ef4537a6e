import { HAN, isWrittenInHan, primaryLanguage, writtenLanguage } from '../model/language.ts';
import { parseSegmentId } from '../model/segment-id.ts';
import { withBase } from '../model/urls.ts';
import { findAcrossLanguages, type CrossMatches } from '../search/across.ts';
import { beginningOf, bodyOf, divideRecord, type Piece } from '../search/excerpt.ts';
import { openSource } from '../search/open-source.ts';
import { LATIN, divideByScript } from './divide-by-script.ts';
import { addressOf, isInChapter, pageOf, unitAt, type SearchRecord } from '../search/record.ts';
import { findAlternatives, findBeside } from '../search/instead.ts';
import type { Missing } from '../search/known-items.ts';
import type { Answer } from '../search/search.ts';
import type { Hit, Match } from '../search/matches.ts';
import type { SearchSource } from '../search/source.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import type { BoxConfig } from '../exchange/search-config.ts';

/** The number of characters of a query that are repeated in messages. */
const LONGEST_SAID = 40;
/** The number of results added by each request for more, and of near ones shown at first. */
const [STEP, FIRST_NEAR] = [40, 3];
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
  /** Creates a link to the results of a query, in another edition if given. */
  ask: (query: string, edition?: string) => HTMLAnchorElement;
}

/** The edition in a language other than the page’s. */
export function otherEdition({ editions, edition }: BoxConfig): BoxConfig['editions'][number] | undefined {
  const language = primaryLanguage(editions.find(({ id }) => id === edition)?.lang ?? '');
  return editions.find(({ lang }) => primaryLanguage(lang) !== language);
}

/** The language of an edition, in that of the page. */
export function languageOf(id: string | undefined, { editions, edition }: BoxConfig): string {
  const [own, named] = [edition, id].map((wanted) => editions.find((one) => one.id === wanted));
  const names = new Intl.DisplayNames(own?.lang, { type: 'language' });
  return named ? writtenLanguage(names, named.lang) : '';
}

/** The lists of results: those for the query, of which `passing` are shown, and near matches. */
export async function renderLists(
  answer: Answer,
  passing: Match[],
  through: CrossMatches | undefined,
  view: View,
): Promise<HTMLElement[]> {
  const { t } = view.config;
  const { query, asked, exact, missing, readAs, alsoRead, synonyms, isByOwnName } = answer;
  const isNowhere = exact.length === 0 && !through && !missing;
  const { meant, near = [] } =
    exact.length > 0
      ? { near: await findBeside(view.source, answer) }
      : missing
        ? {}
        : await findAlternatives(view.source, query, isNowhere);
  const others = synonyms.filter(({ name }) => name !== meant?.query);
  // Matches that only have parts of other words are not shown.
  const nearList = await listOf('hits', near, asked, view, FIRST_NEAR);
  const parts = await Promise.all([
    meant &&
      element(
        'p',
        { className: 'meant' },
        `${t.meant} `,
        view.ask(meant.query),
        ` ${resultsIn(meant.matches.length, view.config)}`,
      ),
    others.length > 0 && renderSynonyms(others, view),
    isNowhere && !meant && renderElsewhere(query, view),
    isNowhere &&
      !meant &&
      !nearList.hasChildNodes() &&
      others.length + alsoRead.length === 0 &&
      element('p', { className: 'advice' }, t.advice),
    alsoRead.length > 0 &&
      element(
        'p',
        {},
        `${readAs !== undefined ? t.orAs : t.asPinyin} `,
        ...spaced(alsoRead.map((one) => view.ask(one))),
      ),
    listOf('hits exact', passing, asked, view, view.source.firstOf(passing, isByOwnName).length),
    through && renderCrossMatches(through, view),
    meant
      ? listOf('hits', meant.matches, meant.query, view, FIRST_NEAR)
      : nearList.hasChildNodes() &&
        (isNowhere
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

/** The matches found only through the other language, if that is shown alongside or this edition has none. */
export async function findThrough(
  { asked, exact, isNumbered, missing, isHere }: Answer,
  { config, source, beside }: View,
): Promise<CrossMatches | undefined> {
  const other = otherEdition(config);
  if (!other || (!beside && (isNumbered || missing || isHere))) return undefined;
  const found = await findAcrossLanguages(source, beside ?? (await openSource(config.base, other.id)), asked);
  const pairs = found.pairs.filter(
    ({ hit: here }) => !exact.some(({ lot, place }) => lot === here.lot && place === here.place),
  );
  return pairs.length > 0 ? { ...found, pairs } : undefined;
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

/** The message about a number that does not exist: the last number, as a link. */
export async function describeMissing(
  { kind, id, section, first, last }: Missing,
  { config, source }: Pick<View, 'config' | 'source'>,
): Promise<(Node | string)[]> {
  const { missing } = config.t;
  if (kind === 'page') return [fill(missing.page, id, first ?? '', last)];
  const template = section === undefined ? missing[kind] : missing.inSection;
  const values = [id, ...(section === undefined ? [] : [section])];
  const [before = '', after = ''] = fill(template, ...values).split('{}');
  const found = await source.itemsNamed(
    kind === 'segment' ? last : `${kind === 'note' ? kind : 'chapter'} ${last}`,
  );
  const href = found.map(({ record }) => placeOf(record, '', config))[0] ?? '';
  return [before, element('a', { href }, last), after];
}

/** A query for messages, which put it in quotation marks: shortened, without such marks around it, inner ones in it. */
export function shortened(query: string): string {
  const [, said = query] = /^["“]((?:[^"“”]|“[^“”]*”)+)["”]$/.exec(query) ?? [];
  const words = said.replaceAll('“', '‘').replaceAll('”', '’');
  return words.length > LONGEST_SAID ? `${[...words].slice(0, LONGEST_SAID).join('')}…` : words;
}

export const resultsIn = (count: number, { t }: BoxConfig): string =>
  count === 1 ? t.one : fill(t.many, count);

const renderSection = (className: string, name: string, list: HTMLElement): HTMLElement =>
  element('section', { className }, element('h2', {}, name), list);

/** Links to the other names of an item that was asked for by name. */
function renderSynonyms(synonyms: Answer['synonyms'], { config, ask }: View): HTMLElement {
  const links = synonyms.map(({ name, edition, places }) => {
    const lang = config.editions.find(({ id }) => id === edition)?.lang ?? '';
    const link = Object.assign(ask(name, edition), { lang });
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

/** Where else to look for what an edition does not contain. */
function renderElsewhere(query: string, { config, ask }: View): HTMLElement {
  const { t, paper, editions, edition } = config;
  const originals = editions.filter(({ wording }) => wording === 'original').map(({ id }) => id);
  if (originals.includes(edition) || !mayBeInPaper(query, config)) return element('p');
  const links = originals.map((id) => Object.assign(ask(query, id), { textContent: t.inOriginal }));
  const where = paper === '' ? [] : [`${t.seePaper} `, element('a', { href: paper }, paper), ' '];
  return element('p', {}, ...where, ...spaced(links));
}

const spaced = (nodes: Node[]): (Node | string)[] => nodes.flatMap((node) => [node, ' ']);

/** One result of a list: its place, an excerpt with the hits, and a link to its citable page. */
function resultItem(hit: Hit, asked: string, config: BoxConfig, ...more: HTMLElement[]): HTMLLIElement {
  const { record, spans, runs, unit } = hit;
  const { t } = config;
  const { name, text: words, others } = divideRecord(record, spans);
  const link = element(
    'a',
    {
      className: 'place',
      href: placeOf(
        record,
        runs?.join(' ') ?? (spans.length > 0 && unit === undefined ? asked : ''),
        config,
        unit,
      ),
    },
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

/** Whose words they are, or that it is a note; undefined for a reference or a name. */
export const labelOf = ({ kind, definedBy }: SearchRecord, { labels, t }: BoxConfig): string | undefined =>
  kind === 'work' || kind === 'actor' || kind === 'paper'
    ? undefined
    : (kind === 'note' && t.tags.note) ||
      (definedBy && labels.definedBy[definedBy]) ||
      (kind === 'heading' && labels.heading) ||
      labels[
        kind === 'case' || kind === 'term' || kind === 'remark' || kind === 'check' ? 'account' : 'text'
      ];

/** The name of a record in a list. */
export function nameOf(record: SearchRecord, config: BoxConfig): string {
  const { kind, id, title, text } = record;
  const { t } = config;
  if (kind === 'segment') return id === 'abstract' ? t.abstract : id;
  if (kind === 'heading') return `${id} ${text}`;
  return kind === 'note' ? fill(t.note, id) : holderOf(record, config) + title;
}

/** Whose claim a check is about, if the paper departs from its source. */
const holderOf = ({ verdict }: SearchRecord, { t }: BoxConfig): string =>
  (verdict && t.holders[verdict]) ?? '';

/** The name of a table or figure with its number. */
function exhibitName({ kind, id }: SearchRecord, { t }: BoxConfig): string | undefined {
  const exhibit = kind === 'exhibit' ? parseSegmentId(id) : undefined;
  return exhibit?.type === 'exhibit' ? fill(t.exhibits[exhibit.kind], exhibit.number) : undefined;
}

/** The address of a record, or a unit of it, in the edition, where the page marks the query. */
export function placeOf(
  record: SearchRecord,
  asked: string,
  { base, edition, editions }: BoxConfig,
  unit?: number,
): string {
  const [path = '', fragment] = withBase(base, addressOf(record, edition, editions, unit)).split('#');
  const query = asked === '' ? '' : `?q=${encodeURIComponent(asked)}`;
  return `${path}${query}${fragment === undefined ? '' : `#${fragment}`}`;
}
