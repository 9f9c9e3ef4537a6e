import { describe, expect, test } from 'vitest';
import { readLibrary, type LibraryFormat } from '../../src/cite/read-library.ts';
import { readCitations } from '../../src/import/citations/read-citations.ts';

const salt = {
  type: 'article-journal' as const,
  title: 'Salt Roads: A History',
  author: [{ family: 'Reed', given: 'Anna Maria' }],
  'container-title': 'Journal of Trade',
  volume: '37',
  page: '175-190',
  DOI: '10.1234/JT.37',
  issued: { 'date-parts': [[2018]] },
};
const dunes = {
  type: 'book' as const,
  language: 'zh-Hans',
  title: '沙丘',
  author: [{ family: '李', given: '四' }],
  publisher: '海潮出版社',
  'publisher-place': '上海',
  issued: { 'date-parts': [[2012]] },
};

const cited = (note: string) => readCitations([note], [], undefined, [salt, dunes]);

describe('works are completed from a library', () => {
  test.each([
    ['by its DOI', 'A. Reed, “Roads of Salt,” Trade 37 (2018): 175, https://doi.org/10.1234/jt.37.'],
    ['by names, year and title', 'Anna Reed, “Salt Roads: A History,” Trade, Vol. 3, 2018, p. 180.'],
    ['by the beginning of the title', 'Anna Reed, “Salt Roads,” Trade, Vol. 3, 2018, p. 180.'],
  ])('%s', (_, note) => {
    const { works, warnings } = cited(note);
    expect(works).toEqual([{ id: 'reed-2018', language: 'en', ...salt }]);
    expect(warnings).toEqual([]);
  });

  test('in Chinese, with the locator that the note cites', () => {
    const { works, notes } = cited('李四：《沙丘》，海潮出版社2012年版，第8页。');
    expect(works).toEqual([{ id: 'li-2012', ...dunes }]);
    expect(notes[0]?.[0]?.locator).toEqual({ label: 'page', value: '8' });
  });
});

test.each([
  ['another year', '李四：《沙丘》，海潮出版社2002年版。'],
  ['other people', '王五：《沙丘》，海潮出版社2012年版。'],
  ['another title', '李四：《沙洲》，海潮出版社2012年版。'],
])('%s means a different work, which is reported', (_, note) => {
  const { works, warnings } = cited(note);
  expect(works[0]?.['publisher-place']).toBeUndefined();
  expect(warnings.map(({ reason }) => reason)).toEqual([
    'The work is not in the library; its details were read from the paper.',
  ]);
});

test.each<[LibraryFormat, string]>([
  [
    'bib',
    '@article{x, author={Reed, Anna Maria}, title={{Salt Roads: A History}}, journal={Journal of Trade}, volume={37}, pages={175--190}, year={2018}, doi={10.1234/JT.37}}',
  ],
  [
    'ris',
    'TY  - JOUR\nAU  - Reed, Anna Maria\nTI  - Salt Roads: A History\nJO  - Journal of Trade\nVL  - 37\nSP  - 175\nEP  - 190\nPY  - 2018\nDO  - 10.1234/JT.37\nER  - ',
  ],
  ['json', JSON.stringify([{ id: 'http://zotero.org/1', 'unknown-field': 1, URL: 'no address', ...salt }])],
])('reads a library in .%s', async (format, text) => {
  expect(await readLibrary(text, format)).toEqual([expect.objectContaining(salt)]);
});

test('invalid records are left out, and a file that is not a library is refused', async () => {
  expect(await readLibrary('[{"type": "book"}, 3]', 'json')).toEqual([]);
  await expect(readLibrary('{', 'json')).rejects.toThrow();
});
