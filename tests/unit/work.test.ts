import { describe, expect, test } from 'vitest';
import { workSchema, type Work } from '../../src/model/work.ts';

const book = { id: 'saint-1868', type: 'book', language: 'fr', title: 'Lampes' };
const read = (record: Record<string, unknown>): Work => workSchema.parse({ ...book, ...record });
const refused = (record: Record<string, unknown>): string[] =>
  (workSchema.safeParse({ ...book, ...record }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('records as Zotero exports them are read', () => {
  test('with fields that are not printed', () => {
    expect(
      read({
        abstract: 'Of lamps.',
        source: 'Library Catalog',
        'event-place': 'Paris',
        'number-of-pages': '211',
        'container-title-short': 'Rev. Lampes',
        'call-number': 'L 12',
        'citation-key': 'saint1868',
      }),
    ).toMatchObject({ abstract: 'Of lamps.', 'event-place': 'Paris', 'call-number': 'L 12' });
  });

  test('with the parts of a date as text', () => {
    expect(
      read({ issued: { 'date-parts': [['1868', '5', 3]] }, accessed: { 'date-parts': [[2020, '1']] } }),
    ).toMatchObject({
      issued: { 'date-parts': [[1868, 5, 3]] },
      accessed: { 'date-parts': [[2020, 1]] },
    });
  });

  test('with particles and suffixes of names', () => {
    const author = [{ family: 'Saint', given: 'Jean', 'dropping-particle': 'de', suffix: 'fils' }];
    expect(read({ author }).author).toEqual(author);
  });
});

test('archival documents are works', () => {
  expect(
    read({
      type: 'manuscript',
      archive: 'Archives nationales',
      'archive-place': 'Paris',
      archive_collection: 'Préfecture de police',
      archive_location: 'F7 1234',
    }),
  ).toMatchObject({ type: 'manuscript', archive_location: 'F7 1234' });
});

describe('the message about an invalid id suggests a valid one', () => {
  const says = (proposed: string): string[] => [
    `id: Unexpected work id, expected one like sullivan-2017, here ${proposed}`,
  ];

  test.each([
    [
      { author: [{ family: 'Saint-Aubin', given: 'Jean' }], issued: { 'date-parts': [[1868]] } },
      'saint-aubin-1868',
    ],
    [{ author: [{ family: 'Müller', given: 'Åsa' }], issued: { 'date-parts': [['1868']] } }, 'muller-1868'],
    [{ author: [{ literal: 'Office for Wells' }] }, 'office-for-wells-nd'],
    [{ editor: [{ family: 'Ford', given: 'Ruth' }], issued: { 'date-parts': [[2001]] } }, 'ford-2001'],
    [{ title: 'Lampes & becs' }, 'lampes-becs-nd'],
  ])('%j', (record, proposed) => {
    expect(refused({ id: 'http://zotero.org/users/1/items/AB12', ...record })).toEqual(says(proposed));
  });

  test('or, if no name is in Latin letters, explains the form of an id', () => {
    expect(refused({ id: '王1999', title: '井', author: [{ family: '王', given: '井' }] })).toEqual([
      'id: Unexpected work id, expected one like sullivan-2017',
    ]);
  });

  test('along with any other messages', () => {
    expect(refused({ id: 'Saint 1868', type: 'scroll', title: 'x' })).toHaveLength(2);
  });
});
