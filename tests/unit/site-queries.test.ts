import { describe, expect, test } from 'vitest';
import { overviews } from '../../src/site/navigation.ts';
import { chapterIn, markOf, noteIn, segmentIn } from '../../src/read/text-in.ts';
import {
  chapterHead,
  citationsOf,
  listEntries,
  nameOf,
  noteNumbers,
  pagedSegments,
  pagesOf,
  reasonsOf,
} from '../../src/site/queries.ts';
import { referencesTo } from '../../src/cite/reference.ts';
import { workSchema } from '../../src/model/work.ts';
import { orderWorks } from '../../src/site/work-order.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier: well } = await fixtureDossier('well');
const { dossier: dyke, edition } = await fixtureDossier('dyke');
const lamp = await fixtureDossier('lamp');
const [zh, en] = [edition('zh'), edition('en')];

describe('a chapter', () => {
  test('is found in the editions that have it', () => {
    expect(chapterIn(dyke, 'zh', '3-lines')?.segments.map(({ id }) => id)).toEqual([
      '3.0.1',
      '3.0.2',
      '3.0.3',
    ]);
    expect(chapterIn(dyke, 'en', '3-lines')).toBeUndefined();
  });

  test('runs from its first printed page to its last, without the abstract before it', () => {
    const chapter = chapterIn(dyke, 'zh', '3-lines')!;
    const [first, second, last] = chapter.segments;
    const segments = [
      { ...first!, type: 'abstract' as const, pages: [1, 1] as [number, number] },
      { ...second!, pages: [2, 3] as [number, number] },
      { ...last!, pages: [3, 5] as [number, number] },
    ];
    expect(pagesOf({ ...chapter, segments })).toEqual([2, 5]);
    expect(pagesOf({ ...chapter, segments: [] })).toBeUndefined();
  });

  test('has its title in the settings', () => {
    expect(chapterHead(well, '1-tiefe').title).toEqual({
      de: 'Die Tiefe',
      welsch: 'La profondeur',
      hant: '深度',
    });
    expect(() => chapterHead(well, '9-ende')).toThrow('No chapter “9-ende” in dossier.yaml');
  });
});

describe('a segment', () => {
  test('is found in the editions that have it', () => {
    expect(segmentIn(well, 'de', '1.0.1')?.chapter).toBe('1-tiefe');
    expect(segmentIn(well, 'hant', '1.0.1')).toBeUndefined();
    expect(segmentIn(well, 'nobody', '1.0.1')).toBeUndefined();
  });

  test('has a page of its own if it is a paragraph or the abstract', () => {
    expect(pagedSegments(well)).toEqual(['abstract', '0.0.1', '1.0.1', '1.1.1', '1.1.2']);
  });

  test('is found independently in another dossier', () => {
    expect(segmentIn(dyke, 'en', '2.4.2')?.chapter).toBe('2-actions');
    expect(segmentIn(well, 'de', '2.4.2')).toBeUndefined();
  });
});

describe('a note', () => {
  test('is found by its number, with the place of its mark', () => {
    expect(noteNumbers(well)).toEqual([1, 2]);
    expect(noteIn(well, 'de', 2)?.comment).toBe('Nur ein Kommentar.');
    expect(noteIn(well, 'hant', 2)).toBeUndefined();
    expect(markOf(well, 'de', 1)).toMatchObject({ segment: '0.0.1', unit: 2, page: 7 });
  });

  test('is found by the works that it cites', () => {
    expect(
      citationsOf(dyke, 'zh', 'li-1979').map(({ note, citation }) => [note.number, citation.locator?.value]),
    ).toEqual([
      [2, '88—89'],
      [4, '21'],
      [6, '93'],
      [10, '41'],
      [21, '120'],
    ]);
  });
});

describe('an entry', () => {
  test('has its name in the edition, a work its title, and an unknown entry its id', () => {
    expect(nameOf(dyke, 'actor', 'dyke-board', en)).toBe('Dyke Board');
    expect(nameOf(dyke, 'work', 'li-1979', en)).toBe('海堤与乡约');
    expect(nameOf(dyke, 'case', 'nothing', en)).toBe('nothing');
  });

  test('is listed in the language’s order', () => {
    expect(listEntries(dyke, 'actor', zh).map(({ name }) => name)).toEqual([
      '《岸报》',
      '北滩乡',
      '堤工局',
      '南滩乡',
      '盐户公会',
      '州府',
    ]);
    expect(listEntries(dyke, 'actor', en).map(({ name }) => name)).toEqual([
      'Dyke Board',
      'North Shoal',
      'prefecture',
      'Salters’ Guild',
      'Shore Post',
      'South Shoal',
    ]);
  });
});

