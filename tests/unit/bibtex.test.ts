import { expect, test } from 'vitest';
import { exportFormats } from '../../src/cite/export.ts';
import { workSchema } from '../../src/model/work.ts';

const write = (format: 'bib' | 'biblatex.bib', record: object): string =>
  exportFormats[format].write([
    workSchema.parse({ id: 'doe-2007', language: 'en', title: 'On Wells', ...record }),
  ]);

const article = {
  type: 'article-newspaper',
  author: [{ family: 'Doe', given: 'J.' }, { literal: 'Office for Wells' }],
  'container-title': 'Wells & Sons',
  issued: { 'date-parts': [[2007, 5, 9]] },
  accessed: { 'date-parts': [[2008, 1, 2]] },
};

test('BibTeX has the fields that its styles print: journal, year, and month as a macro', () => {
  expect(write('bib', article)).toBe(String.raw`@article{doe-2007,
  author = {Doe, J. and {Office for Wells}},
  title = {On Wells},
  journal = {Wells \& Sons},
  language = {en},
  year = {2007},
  day = {9},
  urldate = {2008-01-02},
  month = may,
}
`);
});

test('BibLaTeX has the fields journaltitle and date', () => {
  expect(write('biblatex.bib', article)).toBe(String.raw`@article{doe-2007,
  entrysubtype = {newspaper},
  author = {Doe, J. and {Office for Wells}},
  title = {On Wells},
  journaltitle = {{Wells \& Sons}},
  language = {en},
  langid = {english},
  date = {2007-05-09},
  urldate = {2008-01-02},
}
`);
});

test('BibTeX has a web page as @misc with its site, sorted by title if it has no author', () => {
  const page = write('bib', { type: 'webpage', 'container-title': 'Well Net', URL: 'https://example.org/' });
  expect(page).toMatch(/^@misc\{/);
  expect(page).toContain('  howpublished = {Well Net},\n');
  expect(page).toContain('  key = {On Wells},\n');
});

test('a romanised work has its pinyin where lists sort by it and nothing prints it', () => {
  const work = {
    type: 'book',
    language: 'zh',
    title: '论井',
    author: [{ family: '王', given: '平' }, { literal: '水井局' }],
    custom: {
      romanised: {
        author: [{ family: 'Wang', given: 'Ping' }, { literal: 'Shuijing Ju' }],
        title: 'Lun jing',
      },
    },
  };
  const biblatex = write('biblatex.bib', work);
  expect(biblatex).toContain('  author = {王, 平 and {水井局}},\n');
  expect(biblatex).toContain('  sortname = {Wang, Ping and {Shuijing Ju}},\n  sorttitle = {{Lun jing}},\n');
  expect(write('bib', work)).toContain('  key = {Wang Ping, Shuijing Ju, Lun jing},\n');
});

test('BibTeX distinguishes a book’s series from the book that contains a chapter', () => {
  const book = write('bib', { type: 'book', 'container-title': 'Whole', 'collection-title': 'Series' });
  expect(book).toContain('  howpublished = {Whole},\n  series = {Series},\n');
});

test('braces in an English title keep what sentence case would lower: names, and the first word of a subtitle', () => {
  const titled = (title: string, more: object = {}): string | undefined =>
    /^ {2}title = (.*),$/m.exec(write('bib', { ...article, title, ...more }))?.[1];
  expect(titled('US Wells in Poland: A Guide & More')).toBe(
    String.raw`{{US} Wells in {Poland}: {A} Guide \& More}`,
  );
  expect(titled('The Plan of Mayor Doe', { custom: { sentenceTitle: 'The plan of Mayor Doe' } })).toBe(
    '{The Plan of {Mayor} {Doe}}',
  );
  expect(titled('Über Brunnen', { language: 'de' })).toBe('{{Über Brunnen}}');
});

test('BibTeX, which has no field for a version, names the release in a note', () => {
  expect(write('bib', { ...article, version: '1.2.0', note: 'By Doe.' })).toContain(
    'note = {Release 1.2.0. By Doe.}',
  );
});
