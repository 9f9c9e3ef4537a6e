import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMessage, type Level, type Message } from '../../src/model/message.ts';
import { startOf } from '../../src/model/place.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { withLastGood } from '../../src/read/last-good.ts';
import { readDossier } from '../../src/read/read-dossier.ts';
import { messageBanner } from '../../src/site/message-banner.ts';
import { concernsPage } from '../../src/site/pages-concerned.ts';

const folder = mkdtempSync(join(tmpdir(), 'dossier-dev-messages-'));
let before: Dossier;
beforeAll(async () => {
  cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
  before = (await readDossier(folder)).dossier!;
});
afterAll(() => rmSync(folder, { recursive: true }));

const message = (file: string, line = 1, cause?: string, level?: Level): Message =>
  createMessage({
    place: { path: join(folder, file), line, column: 1 },
    rule: 'some-rule',
    reason: 'Unexpected <b>, expected text',
    ...(level === undefined ? {} : { level }),
    ...(cause === undefined ? {} : { cause: startOf(join(folder, cause)) }),
  });

describe('a message concerns', () => {
  test.each([
    [
      'a chapter',
      message('chapters/de/1-tiefe.mdx'),
      ['/de/1-tiefe/', '/parallel/1-tiefe/', '/p/1.0.1/', '/hant/p/1.0.1/'],
    ],
    ['a segment', message('chapters/de/1-tiefe.mdx', 7), ['/de/1-tiefe/', '/parallel/1-tiefe/', '/p/1.1.1/']],
    [
      'a note',
      message('chapters/de/0-anfang.mdx', 5),
      ['/de/0-anfang/', '/parallel/0-anfang/', '/note/1/', '/hant/note/1/'],
    ],
    [
      'a case',
      message('cases/dry-summer/case.yaml'),
      ['/case/dry-summer/', '/hant/cases/', '/de/cases/dry-summer/'],
    ],
    ['a term', message('terms/well.yaml'), ['/term/well/', '/de/terms/', '/de/terms/well/']],
    [
      'an exhibit',
      message('exhibits/figure-1.yaml'),
      ['/de/exhibits/figure-1/', '/de/1-tiefe/', '/welsch/1-tiefe/'],
    ],
    ['works', message('works.json'), ['/work/amt-1950/', '/de/works/', '/de/works/amt-1950/']],
    ['amounts', message('quantities.yaml'), ['/de/data/', '/de/timeline/']],
    [
      'both places of a finding',
      message('cases/dry-summer/case.yaml', 1, 'chapters/de/1-tiefe.mdx'),
      [
        '/case/dry-summer/',
        '/hant/cases/',
        '/de/cases/dry-summer/',
        '/de/1-tiefe/',
        '/parallel/1-tiefe/',
        '/p/1.0.1/',
        '/hant/p/1.0.1/',
      ],
    ],
    ['the whole dossier', message('dossier.yaml'), []],
  ])('%s', (_, said, pages) => {
    const all = [
      '/de/1-tiefe/',
      '/welsch/1-tiefe/',
      '/parallel/1-tiefe/',
      '/de/0-anfang/',
      '/parallel/0-anfang/',
      '/p/1.0.1/',
      '/hant/p/1.0.1/',
      '/p/1.1.1/',
      '/note/1/',
      '/hant/note/1/',
      '/note/2/',
      '/case/dry-summer/',
      '/hant/cases/',
      '/de/cases/dry-summer/',
      '/de/cases/other/',
      '/term/well/',
      '/de/terms/',
      '/de/terms/well/',
      '/term/ocean/',
      '/de/exhibits/figure-1/',
      '/work/amt-1950/',
      '/de/works/',
      '/de/works/amt-1950/',
      '/de/data/',
      '/de/timeline/',
    ];
    expect(
      all
        .filter((address) => concernsPage(before, address, said))
        .filter((address) => !pages.includes(address)),
    ).toEqual([]);
    for (const address of [...pages, '/', '/de/'])
      expect(concernsPage(before, address, said), address).toBe(true);
  });
});

test('what cannot be read is as it was when it last could be, and all else as it is', async () => {
  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  edit('chapters/de/1-tiefe.mdx', (text) => text.replace('Messen', '{'));
  edit('chapters/welsch/1-tiefe.mdx', (text) => text.replace('Mesurer', 'Mesurons'));
  edit('works.json', () => '[');
  edit('terms/well.yaml', () => '\t');
  edit('cases/dry-summer/de.mdx', () => '{');
  rmSync(join(folder, 'chapters/hant/0-anfang.mdx'));
  const fresh = (await readDossier(folder)).dossier!;
  const shown = withLastGood(fresh, before);
  expect(shown.chapters.map(({ edition, id }) => `${edition}/${id}`)).toEqual([
    'de/0-anfang',
    'de/1-tiefe',
    'welsch/0-anfang',
    'welsch/1-tiefe',
  ]);
  const headings = shown.chapters.flatMap(({ segments }) => segments.filter(({ id }) => id === '1.1'));
  expect(headings.map(({ text }) => text)).toEqual(['Messen', 'Mesurons']);
  expect(shown.sources.get(join(folder, 'chapters/de/1-tiefe.mdx'))).toContain('Messen');
  expect(shown.works.map(({ id }) => id)).toEqual(['amt-1950']);
  expect(shown.terms.map(({ id }) => id)).toEqual(['well']);
  expect(shown.cases.flatMap(({ prose }) => prose.map(({ edition }) => edition))).toEqual(['de', 'welsch']);
});

test('a banner says its own messages as text, and counts errors elsewhere', () => {
  const banner = messageBanner(
    [message('works.json', 3)],
    [message('terms/well.yaml'), message('terms/sea.yaml')],
  );
  expect(banner).toContain('works.json:3:1');
  expect(banner).toContain('Unexpected &#x3C;b>, expected text');
  expect(banner).toContain('2 errors on other pages');
  expect(messageBanner([], [message('works.json', 1, undefined, 'todo')])).toBe('');
});
