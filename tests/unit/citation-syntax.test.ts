import { describe, expect, test } from 'vitest';
import { findCitations } from '../../src/markdown/citation-syntax.ts';

const items = (text: string) =>
  findCitations(text).flatMap((group) => group.items.map(({ offset: _, ...item }) => item));

describe('citations', () => {
  test('keeps the locator when the key is followed by 第12页', () => {
    expect(items('[@zhang-2019, 第12页]')).toEqual([
      { key: 'zhang-2019', prefix: '', locator: { label: 'page', value: '12' }, suffix: '' },
    ]);
  });

  test.each([
    ['p. 46', 'page', '46'],
    ['pp. 7-15', 'page', '7-15'],
    ['pp. 7–15, 20', 'page', '7–15, 20'],
    ['第20—38页', 'page', '20—38'],
    ['chap. 3', 'chapter', '3'],
    ['第3章', 'chapter', '3'],
    ['§ 12', 'section', '12'],
    ['pp. xi-xiv', 'page', 'xi-xiv'],
  ])('reads %s as a locator', (written, label, value) => {
    expect(items(`[@a-2000, ${written}]`)[0]).toMatchObject({ locator: { label, value }, suffix: '' });
  });

  test('separates prefix, locator and suffix of several works', () => {
    expect(items('[相关研究可参见：@a-2011a, pp. 1-2, 下同; see also @b-nd; @c-1999, passim]')).toEqual([
      {
        key: 'a-2011a',
        prefix: '相关研究可参见：',
        locator: { label: 'page', value: '1-2' },
        suffix: ', 下同',
      },
      { key: 'b-nd', prefix: 'see also', suffix: '' },
      { key: 'c-1999', prefix: '', suffix: ', passim' },
    ]);
  });

  test('accepts a full-width semicolon between works, and does not read letters as numbers', () => {
    expect(items('[@a-2000；@b-2001, p. 46, 2nd ed.]')).toEqual([
      { key: 'a-2000', prefix: '', suffix: '' },
      { key: 'b-2001', prefix: '', locator: { label: 'page', value: '46' }, suffix: ', 2nd ed.' },
    ]);
  });

  test('gives the position of each key', () => {
    const text = '文 [见 @a-2000; @b-2001]。';
    const found = findCitations(text).flatMap((group) => group.items);
    expect(found.map(({ key, offset }) => [key, offset])).toEqual([
      ['a-2000', 5],
      ['b-2001', 14],
    ]);
  });

  test.each(['[no key]', 'someone@example.org', '[someone@example.org]', '@a-2000', '[@a-2000; nothing]'])(
    'finds no citation in %s',
    (text) => {
      expect(findCitations(text)).toEqual([]);
    },
  );
});