test('an overview page exists only if it has content', () => {
  expect(overviews(dyke, en).map(({ address }) => address)).toEqual([
    '/en/argument/',
    '/en/timeline/',
    '/en/data/',
  ]);
  expect(overviews(lamp.dossier, lamp.edition('en'))).toEqual([]);
});

test('the reason for a withdrawal is given once in each language shown', () => {
  const permalink = { path: '/zh/cases/low-water/', kind: 'case', id: 'low-water', since: '1.0.0' } as const;
  const gone = { zh: '不再单列。', en: 'It is no longer told apart.' };
  expect(reasonsOf({ ...permalink, gone }, [en])).toEqual(['It is no longer told apart.']);
  expect(reasonsOf({ ...permalink, gone: { zh: '同。', en: '同。' } }, [zh, en])).toEqual(['同。']);
  expect(reasonsOf(permalink, [zh])).toEqual([]);
});

test('works in the reader’s script come first, Chinese ones by pinyin, others alphabetically', () => {
  const works = dyke.works.map(({ value }) => ({ item: value }));
  const { entry } = referencesTo(works.map(({ item }) => item));
  const ids = ['north-shoal-1859', 'chen-1958', 'dyke-board-1844', 'dyke-board-1872', 'li-1979'];
  expect(
    orderWorks(works, 'zh-Hans', (item) => entry(item, 'journal'))
      .slice(0, 5)
      .map(({ item }) => item.id),
  ).toEqual(ids);
  expect(
    orderWorks(works, 'en', (item) => entry(item, 'chicago'))
      .slice(0, 4)
      .map(({ item }) => item.id),
  ).toEqual(['hall-1881', 'moor-1968', 'shore-post-1883', 'shore-post-1884']);
  const filed = orderWorks(works, 'zh-Hans', (item) => entry(item, 'journal'));
  expect(filed[1]?.filedAs).toMatch(/^chen /);
});

test('works are sorted by what the style prints first: a particle where it begins the entry, the site if there is no author', () => {
  const work = (id: string, rest: object) =>
    workSchema.parse({ id, type: 'webpage', language: 'en', title: 'On Dykes', ...rest });
  const ibsen = { family: 'Ibsen', given: 'Ann' };
  const works = [
    work('zeta-nd', { title: 'A New Lamp', 'container-title': 'The Evening Sheet' }),
    work('biden-nd', { title: 'The Harbour Plan' }),
    work('de-carp-nd', { author: [{ family: 'de Carp', given: 'Eva' }] }),
    work('ibsen-nda', { author: [ibsen], title: 'Sluices' }),
    work('ibsen-ndb', { author: [ibsen, { family: 'Dole', given: 'Bo' }], title: 'Gates' }),
    work('ibsen-ndd', { author: [ibsen, { family: 'Ash', given: 'Zoe' }], title: 'Weirs' }),
    work('ibsen-ndc', { author: [ibsen], title: 'Sand' }),
    work('dab-nd', { author: [{ literal: 'DAB' }] }),
    work('daal-nd', { author: [{ literal: 'Daal' }] }),
  ].map((item) => ({ item }));
  const { entry } = referencesTo(works.map(({ item }) => item));
  expect(orderWorks(works, 'en', (item) => entry(item, 'chicago')).map(({ item }) => item.id)).toEqual([
    'daal-nd',
    'dab-nd',
    'de-carp-nd',
    'zeta-nd',
    'biden-nd',
    'ibsen-ndc',
    'ibsen-nda',
    'ibsen-ndd',
    'ibsen-ndb',
  ]);
  // This style prints given names first, and titles before sites.
  expect(orderWorks(works, 'en', (item) => entry(item, 'journal')).map(({ item }) => item.id)).toEqual([
    'de-carp-nd',
    'daal-nd',
    'dab-nd',
    'biden-nd',
    'ibsen-ndc',
    'ibsen-nda',
    'ibsen-ndd',
    'ibsen-ndb',
    'zeta-nd',
  ]);
});
