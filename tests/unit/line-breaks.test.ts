import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import {
  breakAddresses,
  phrasesOf,
  unbrokenCompounds,
  unbrokenNumbers,
  unbrokenRanges,
  underlined,
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
  expect(kept('《河工》2021年第4期，第112—133页')).toEqual(['2021年', '第4期', '第112—133页']);
  expect(kept('59处得出结论，其中71处未能判定，共3个。')).toEqual(['59处', '1处', '共3个']);
  expect(kept('2020年7月起')).toEqual(['2020年7月']);
  expect(kept('2013—2020年间')).toEqual(['2013—2020年']);
  expect(kept('71 could not')).toEqual([]);
  expect(kept('River Works, vol. 2, no. 4, p. 7')).toEqual(['vol. 2', 'no. 4', 'p. 7']);
});

test.each([
  ['《河工》', '《<u>河工</u>》'],
  ['理事会“通过决议”', '<u>理事会“通过决议</u>”'],
  ['“人类世”的含义', '“<u>人类世”的含义</u>'],
  ['“The Dyke”', '“The Dyke”'],
  ['河工', '河工'],
])('the line below the link %s leaves out its outer marks', (text, html) => {
  expect(toHtml(underlined(text))).toBe(html);
});

test.each([
  ['https://doi.org/10.1126/science.aao3760', 'https://doi.|org/|10.|1126/|science.|aao3760'],
  ['http://www.gov.cn/a-b/content_5.htm', 'http://www.|gov.|cn/|a-|b/|content_|5.|htm'],
  ['example.org//x', 'example.|org//|x'],
])('lines break in %s only after a sign that divides it, and not after its scheme', (address, parts) => {
  expect(breakAddresses(`<a href="${address}" class="url">${address}</a>`)).toBe(
    `<a href="${address}" class="url">${parts.replaceAll('|', '<wbr>')}</a>`,
  );
});

test('no line divides a short compound in a title', () => {
  const kept = (text: string): string => toHtml(unbrokenCompounds(text));
  expect(kept('60 fossil-fuel companies')).toBe('60 <span class="marked">fossil-fuel</span> companies');
  for (const title of ['A state-of-the-art dyke', 'Counter-revolutionaries', 'Tolls – and weirs'])
    expect(kept(title)).toBe(title);
});
