import { expect, test } from 'vitest';
import { findAddresses } from '../../src/import/citations/read-url.ts';

test.each([
  ['https://www. bbc.com/news/ world-1。', 'https://www.bbc.com/news/world-1'],
  ['http:// www.harbour.example/2021-01/28/c_1.htm。', 'http://www.harbour.example/2021-01/28/c_1.htm'],
  [
    'http://www.harbour.example/2021lh/ 2021-03/07/c_1.htm。',
    'http://www.harbour.example/2021lh/2021-03/07/c_1.htm',
  ],
  ['https://plan.example/sea -plan/.', 'https://plan.example/sea-plan/'],
  ['https://a.example/on-am ericas-long-coasts/.', 'https://a.example/on-americas-long-coasts/'],
  ['https://a.example/on-am ericas-long-coasts.', 'https://a.example/on-americas-long-coasts'],
  ['https://a.example/x and/or more', 'https://a.example/x'],
  ['https://a.example/a/ accessed on May 3', 'https://a.example/a/'],
  ['https://a.example/a.pdf, p. 3', 'https://a.example/a.pdf'],
  ['https://a.example/a-well known-fact here', 'https://a.example/a-well'],
  ['https://a.example/ 2019', 'https://a.example/'],
  ['(http://a.example/c_(d))', 'http://a.example/c_(d)'],
  ['www.harbour.example/x，第', 'http://www.harbour.example/x'],
])('%s', (text, url) => {
  expect(findAddresses(text).map((address) => address.url)).toEqual([url]);
});

test('two addresses separated by a semicolon are two', () => {
  expect(
    findAddresses('http://a.example/c;http://d.example/f').map(({ start, end }) => [start, end]),
  ).toEqual([
    [0, 18],
    [19, 37],
  ]);
});
