import { expect, test } from 'vitest';
import { closestName, closestWords, correctSpelling } from '../../src/search/respell.ts';
import { findAlternatives } from '../../src/search/instead.ts';
import { idsOf, sourceOf } from '../support/source-of.ts';

const words = [
  { 9: 'climate', 5: 'policy electrification', 3: 'paris', 2: 'climb', 1: 'pairing' },
  {
    9: '氢能 关键矿产',
    7: '清洁',
    5: '格陵兰 地缘政治',
    3: '地缘政策 欧洲联盟',
    4: '能源贸易枢纽 核心策划',
    2: '稀土',
    '2+': '核心规划',
    1: '能源贸易布局',
    0: '人类世现实主义',
  },
];

test.each([
  ['climte', 'climate'],
  ['climmate', 'climate'],
  ['clinate', 'climate'],
  ['cliamte', 'climate'],
  ['climatr', 'climate'],
  ['polcy', 'policy'],
  ['elctrifcation', 'electrification'],
  ['plcy', undefined],
  ['zzzz', undefined],
  // Words that sound or look alike take precedence over more frequent ones.
  ['轻能', '氢能'],
  ['稀士', '稀土'],
  ['稀有', undefined],
  ['关健矿产', '关键矿产'],
  ['地缘政冶', '地缘政治'],
  ['欧州联盟', '欧洲联盟'],
  ['格林兰', '格陵兰'],
  ['关键产', '关键矿产'],
  ['关键的矿产', '关键矿产'],
  ['键关矿产', '关键矿产'],
  ['能源贸易布菊', '能源贸易布局'],
  ['能源贸易补菊', '能源贸易布局'],
  // Of equally similar words, names and headings take precedence.
  ['核心计划', '核心规划'],
  ['人类纪现实注意', undefined],
  ['人类世现时主意', '人类世现实主义'],
  ['开发矿产', undefined],
  ['能源合作布局', undefined],
])('%s is corrected to %s', (word, meant) => {
  expect(closestWords(word, words)[0]).toBe(meant);
});

test.each([
  ['carbn taks', 'carbon tax'],
  ['carbon market', undefined],
  ['carbon tex', 'carbon tax'],
  ['carbn tex', undefined],
  ['carbn', undefined],
  ['carbn border tax', 'carbon border tax'],
])('%s may be meant for the name %s', (query, meant) => {
  const names = { 9: 'carbon takes', '0+': 'carbon_tax carbon_border_tax carbon_budget' };
  expect(closestName(query.split(' '), names)).toBe(meant);
});

test('a misspelt query is corrected to a name rather than to words that are as similar', async () => {
  const source = await sourceOf({
    edition: 'en',
    lang: 'en',
    names: { chapter: {}, caseKind: {}, actor: {} },
    records: [
      record('1', 'It takes carbon; carbon takes time.'),
      { ...record('price', 'A carbon tax'), kind: 'term', names: { en: ['Carbon tax'] } },
    ],
  });
  expect((await findAlternatives(source, 'carbn taks', true)).meant?.query).toBe('carbon tax');
});

const record = (id: string, text: string) => ({ kind: 'segment' as const, id, title: '', text });

test('misspelt words are corrected beside correct ones, in either language', async () => {
  const source = await sourceOf({
    edition: 'zh',
    lang: 'zh-Hans',
    names: { chapter: {}, caseKind: {}, actor: {} },
    records: [
      record('1', `关键矿产与稀土。${'关键矿产。'.repeat(4)}The carbon market`),
      record('2', '关键矿产'),
      {
        ...record('3', '碳中和'),
        kind: 'term',
        names: { zh: ['碳中和'], en: ['Carbon neutrality'] },
      },
    ],
  });
  expect(await correctSpelling('关健矿产', source)).toBe('关键矿产');
  expect(await correctSpelling('關健礦產', source)).toBe('关键矿产');
  expect(await correctSpelling('稀土 关健矿产', source)).toBe('稀土 关键矿产');
  expect(await correctSpelling('Carbon Nuetrality', source)).toBe('carbon neutrality');
  expect(await correctSpelling('Carbon Zzzzzz', source)).toBeUndefined();
  const { meant } = await findAlternatives(source, '关健矿产', true);
  expect([meant?.query, await idsOf(meant?.matches ?? [])]).toEqual(['关键矿产', ['1', '2']]);
  expect((await findAlternatives(source, '关健矿产', false)).meant).toBeUndefined();
  expect((await findAlternatives(source, 'RCBON', true)).meant).toBeUndefined();
  expect((await findAlternatives(source, 'carbn', true)).meant?.query).toBe('carbon');
  expect((await findAlternatives(source, 'Who sets the carbn price', true)).meant).toBeUndefined();
});

test('a corrected query is written as the text writes it, also where its words are apart', async () => {
  const source = await sourceOf({
    edition: 'en',
    lang: 'en',
    names: { chapter: {}, caseKind: {}, actor: {} },
    records: [
      record('1', 'Macron spoke of forests in the Amazon'),
      record('2', 'Forests in the Amazon, said Macron'),
    ],
  });
  const meantBy = async (query: string): Promise<string | undefined> =>
    (await findAlternatives(source, query, true)).meant?.query;
  expect(await meantBy('macorn amzon')).toBe('Macron Amazon');
  // A word that the text also writes in lower case keeps it.
  expect(await meantBy('macorn forsts')).toBe('Macron forests');
});

test('one word typed as two is joined', async () => {
  const source = await sourceOf({
    edition: 'en',
    lang: 'en',
    names: { chapter: {}, caseKind: {}, actor: {} },
    records: [record('1', 'The rare earths of Greenland'), record('2', 'land')],
  });
  const { meant } = await findAlternatives(source, 'Green land', true);
  expect([meant?.query, await idsOf(meant?.matches ?? [])]).toEqual(['Greenland', ['1']]);
  expect((await findAlternatives(source, 'Grey land', true)).meant).toBeUndefined();
});

test('a misspelt name of a person whom only a reference names is corrected', async () => {
  const source = await sourceOf({
    edition: 'zh',
    lang: 'zh-Hans',
    names: { chapter: {}, caseKind: {}, actor: {} },
    people: ['李俊峰'],
    records: [{ ...record('8', '李俊峰、李广：《碳中和》'), kind: 'note' }],
  });
  expect((await findAlternatives(source, '李俊锋', true)).meant?.query).toBe('李俊峰');
});

test('a misspelt string of a heading is corrected even if it is rare', async () => {
  const source = await sourceOf({
    edition: 'zh',
    lang: 'zh-Hans',
    names: { chapter: {}, caseKind: {}, actor: {} },
    records: [
      { ...record('2.3', '能源贸易布局'), kind: 'heading' },
      record('2.3.1', '新的能源贸易枢纽'),
      { ...record('hub', '能源枢纽'), kind: 'term', names: { zh: ['能源枢纽', '能源贸易枢纽'] } },
    ],
  });
  expect(await correctSpelling('能源贸易布菊', source)).toBe('能源贸易布局');
});
