import { expect, test } from 'vitest';
import { readLibrary, validRecord } from '../../src/cite/read-library.ts';

const recordIn = (language: string) =>
  validRecord({ type: 'book', title: 'Salt', language, author: [{ family: 'Doe' }] })?.language;

test.each([
  ['french', 'fr'],
  ['ngerman', 'de'],
  ['British', 'en-GB'],
  ['Chinese', 'zh'],
  ['zh-Hans', 'zh-Hans'],
  ['klingonese', undefined],
])('the library language %s is read as %s', (said, tag) => {
  expect(recordIn(said)).toBe(tag);
});

const authorsIn = async (bib: string) =>
  (await readLibrary(bib, 'bib')).map(({ author, genre }) => ({ author, genre }));

test('a name in its own braces is not divided, unlike others', async () => {
  const author = '{World Bank} and Smith, John and {{International Energy Agency}}';
  expect(await authorsIn(`@book{a, author = {${author}}, title = {T}, year = 2019}`)).toEqual([
    {
      author: [
        { literal: 'World Bank' },
        { family: 'Smith', given: 'John' },
        { literal: 'International Energy Agency' },
      ],
      genre: undefined,
    },
  ]);
});

test.each([
  ['@techreport{a, title = {T}}', undefined],
  ['@techreport{a, title = {T}, type = {Working Paper}}', 'Working Paper'],
  ['@phdthesis{a, title = {T}}', 'PhD thesis'],
  ['@mastersthesis{a, title = {T}}', 'Master’s thesis'],
])('%s has the genre that a reader would expect', async (bib, genre) => {
  expect((await authorsIn(bib)).map((one) => one.genre)).toEqual([genre]);
});
