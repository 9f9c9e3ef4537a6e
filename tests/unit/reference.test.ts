import { describe, expect, test } from 'vitest';
import { formatReference, referenceText } from '../../src/cite/reference.ts';
import type { Locator } from '../../src/model/locator.ts';
import { workSchema } from '../../src/model/work.ts';
import { wordsFor } from '../../src/site/words/words-for.ts';

const reference = (work: Record<string, unknown>, locator?: Locator): string => {
  const parsed = workSchema.parse({ id: 'x-2000', ...work });
  return referenceText(formatReference(parsed, wordsFor(parsed.language).reference, locator));
};
const page = (value: string): Locator => ({ label: 'page', value });
const zh = { language: 'zh-Hans' };
const en = { language: 'en' };

describe('Chinese works, as the journals of the field print them', () => {
  test.each<[string, Record<string, unknown>, Locator | undefined, string]>([
    [
      'an article by three authors and others',
      {
        type: 'article-journal',
        title: '关于人类世问题研究的讨论',
        author: [
          { family: '刘', given: '学' },
          { family: '张', given: '志强' },
          { family: '郑', given: '军卫' },
        ],
        'container-title': '地球科学进展',
        issue: '5',
        issued: { 'date-parts': [[2014]] },
        custom: { authorsAbridged: true },
      },
      page('646'),
      '刘学、张志强、郑军卫等：《关于人类世问题研究的讨论》，《地球科学进展》2014年第5期，第646页',
    ],
    [
      'a book without a page',
      {
        type: 'book',
        title: '清洁能源外交',
        author: [{ family: '李', given: '昕蕾' }],
        publisher: '中国社会科学出版社',
        issued: { 'date-parts': [[2019]] },
      },
      undefined,
      '李昕蕾：《清洁能源外交》，中国社会科学出版社2019年版',
    ],
    [
      'a translation',
      {
        type: 'book',
        title: '国富论',
        author: [{ literal: '亚当·斯密' }],
        translator: [
          { family: '郭', given: '大力' },
          { family: '王', given: '亚南' },
        ],
        'publisher-place': '北京',
        publisher: '商务印书馆',
        issued: { 'date-parts': [[1972]] },
      },
      page('10—12'),
      '亚当·斯密：《国富论》，郭大力、王亚南译，北京：商务印书馆1972年版，第10–12页',
    ],
    [
      'a page of the web without an author',
      {
        type: 'webpage',
        title: '题名',
        'container-title': '新华网',
        issued: { 'date-parts': [[2021, 3, 7]] },
        URL: 'http://example.org/a',
      },
      undefined,
      '《题名》，新华网，2021年3月7日，http://example.org/a',
    ],
  ])('%s', (_, work, locator, expected) => {
    expect(reference({ ...zh, ...work }, locator)).toBe(expected);
  });
});

describe('English works, as Chicago notes', () => {
  test.each<[string, Record<string, unknown>, Locator | undefined, string]>([
    [
      'an article by two authors, all its pages',
      {
        type: 'article-journal',
        title: 'The Anthropocene',
        author: [
          { family: 'Crutzen', given: 'Paul' },
          { family: 'Stoermer', given: 'Eugene' },
        ],
        'container-title': 'Global Change Newsletter',
        issue: '41',
        page: '17-18',
        issued: { 'date-parts': [[2000]] },
      },
      undefined,
      'Paul Crutzen and Eugene Stoermer, “The Anthropocene,” Global Change Newsletter, no. 41 (2000): 17–18',
    ],
    [
      'a book with a place',
      {
        type: 'book',
        title: 'Adventures in the Anthropocene',
        author: [{ family: 'Vince', given: 'Gaia' }],
        'publisher-place': 'London',
        publisher: 'Vintage Books',
        issued: { 'date-parts': [[2014]] },
      },
      page('5'),
      'Gaia Vince, Adventures in the Anthropocene (London: Vintage Books, 2014), 5',
    ],
    [
      'a newspaper piece whose title asks a question',
      {
        type: 'article-newspaper',
        title: 'Is a Green World a Safer World?',
        author: [{ family: 'Rothkopf', given: 'David' }],
        'container-title': 'Foreign Policy',
        issued: { 'date-parts': [[2009, 8, 22]] },
      },
      undefined,
      'David Rothkopf, “Is a Green World a Safer World?” Foreign Policy, August 22, 2009',
    ],
    [
      'three authors, then four',
      {
        type: 'book',
        title: 'T',
        author: ['A', 'B', 'C'].map((family) => ({ family })),
        issued: { 'date-parts': [[1999]] },
      },
      undefined,
      'A, B, and C, T (1999)',
    ],
    [
      'four authors',
      {
        type: 'book',
        title: 'T',
        author: ['A', 'B', 'C', 'D'].map((family) => ({ family })),
        publisher: 'P',
      },
      undefined,
      'A et al., T (P, n.d.)',
    ],
  ])('%s', (_, work, locator, expected) => {
    expect(reference({ ...en, ...work }, locator)).toBe(expected);
  });
});

test('a work keeps the form of its own language on every page', () => {
  expect(reference({ ...zh, type: 'book', title: '书', author: [{ family: '王', given: '震' }] })).toMatch(
    /^王震：《书》/,
  );
});
