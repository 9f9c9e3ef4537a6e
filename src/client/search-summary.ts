import type { BoxConfig } from '../exchange/search-config.ts';
import { dividedAtMarks, isQuestion, withoutLoneMark, wordsOf } from '../search/parse-query.ts';
import { fill } from './fill.ts';
import type { Found } from './search-found.ts';
import { languageOf, placeOf } from './search-names.ts';

/** The most words that are named because they occur nowhere. */
const MAX_NOWHERE = 3;
/** The number of characters of a query that are repeated in messages. */
const LONGEST_SAID = 40;

/** Words of a message, or a link in it. */
export type Said = string | { textContent: string; href: string; className?: string };

/** The address of the results of a query in an edition. */
export type ResultsAt = (query: string, edition?: string) => string;

/** What is announced of what was found, and what is said below that. */
export function messagesOf(
  found: Found,
  config: BoxConfig,
  resultsAt: ResultsAt,
): { announced: Said[]; below: Said[] } {
  const { answer, page, through } = found;
  const there = describeThere(found, config, resultsAt);
  // What is found only in the other language is said once, with a link.
  if (answer.exact.length === 0 && through?.asked === answer.asked && there.length > 0)
    return { announced: there, below: [] };
  const { t } = config;
  const first = page
    ? [`${t.pageOfSite} `, { textContent: page[1], href: page[0], className: 'place' }]
    : describeMissing(found, config);
  const summary = summaryOf(found, config);
  return {
    announced: [...first, first.length > 0 && summary !== '' ? ` · ${summary}` : summary],
    below: there,
  };
}

/** What the results of a query are, how many, and how the query was understood. */
function summaryOf(found: Found, config: BoxConfig): string {
  const { answer, page, through, near, nowhere } = found;
  const { exact, missing, query, asked } = answer;
  const { t } = config;
  if (exact.length > 0) return describeExact(found, config);
  if (through) {
    const name = through.asked === asked ? asked : `${through.asked} (${query})`;
    return fill(t.through, name, resultsIn(through.count, config));
  }
  if (missing || page) return '';
  if (near.length === 0) return fill(t.nothing, shortened(asked));
  if (isQuestion(query)) return t.closest;
  if (nowhere.length > 0 && nowhere.length <= MAX_NOWHERE) return fill(t.nowhere, quoted(nowhere, config));
  // Of several phrases and words, some may be there exactly.
  return /^["“][^"“”]+["”]$/.test(query) ? t.notQuoted : t.notExact;
}

function describeExact(found: Found, config: BoxConfig): string {
  const { answer, passing, through, around, isCutOut } = found;
  const { query, asked, readAs } = answer;
  const { t, edition } = config;
  const times = passing.reduce((sum, { count }) => sum + count, 0);
  const onPage = passing.filter(({ printedPage }) => printedPage !== undefined);
  const page = onPage[0]?.printedPage;
  const results = resultsIn(passing.length, config);
  const all = through ? fill(t.inEdition, languageOf(edition, config), results) : results;
  const plain = withoutLoneMark(query);
  const read = [plain, dividedAtMarks(plain)].includes(asked) ? readAs : asked;
  const areApart =
    passing.length > 0 &&
    passing.every(({ isApart, isKnown }) => isApart && !isKnown) &&
    wordsOf(asked).every(({ isQuoted }) => !isQuoted);
  return [
    // An item asked for by name or number need not contain the query.
    onPage.length < passing.length &&
      (times > 1 && times >= passing.length ? fill(t.found, all, times) : all),
    page !== undefined &&
      (onPage.length === 1 ? t.oneOnPage : t.onPage)
        .replace('{count}', String(onPage.length))
        .replace('{page}', page),
    areApart && t.apart,
    around.length > 0 && fill(t.within, quoted(around, config)),
    read !== undefined && `${isCutOut ? t.meant : t.readAs} ${quoted([read], config)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The message about a number that does not exist: the last number, as a link. */
function describeMissing({ answer: { missing }, last: record }: Found, config: BoxConfig): Said[] {
  if (!missing) return [];
  const { kind, id, section, first, last } = missing;
  const texts = config.t.missing;
  if (kind === 'page') return [fill(texts.page, id, first ?? '', last)];
  const message = section === undefined ? fill(texts[kind], id) : fill(texts.inSection, id, section);
  const [before = '', after = ''] = message.split('{}');
  return [before, { textContent: last, href: record ? placeOf(record, '', config) : '' }, after];
}

/** Links to the matches in the other language, or to what the query is read as there, with their numbers. */
function describeThere({ answer, there }: Found, config: BoxConfig, resultsAt: ResultsAt): Said[] {
  if (!there) return [];
  const { t } = config;
  const { id, readings, count } = there;
  const { query, asked, synonyms } = answer;
  const links = readings.map(({ text, places }) => ({
    textContent: fill(t.through, `${text} (${query})`, resultsIn(places, config)),
    href: resultsAt(text, id),
  }));
  // Its name there, which has a link of its own, leads to at least as many.
  const named = synonyms.filter(({ edition }) => edition === id).map(({ places }) => places);
  if (count > Math.max(0, ...named)) {
    const words = [shortened(asked), languageOf(id, config), resultsIn(count, config)];
    links.push({ textContent: fill(t.elsewhere, ...words), href: resultsAt(asked, id) });
  }
  return links.flatMap((one, i) => (i > 0 ? [' · ', one] : [one]));
}

/** Words in quotation marks, as a list in the language of the page. */
function quoted(words: string[], { editions, edition }: BoxConfig): string {
  const { lang } = editions.find(({ id }) => id === edition) ?? {};
  return new Intl.ListFormat(lang).format(words.map((word) => `“${shortened(word)}”`));
}

/** A query for messages, which put it in quotation marks: shortened, without such marks around it, inner ones in it. */
export function shortened(query: string): string {
  const [, said = query] = /^["“]((?:[^"“”]|“[^“”]*”)+)["”]$/.exec(query) ?? [];
  const words = said.replaceAll('“', '‘').replaceAll('”', '’');
  return words.length > LONGEST_SAID ? `${[...words].slice(0, LONGEST_SAID).join('')}…` : words;
}

export const resultsIn = (count: number, { t }: BoxConfig): string =>
  count === 1 ? t.one : fill(t.many, count);
