import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  phrasesOf,
  unbrokenCompounds,
  unbrokenNumbers,
  unbrokenRanges,
} from '../../src/render/line-breaks.ts';

describe('a title in Chinese', () => {
  const breaks = (title: string): string => phrasesOf(title, 'zh-Hans').join('|');

  test.each([
    ['堤作为界线', /^堤作为\|界线$/],
    ['“以堤换滩”行动', /^“以堤换滩”\|行动$/],
    ['税制与滩地的关系', /与滩地的\|关系$/],
    ['村、镇与河流治理', /^村、\|/],
    ['2019年洪水', /^2019年\|/],
  ])('%s breaks between its phrases', (title, expected) => {
    expect(breaks(title)).toMatch(expected);
    expect(breaks(title).replaceAll('|', '')).toBe(title);
  });

  test('does not break within a quotation, nor before or after its marks', () => {
    expect(breaks('论《河流治理与滩地关系》一书')).toMatch(/《河流治理与滩地关系》/);
  });
});

test('a title in another language is not divided', () => {
  expect(phrasesOf('The dyke as a boundary', 'en')).toEqual(['The dyke as a boundary']);
});

test.each([
  ['《河工》2021年第4期，第112—133页', '《河工》2021年第4期，<span class="marked">第112—133页</span>'],
  ['River Works, no. 4, pp. 112–133', 'River Works, no. 4, <span class="marked">pp. 112–133</span>'],
  ['2013—2020年间', '<span class="marked">2013—2020年</span>间'],
  ['第7页', '第7页'],
  ['2026[2026-11-26]', '2026[2026-11-26]'],
])('no line divides the pages in %s', (text, html) => {
  expect(toHtml(unbrokenRanges(text))).toBe(html);
});

test('nor a number from its unit, if requested', () => {
  const kept = (text: string): (string | undefined)[] =>
    [...toHtml(unbrokenNumbers(text)).matchAll(/<span class="marked">([^<]*)</g)].map(([, one]) => one);
  expect(kept('《河工》2021年第4期，第112—133页')).toEqual(['第4期', '第112—133页']);
  expect(kept('River Works, vol. 2, no. 4, p. 7')).toEqual(['vol. 2', 'no. 4', 'p. 7']);
});

test('no line divides a short compound in a title', () => {
  const kept = (text: string): string => toHtml(unbrokenCompounds(text));
  expect(kept('60 fossil-fuel companies')).toBe('60 <span class="marked">fossil-fuel</span> companies');
  for (const title of ['A state-of-the-art dyke', 'Counter-revolutionaries', 'Tolls – and weirs'])
    expect(kept(title)).toBe(title);
});
