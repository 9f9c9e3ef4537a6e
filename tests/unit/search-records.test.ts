import { cpSync, appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readDossier } from '../../src/read/read-dossier.ts';
import { addressOf, pageOf } from '../../src/search/record.ts';
import { recordsOf } from '../../src/search/records.ts';
import { searchRenderer } from '../../src/render/renderers.ts';

// A table, a formula and code in every text of a page that may contain them.
const folder = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(folder, { recursive: true }));

cpSync('tests/fixtures/dossiers/well', folder, { recursive: true });
const more = '| Jahr | Tiefe |\n| --- | --- |\n| 1951 | 13 |\n\n$$\nh = v t\n$$\n\n```\nx = 1\n```\n';
appendFileSync(join(folder, 'chapters/de/1-tiefe.mdx'), `\n${more.replace(/^(?=.)/gm, '    ')}`);
appendFileSync(join(folder, 'chapters/de/0-anfang.mdx'), `\n{/* 0.0.2 */} Mehr:\n\n${more}`);
appendFileSync(join(folder, 'cases/dry-summer/de.mdx'), `\n${more}`);
const { dossier } = await readDossier(folder);
const edition = dossier!.settings.value.editions[0]!;
const { records } = recordsOf(dossier!, edition, searchRenderer(dossier!));
const all = 'Jahr\nTiefe\n1951\n13\nh = v t\nx = 1';

test.each([
  ['segment', '0.0.2', `Mehr:\n${all}`],
  ['note', '2', `Nur ein Kommentar.\n${all}`],
  [
    'case',
    'dry-summer',
    `Der trockene Sommer\nEin Sommer ohne Regen, in dem der Brunnen versiegte.\nIm Sommer fiel kein Regen; siehe 1.1.2.\n${all}`,
  ],
])('in a %s, every word is found, even in tables, formulas and code', (kind, id, text) => {
  expect(records.find((record) => record.kind === kind && record.id === id)?.text).toBe(text);
});

test('a passage or note has the title of its section, or else of its chapter', async () => {
  const { dossier: canal } = await readDossier('tests/fixtures/dossiers/canal');
  const english = canal!.settings.value.editions.find(({ id }) => id === 'en')!;
  const { records: all, names } = recordsOf(canal!, english, searchRenderer(canal!));
  const sectionOf = (kind: string, id: string) => {
    const { section, title } = all.find((one) => one.kind === kind && one.id === id) ?? {};
    return [section, title];
  };
  expect(sectionOf('segment', '1.1.2')).toEqual(['1.1', 'The level']);
  expect(sectionOf('note', '4')).toEqual(['1.1', 'The level']);
  expect(sectionOf('segment', '1.0.1')).toEqual([undefined, names.chapter['1-water']]);
});

test('what the editors say of a passage, exhibit or term is a record of its own, with its address', async () => {
  const { dossier: canal } = await readDossier('tests/fixtures/dossiers/canal');
  const exhibits = canal!.exhibits.map((exhibit) => ({
    ...exhibit,
    value: { ...exhibit.value, remark: { en: 'Cells joined.', fr: 'Cases réunies.' } },
  }));
  const remarked = { ...canal!, exhibits };
  const { editions } = remarked.settings.value;
  const english = editions.find(({ id }) => id === 'en')!;
  const { records: all } = recordsOf(remarked, english, searchRenderer(remarked));
  const found = all.filter(({ kind }) => kind === 'remark');
  const described = found.map((one) => [
    one.title,
    one.text,
    addressOf(one, 'en', editions),
    pageOf(one, 'en', editions),
  ]);
  expect(described).toContainEqual([
    '1.1.2',
    'The paper prints “71 days”. The book that note 4 cites has 61.',
    expect.stringMatching(/^\/en\/1-[a-z-]+\/#editor-note-1\.1\.2-1$/),
    '/p/1.1.2/#editor-note-1.1.2-1',
  ]);
  const table = '/en/exhibits/table-1/#editor-note-table-1';
  expect(described).toContainEqual(['Table 1', 'Cells joined.', table, table]);
  expect(found.find(({ id }) => id === 'term-draught-mark')?.on).toEqual({
    kind: 'term',
    id: 'draught-mark',
  });
  expect(
    all.filter(({ text }) => text.includes('Cells joined.')).every(({ kind }) => kind === 'remark'),
  ).toBe(true);
});

test('the paper has the names by which readers ask for it, also in pinyin and without spaces', () => {
  const settings = dossier!.settings.value;
  const paper = {
    ...settings.paper,
    authors: [{ zh: { family: '李', given: '大海' }, en: { family: 'Li', given: 'Dahai' } }],
    journal: { zh: '水利', en: 'Water Works' },
    DOI: '10.1000/182',
  };
  const withNames = { ...dossier!, settings: { ...dossier!.settings, value: { ...settings, paper } } };
  const { records: all } = recordsOf(withNames, edition, searchRenderer(withNames));
  const keys = all.find(({ kind }) => kind === 'paper')?.keys;
  const names = [
    '李大海',
    'lidahai',
    'Li Dahai',
    'LiDahai',
    'Dahai Li',
    '水利',
    'shuili',
    'Water Works',
    '10.1000/182',
  ];
  expect(keys).toEqual(expect.arrayContaining(names));
  expect(keys).toEqual(expect.arrayContaining(Object.values(paper.title)));
});
