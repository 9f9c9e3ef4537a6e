import { toString } from 'hast-util-to-string';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { filesOf, missingPackageNotices } from '../../src/export/forms.ts';
import { bookSource } from '../../src/export/pdf/book.ts';
import { pdf } from '../../src/export/pdf/pdf.ts';
import { copiedLabelOf } from '../../src/render/label.ts';
import { htmlRenderer } from '../../src/site/html.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';
import { hasText, lettersOf, readPdf, type ReadPdf } from '../support/read-pdf.ts';

const { dossier } = await fixtureDossier('canal');
const files = filesOf(dossier, pdf);
const [english, both] = (await Promise.all([files[0]!, files[2]!].map(readPdf))) as [ReadPdf, ReadPdf];
const lettersIn = ({ pages }: ReadPdf): string => pages.map(({ letters }) => letters).join('');
const chaptersOf = (edition: string) => dossier.chapters.filter((one) => one.edition === edition);
const marginals = ({ pages }: ReadPdf, isIn: (x: number, width: number) => boolean): string[] =>
  pages.flatMap(({ items, width }) => items.flatMap(({ text, x }) => (isIn(x, width) ? [text.trim()] : [])));

test('exists for each edition, and for all side by side', () => {
  expect(files.map(({ name, editions }) => [name, editions.length])).toEqual([
    ['sample-1931-v1.0.0-en.pdf', 1],
    ['sample-1931-v1.0.0-fr.pdf', 1],
    ['sample-1931-v1.0.0-en-fr.pdf', 2],
  ]);
});

test('has every sentence of its edition, in the order of the paper', () => {
  let at = 0;
  const letters = lettersIn(english);
  for (const { segments } of chaptersOf('en'))
    for (const { id, units } of segments)
      for (const { index, text } of units) {
        // If a sentence continues on the next page, the notes of the first page divide its text.
        if (!letters.includes(lettersOf(text)) && hasText(english, text)) continue;
        const found = letters.indexOf(lettersOf(text), at);
        expect(found, `${id}-${index} ${text}`).toBeGreaterThanOrEqual(at);
        at = found;
      }
});

test('has every sentence of every edition side by side', () => {
  const units = dossier.chapters.flatMap(({ segments }) => segments.flatMap((one) => one.units));
  expect(units.length).toBeGreaterThan(60);
  expect(units.filter(({ text }) => !hasText(both, text)).map(({ text }) => text)).toEqual([]);
  expect(hasText(both, 'The boat may wait for the engineers.')).toBe(false);
});

test('exists for editions in the same language', async () => {
  const { dossier: bridge } = await fixtureDossier('bridge');
  const [zh, en] = bridge.settings.value.editions;
  const settings = { ...bridge.settings.value, editions: [zh!, { ...en!, lang: 'zh-Hans' }] };
  const twice = { ...bridge, settings: { ...bridge.settings, value: settings } };
  expect(bookSource(twice, settings.editions).match(/"zh-Hans": "CN"/g)).toHaveLength(1);
  const read = await readPdf(filesOf(twice, pdf)[2]!);
  expect(hasText(read, '法国修建了三座吊桥')).toBe(true);
  expect(hasText(read, 'France built three suspension bridges')).toBe(true);
});

