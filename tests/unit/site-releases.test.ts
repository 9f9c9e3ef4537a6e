import { describe, expect, test } from 'vitest';
import { formerPages, formerPlacesOn } from '../../src/site/former-pages.ts';
import { besideOthers, withMarkedRemark } from '../../src/site/released-html.ts';
import {
  changedLater,
  findReleased,
  releasedSegments,
  releasesOf,
  segmentReleases,
} from '../../src/site/releases.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier } = await fixtureDossier('since-1.0');
const { dossier: unreleased } = await fixtureDossier('dyke');

describe('releases', () => {
  test('mark the editors’ note to a figure or table, not the paper’s source', () => {
    const [frozen] = releasesOf(dossier)[0]!.editions;
    const html = (...below: string[]): string =>
      withMarkedRemark(dossier, frozen!, {
        id: 'table-1',
        units: [],
        notes: [],
        html: `<figure><figcaption><b>Tides</b>${below.map((one) => `<p>${one}</p>`).join('')}</figcaption></figure>`,
      });
    expect(html('Source: a book', 'Read from the text.')).toBe(
      '<figure><figcaption><b>Tides</b><p>Source: a book</p>' +
        '<p data-part="account">Read from the text.</p></figcaption></figure>',
    );
    expect(html('Read from the text.')).toContain('<p data-part="account">Read');
    const paragraph = { id: '1.0.1', units: [], notes: [], html: '<p>a</p>' };
    expect(withMarkedRemark(dossier, frozen!, paragraph)).toBe('<p>a</p>');
  });

  test('have their editions in the original dossier’s order', () => {
    expect(
      releasesOf(dossier).map(({ version, issued, editions }) => [
        version,
        issued,
        editions.map(({ edition }) => edition.id),
      ]),
    ).toEqual([['1.0.0', '1999-01-02', ['zh', 'en']]]);
    expect(releasesOf(unreleased)).toEqual([]);
  });

  test('have pages for paragraphs and the abstract, in the order of the paper', () => {
    expect(releasedSegments(releasesOf(dossier)[0]!)).toEqual([
      'abstract',
      '0.0.1',
      '1.0.1',
      '1.1.1',
      '1.1.2',
      '2.0.1',
      '2.1.1',
      '2.1.2',
    ]);
  });

  test('record which chapter contained a segment', () => {
    const [frozen] = releasesOf(dossier)[0]!.editions;
    expect(findReleased(frozen!, '1.0.1')?.chapter.id).toBe('1-bell');
    expect(findReleased(frozen!, '9.9.9')).toBeUndefined();
  });
});

describe('the releases of a segment', () => {
  const first = { version: '1.0.0', issued: '1999-01-02', changedIn: undefined };

  test('say whether its text has changed since', () => {
    expect(segmentReleases(dossier, '1.0.1')).toEqual({ list: [first], changedSince: false });
    expect(segmentReleases(dossier, '2.1.2')).toEqual({ list: [first], changedSince: true });
  });

  test('say in which editions it changed from one to the next', () => {
    const [release] = dossier.releases.list.value;
    const next = { ...release!, version: '1.1.0', issued: '1999-03-04' };
    const files = dossier.releases.files.map((file) => ({ ...file, version: '1.1.0' }));
    const changed = structuredClone(files);
    const english = changed.find(({ edition }) => edition === 'en')!;
    findReleased(english.value, '1.0.1')!.segment.units = ['Another text.'];
    const twice = {
      ...dossier,
      releases: {
        ...dossier.releases,
        list: { ...dossier.releases.list, value: [next, release!] },
        files: [...dossier.releases.files, ...changed],
      },
    };
    expect(segmentReleases(twice, '1.0.1')).toEqual({
      list: [{ version: '1.1.0', issued: '1999-03-04', changedIn: ['en'] }, first],
      changedSince: true,
    });
    expect(segmentReleases(twice, '2.0.1').list[0]?.changedIn).toEqual([]);
  });

  test('say which segments the present text has otherwise', () => {
    const [release] = releasesOf(dossier);
    expect(
      release!.editions.map((frozen) =>
        [...changedLater(dossier, release!.version, frozen)].includes('2.1.2'),
      ),
    ).toContain(true);
    for (const frozen of release!.editions)
      expect(changedLater(dossier, release!.version, frozen)).not.toContain('1.0.1');
  });

  test('are empty if there are none', () => {
    expect(segmentReleases(dossier, '9.9.9')).toEqual({ list: [], changedSince: false });
    expect(segmentReleases(unreleased, '1.1.1')).toEqual({ list: [], changedSince: false });
  });
});

test('a released segment beside another edition has no ids, but its own notes', () => {
  expect(
    besideOthers(
      '<p id="p1.1.1"><a href="#note-2" id="note-2-mark">2</a> <a href="/x/#note-2">y</a></p>',
      'en',
    ),
  ).toBe('<p><a href="#note-2-en">2</a> <a href="/x/#note-2">y</a></p>');
});

describe('withdrawn or moved content', () => {
  test('has a page that redirects to its successor or says why there is none', () => {
    expect(
      formerPages(dossier).map(({ permalink, resolution, edition }) => [
        permalink.path,
        resolution.status === 'live' ? resolution.path : resolution.status,
        edition?.id,
      ]),
    ).toEqual([
      ['/case/low-water/', 'gone', undefined],
      ['/term/horn/', '/term/fog-bell/', undefined],
      ['/zh/cases/low-water/', 'gone', 'zh'],
      ['/zh/terms/horn/', '/zh/terms/fog-bell/', 'zh'],
      ['/en/cases/low-water/', 'gone', 'en'],
      ['/en/terms/horn/', '/en/terms/fog-bell/', 'en'],
    ]);
  });

  test('has an anchor on its former page', () => {
    expect(
      formerPlacesOn(dossier, '/zh/cases/').map(({ id, resolution }) => [id, resolution.status]),
    ).toEqual([['low-water', 'gone']]);
    expect(formerPlacesOn(dossier, '/zh/terms/')).toEqual([]);
  });

  test('has its anchors on the page that its former page redirects to', () => {
    const since = '1.0.0';
    const moved = {
      ...dossier,
      permalinks: {
        ...dossier.permalinks,
        value: [
          { path: '/en/9-old/', kind: 'chapter' as const, id: '9-old', since, successor: '/en/1-bell/' },
          { path: '/en/9-old/#p9.0.1', kind: 'segment' as const, id: '9.0.1', since, successor: '/p/1.0.1/' },
          // If the new page has an anchor with that id, there is nothing to announce.
          { path: '/en/9-old/#p1.0.1', kind: 'segment' as const, id: '1.0.1', since },
        ],
      },
    };
    expect(formerPages(moved)[0]?.places.map(({ id }) => id)).toEqual(['p9.0.1', 'p1.0.1']);
    expect(formerPlacesOn(moved, '/en/1-bell/').map(({ id, resolution }) => [id, resolution])).toEqual([
      ['p9.0.1', { status: 'live', path: '/p/1.0.1/' }],
    ]);
  });
});
