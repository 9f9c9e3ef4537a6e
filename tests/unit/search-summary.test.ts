import { describe, expect, test } from 'vitest';
import type { Found } from '../../src/client/search-found.ts';
import { messagesOf } from '../../src/client/search-summary.ts';
import type { BoxConfig, BoxTexts } from '../../src/exchange/search-config.ts';
import { templatesOf, translationsFor } from '../../src/i18n/translations.ts';
import type { Match } from '../../src/search/matches.ts';
import type { Answer } from '../../src/search/search.ts';

const t = translationsFor('en');
const config = {
  base: '/',
  edition: 'en',
  editions: [
    { id: 'en', lang: 'en', wording: 'translation' },
    { id: 'zh', lang: 'zh-Hans', wording: 'paraphrase' },
  ],
  t: {
    ...templatesOf(t.search.box),
    onPage: t.search.box.onPage({ count: '{count}', page: '{page}' }),
    oneOnPage: t.search.box.onPage({ count: 1, page: '{page}' }),
    one: t.search.box.results({ count: 1 }),
    many: t.search.box.results.template,
  } as Partial<BoxTexts> as BoxTexts,
} as BoxConfig;

const match = (count: number, rest: Partial<Match> = {}): Match => ({
  ...{ lot: 0, place: count, kind: 'segment', start: 0, units: 1, count, literal: count },
  read: () => Promise.reject(new Error('A message needs no text')),
  ...rest,
});

/** What was found for a query, as the messages say it: nothing, apart from what is given. */
function said(query: string, found: Partial<Omit<Found, 'answer'>>, answer: Partial<Answer> = {}) {
  const none = { exact: [], isNumbered: false, isHere: false, isWhole: false, alsoRead: [], synonyms: [] };
  const whole = {
    ...{ passing: answer.exact ?? [], near: [], nowhere: [], around: [], isCutOut: false },
    ...found,
    answer: { ...none, query, asked: query, ...answer },
  } as Found;
  const { announced, below } = messagesOf(whole, config, (asked, edition) => `${edition}?q=${asked}`);
  return [announced, below].map((message) =>
    message.map((part) => (typeof part === 'string' ? part : `[${part.textContent}](${part.href})`)).join(''),
  );
}

const across = { asked: '堤', count: 3, pairs: [] };
const there = { id: 'zh', readings: [], count: 4 };

describe('what is said of the results of', () => {
  const rows: [of: string, ...Parameters<typeof said>, announced: string, below?: string][] = [
    ['one', 'dyke', {}, { exact: [match(1)] }, '1 result'],
    ['several hits', 'dyke', {}, { exact: [match(2), match(1)] }, '2 results, 3 matches'],
    ['filters', 'dyke', { passing: [match(1)] }, { exact: [match(2), match(1)] }, '1 result'],
    [
      'words apart',
      'old dyke',
      {},
      { exact: [match(1, { isApart: true })] },
      '1 result · not as a phrase, but with all the words',
    ],
    ['a printed page', 'p. 50', {}, { exact: [match(0, { printedPage: '50' })] }, '1 result on p. 50'],
    ['pinyin', 'di', {}, { exact: [match(1)], asked: '堤', readAs: '堤' }, '1 result · read as “堤”'],
    [
      'a part of a name',
      '印度',
      { around: ['印度尼西亚'] },
      { exact: [match(1)] },
      '1 result · only as part of “印度尼西亚”',
    ],
    ['only near ones', 'old dykes', { near: [match(0)] }, {}, t.search.box.notExact],
    [
      'a word that is nowhere',
      'old zither',
      { near: [match(0)], nowhere: ['zither'] },
      {},
      t.search.box.nowhere({ words: '“zither”' }),
    ],
    ['a question', 'Why do dykes break?', { near: [match(0)] }, {}, t.search.box.closest],
    ['a phrase in quotation marks', '"old dyke"', { near: [match(0)] }, {}, t.search.box.notQuoted],
    ['nothing', 'zither', {}, {}, t.search.box.nothing({ query: 'zither' })],
    [
      'a number that is missing',
      'p. 99',
      {},
      { missing: { kind: 'page', id: '99', first: '1', last: '9' } },
      t.search.box.missing.page({ id: '99', first: '1', last: '9' }),
    ],
    [
      'a page of the site',
      'Works',
      { page: ['/en/works/', 'Works'] },
      {},
      `${t.search.box.pageOfSite} [Works](/en/works/)`,
    ],
    [
      'a page of the site that the texts name',
      'Works',
      { page: ['/en/works/', 'Works'] },
      { exact: [match(1)] },
      `${t.search.box.pageOfSite} [Works](/en/works/) · 1 result`,
    ],
    [
      'the other language alone',
      '堤',
      { through: across, there },
      {},
      '[“堤” in the Chinese edition: 4 results](zh?q=堤)',
    ],
    [
      'pinyin for a word of the other language',
      'di',
      { through: across, there: { ...there, count: 0 } },
      {},
      t.search.box.through({ asked: '堤 (di)', results: '3 results' }),
    ],
    [
      'both languages',
      '堤',
      { there, through: across },
      { exact: [match(1)] },
      'English edition: 1 result',
      '[“堤” in the Chinese edition: 4 results](zh?q=堤)',
    ],
    [
      'a name that has its own link in the other language',
      'dyke',
      { there },
      { exact: [match(1)], synonyms: [{ name: '堤', edition: 'zh', places: 4 }] },
      '1 result',
    ],
  ];

  test.each(rows)('%s', (_, query, found, answer, announced, below = '') => {
    expect(said(query, found, answer)).toEqual([announced, below]);
  });
});