describe('a note', () => {
  const notes = chaptersOf('en').flatMap((one) => one.notes);
  const html = htmlRenderer(dossier, '');
  const said = (note: (typeof notes)[number]): string =>
    lettersOf(toString(fromHtml(html.note(note), { fragment: true })));

  test('is at the bottom of the page with its mark', () => {
    expect(notes).toHaveLength(11);
    for (const note of notes) {
      const isMark = ({ text }: { text: string }): boolean => text.trim() === String(note.number);
      const marks = english.pages.map(({ letters, items }) =>
        letters.includes(said(note)) ? items.filter(isMark).length : 0,
      );
      // One match in the text, and one before the note itself.
      expect(Math.max(...marks), `marks of note ${note.number}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('is tagged as a note', () => {
    const roles = english.pages.flatMap((one) => one.roles);
    expect(roles.filter((role) => role === 'Note')).toHaveLength(11);
  });
});

describe('in the margin', () => {
  test('every paragraph has its number', () => {
    const numbers = marginals(english, (x) => x < 70);
    const ids = chaptersOf('en').flatMap(({ segments }) =>
      segments.flatMap(({ id, type }) => (type === 'paragraph' ? [id] : [])),
    );
    expect(ids.length).toBeGreaterThan(8);
    expect(numbers).toEqual(expect.arrayContaining(ids));
  });

  test('the beginning of every printed page of the paper is marked, if it is known', async () => {
    const [only] = filesOf((await fixtureDossier('moon-table')).dossier, pdf);
    const read = await readPdf(only!);
    expect(marginals(read, (x, width) => x > width - 56).filter(Boolean)).toEqual(['102', '103', '104']);
    expect(marginals(english, (x, width) => x > width - 56).filter(Boolean)).toEqual([]);
  });
});

test('says on every page whose words it contains', () => {
  const [first, second] = dossier.settings.value.editions;
  const label = (edition: typeof first): string => lettersOf(copiedLabelOf(dossier.settings.value, edition!));
  for (const { letters } of english.pages) expect(letters).toContain(label(first));
  for (const { letters } of both.pages) {
    expect(letters).toContain(label(first));
    expect(letters).toContain(label(second));
  }
});

test('has an index of the pages that mention a case or term', () => {
  const at = english.pages.findIndex(({ items }) =>
    items.some(({ text }) => text === 'Index of cases and terms'),
  );
  const index = english.pages.at(-1)!;
  expect(at).toBeGreaterThan(0);
  const { value } =
    dossier.terms.find(({ id }) => lettersIn(english).includes(lettersOf(id))) ?? dossier.terms[0]!;
  const name = value.name['en']!;
  const entry = index.items.findIndex(({ text }) => text.trim() === name);
  const pages = index.items
    .slice(entry + 1)
    .map(({ text }) => text.trim())
    .filter(Boolean);
  expect(english.pages[Number(pages[0]) - 1]!.letters.toLowerCase()).toContain(lettersOf(name).toLowerCase());
});

test('is tagged, has a title, and is easy to navigate', () => {
  expect(english).toMatchObject({ isTagged: true, language: 'en-GB' });
  expect(english.title).toContain(dossier.settings.value.paper.title['en']);
  expect(Buffer.from(english.bytes).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  const { chapters } = dossier.settings.value;
  for (const { title } of chapters) expect(english.bookmarks.join('\n')).toContain(title['en']);
  expect(english.pages.flatMap(({ roles }) => roles)).toEqual(
    expect.arrayContaining(['H1', 'H2', 'P', 'L', 'Table', 'TH', 'Figure', 'Formula', 'Link']),
  );
});

test('uses only fonts from packages', async () => {
  const chinese = await readPdf(filesOf((await fixtureDossier('since-1.2')).dossier, pdf)[0]!);
  const fonts = new Set([...english.pages, ...chinese.pages].flatMap((one) => one.fonts));
  expect([...fonts].map((name) => name.replace(/-.*$/, '')).sort()).toEqual(
    expect.arrayContaining(['NotoSerifSC', 'SourceSerif4']),
  );
  for (const font of fonts) expect(font).toMatch(/^(?:NotoSerifSC|SourceSerif4|NewCMMath)-/);
});

test('is byte-identical whenever and wherever it is made', async () => {
  const { TZ } = process.env;
  try {
    process.env['TZ'] = 'Pacific/Auckland';
    const [again] = filesOf({ ...(await fixtureDossier('canal')).dossier }, pdf);
    expect(Buffer.from(await again!.make()).equals(english.bytes)).toBe(true);
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
});

test('shows a box for a letter without a glyph in any font', async () => {
  const { settings } = dossier;
  const paper = { ...settings.value.paper, title: { en: 'Locks and مياه', fr: 'Écluses' } };
  const changed = { ...dossier, settings: { ...settings, value: { ...settings.value, paper } } };
  const { pages } = await readPdf(filesOf(changed, pdf)[0]!);
  expect(pages[0]!.items.map(({ text }) => text).join('')).toContain('Locks and □□□□');
});

describe('is not made', () => {
  test('in scripts that the fonts do not cover', () => {
    const { settings } = dossier;
    const editions = settings.value.editions.map((one) => (one.id === 'fr' ? { ...one, lang: 'fa' } : one));
    const other = { ...dossier, settings: { ...settings, value: { ...settings.value, editions } } };
    expect(filesOf(other, pdf).map(({ name }) => name)).toEqual(['sample-1931-v1.0.0-en.pdf']);
  });

  test('without its packages, which is reported', () => {
    expect(missingPackageNotices([pdf])).toEqual([]);
    expect(missingPackageNotices([{ ...pdf, missing: () => ['wawoff2'] }])).toEqual([
      'Left out: books in PDF, one of each edition and one of all editions side by side. Not installed: wawoff2 (npm install --include=optional).',
    ]);
  });
});
