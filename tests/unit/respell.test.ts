import { expect, test } from 'vitest';
import { closestWord, correctSpelling } from '../../src/search/respell.ts';
import { findAlternatives } from '../../src/search/instead.ts';
import { idsOf, sourceOf } from '../support/source-of.ts';

const words = [
  { 9: 'climate', 5: 'policy electrification', 3: 'paris', 2: 'climb', 1: 'pairing' },
  {
    9: '氢能 关键矿产',
    7: '清洁',
    5: '格陵兰 地缘政治',
    3: '地缘政策 欧洲联盟',
    2: '稀土',
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
  ['人类纪现实注意', undefined],
  ['人类世现时主意', '人类世现实主义'],
  ['开发矿产', undefined],
])('%s is corrected to %s', (word, meant) => {
  expect(closestWord(word, words)).toBe(meant);
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
  expect((await findAlternatives(source, 'Who sets the carbn price', true)).meant).toBeUndefined();
});
