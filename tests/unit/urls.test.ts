import { expect, test } from 'vitest';
import { absolute, addressInLanguage, urls, withBase } from '../../src/model/urls.ts';

// These addresses have been cited: a change here breaks printed references.
test('addresses of every kind', () => {
  expect([
    urls.front('zh'),
    urls.chapter('zh', '2-actions'),
    urls.segment('2.4.2'),
    urls.segmentInChapter('en', '2-actions', '2.4.2'),
    urls.note(41),
    urls.entry('case', 'amazon-fires-2019'),
    urls.entryIn('zh', 'case', 'amazon-fires-2019'),
    urls.entryIn('en', 'work', 'sullivan-2017'),
    urls.index('zh', 'term'),
    urls.exhibit('zh', 'table-1'),
    urls.search('en'),
  ]).toEqual([
    '/zh/',
    '/zh/2-actions/',
    '/p/2.4.2/',
    '/en/2-actions/#p2.4.2',
    '/note/41/',
    '/case/amazon-fires-2019/',
    '/zh/cases/amazon-fires-2019/',
    '/en/works/sullivan-2017/',
    '/zh/terms/',
    '/zh/exhibits/table-1/',
    '/en/search/',
  ]);
});

test('a base path moves addresses, however its slashes are written', () => {
  for (const base of ['/dossier', '/dossier/']) expect(withBase(base, '/p/2.4.2/')).toBe('/dossier/p/2.4.2/');
  expect(withBase('/', '/p/2.4.2/')).toBe('/p/2.4.2/');
});

test('the public address comes from the site alone', () => {
  expect(absolute('https://example.org/x/', '/p/2.4.2/')).toBe('https://example.org/x/p/2.4.2/');
});

test('a neutral page has an address per language, or only its own if there is a single edition', () => {
  const [zh, en] = [{ id: 'zh' }, { id: 'en' }];
  expect(addressInLanguage([zh, en], 'en', urls.segment('2.4.2'))).toBe('/en/p/2.4.2/');
  expect(addressInLanguage([zh, en], 'en', urls.parallel('2-actions'))).toBe('/en/parallel/2-actions/');
  expect(addressInLanguage([en], 'en', urls.segment('2.4.2'))).toBe('/p/2.4.2/');
});
