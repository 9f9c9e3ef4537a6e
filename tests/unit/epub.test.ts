import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { epub } from '../../src/export/epub/epub.ts';
import { filesOf } from '../../src/export/forms.ts';
import { htmlId, unitHtmlId } from '../../src/model/segment-id.ts';
import { labelOf } from '../../src/render/label.ts';
import type { Dossier } from '../../src/read/dossier.ts';
import { complaintsOf, elementsOf, readBook, type Book } from '../support/read-book.ts';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const booksOf = async (dossier: Dossier) =>
  Promise.all(filesOf(dossier, epub).map(async (file) => ({ ...file, book: await readBook(file) })));
const idsIn = (book: Book): string[] =>
  elementsOf(book).flatMap(({ file, element }) => {
    const { id } = element.properties;
    return typeof id === 'string' ? [`${file}#${id}`] : [];
  });

const { dossier } = await fixtureDossier('canal');
const books = await booksOf(dossier);
const [english, french, both] = books.map(({ book }) => book) as [Book, Book, Book];

test('exists for each edition, and for all side by side', () => {
  expect(books.map(({ name }) => name)).toEqual([
    'sample-1931-v1.0.0-en.epub',
    'sample-1931-v1.0.0-fr.epub',
    'sample-1931-v1.0.0-en-fr.epub',
  ]);
});

test.each(['canal', 'lamp'])('is valid for any dossier: %s', async (name) => {
  const made = await booksOf((await fixtureDossier(name)).dossier);
  expect(made.length).toBeGreaterThan(0);
  for (const { book, name: file } of made) expect(await complaintsOf(book, file)).toEqual([]);
});

test('has every segment of its edition, with the same id as on the site', () => {
  for (const [book, edition] of [
    [english, 'en'],
    [french, 'fr'],
  ] as const) {
    const ids = idsIn(book).map((one) => one.split('#')[1]);
    const segments = dossier.chapters.filter((one) => one.edition === edition).flatMap((one) => one.segments);
    expect(segments.length).toBeGreaterThan(10);
    for (const { id, units } of segments) {
      expect(ids).toContain(htmlId(id));
      for (const { index } of units) expect(ids).toContain(unitHtmlId(id, index));
    }
  }
});

test('has no duplicate ids in a document', () => {
  for (const { book } of books) expect(idsIn(book)).toEqual([...new Set(idsIn(book))]);
});

test('has no broken internal links', () => {
  for (const { book } of books) {
    const known = new Set([...idsIn(book), ...book.documents.keys()]);
    const links = elementsOf(book).flatMap(({ file, element }) => {
      const { href } = element.properties;
      return element.tagName === 'a' && typeof href === 'string' && !/^[a-z]+:/.test(href)
        ? [href.startsWith('#') ? `${file}${href}` : href]
        : [];
    });
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
  }
});

describe('a note', () => {
  const notes = (book: Book) =>
    elementsOf(book).filter(({ element }) => String(element.properties['id']).match(/^note-\d+$/));
  const marks = (book: Book) =>
    elementsOf(book).filter(
      ({ element }) =>
        /^#note-\d+$/.test(String(element.properties['href'])) &&
        element.properties['role'] === 'doc-noteref',
    );

  test('is marked up as a footnote in both vocabularies, so that readers can show it over the text', () => {
    expect(notes(english)).toHaveLength(11);
    for (const { element } of [...notes(english), ...notes(both)])
      expect(element).toMatchObject({
        tagName: 'aside',
        properties: { role: 'doc-footnote', 'epub:type': 'footnote' },
      });
  });

  test('has a superscript mark in the same document, and a back link', () => {
    expect(marks(english)).toHaveLength(11);
    for (const { element, parent } of marks(english)) {
      expect(parent).toMatchObject({ tagName: 'sup' });
      expect(element.properties).toMatchObject({ 'epub:type': 'noteref' });
    }
    const back = elementsOf(english).filter(({ element }) => element.properties['role'] === 'doc-backlink');
    expect(back.length).toBeGreaterThanOrEqual(11);
  });

  test('is marked in both languages of a pair', () => {
    expect(marks(both).length).toBe(marks(english).length + marks(french).length);
    expect(notes(both)).toHaveLength(notes(english).length);
  });
});

test('marks the source checks of a sentence after it', () => {
  const { element } = elementsOf(english).find(
    ({ element: one }) => String(one.properties['id']) === `check-${dossier.checks.value[0]!.id}`,
  )!;
  expect(element.properties).toMatchObject({ role: 'doc-footnote' });
  const marks = elementsOf(english).filter(({ element: one }) =>
    String(one.properties['href']).startsWith('#check-'),
  );
  expect(marks[0]).toMatchObject({
    parent: { tagName: 'sup' },
    element: { properties: { 'epub:type': 'noteref', role: 'doc-noteref' } },
  });
});

test('shows pairs as separate blocks, with the language of each', () => {
  const pairs = elementsOf(both).filter(({ element }) => String(element.properties['className']) === 'pair');
  expect(pairs.length).toBeGreaterThan(20);
  for (const { element } of pairs)
    expect(element.children.map((one) => one.type === 'element' && one.properties['lang'])).toEqual([
      'en-GB',
      'fr',
    ]);
});

test('gives the translated title of a source in brackets, in the edition that has one', () => {
  const cases = (book: Book): string => toString(book.documents.get('cases.xhtml')!);
  expect(cases(french)).toContain('The Driest Summer [L’été le plus sec]');
  expect(cases(english)).toContain('The Driest Summer');
  expect(cases(english)).not.toContain('L’été le plus sec');
});

test('links cases and terms to the text, and back', () => {
  const [first] = dossier.cases;
  const hrefs = (file: string): string[] =>
    elementsOf(english).flatMap((one) => (one.file === file ? [String(one.element.properties['href'])] : []));
  const chapters = [...english.documents.keys()].filter((file) => file.startsWith('chapter-'));
  expect(chapters.flatMap(hrefs)).toContain(`cases.xhtml#case-${first!.id}`);
  expect(hrefs('cases.xhtml').filter((href) => /^chapter-.*#p\d/.test(href)).length).toBeGreaterThan(0);
  expect(hrefs('terms.xhtml').filter((href) => /^chapter-.*#p\d/.test(href)).length).toBeGreaterThan(0);
});

test('says in every chapter whose words it contains', () => {
  for (const { book, editions } of books)
    for (const edition of editions) {
      const label = labelOf(dossier.settings.value, edition).slice(0, 30);
      const lacking = [...book.documents.keys()].filter(
        (file) => /^(?:chapter|abstract|title)/.test(file) && !book.text(`EPUB/${file}`).includes(label),
      );
      // A chapter that the edition lacks has no text to label.
      const unwritten = (file: string): boolean =>
        !dossier.chapters.some(
          ({ id, edition: own }) => own === edition.id && file === `chapter-${id}.xhtml`,
        );
      expect(lacking.filter((file) => !unwritten(file))).toEqual([]);
    }
});

describe('printed pages', () => {
  test('are listed if they are known', async () => {
    const [only] = await booksOf((await fixtureDossier('moon-table')).dossier);
    const nav = only!.book.text('EPUB/nav.xhtml');
    const [, list = ''] = nav.split('epub:type="page-list"');
    expect([...list.matchAll(/>(\d+)<\/a>/g)].map(([, page]) => page)).toEqual(['101', '102', '103', '104']);
    expect(only!.book.text('EPUB/package.opf')).toContain('>pageBreakMarkers<');
  });

  test('are not mentioned if they are unknown', () => {
    expect(english.text('EPUB/nav.xhtml')).not.toContain('page-list');
    expect(english.text('EPUB/package.opf')).not.toContain('pageBreak');
  });
});

test('describes its accessibility', () => {
  const opf = both.text('EPUB/package.opf');
  for (const property of [
    'accessMode',
    'accessModeSufficient',
    'accessibilityFeature',
    'accessibilityHazard',
    'accessibilitySummary',
  ])
    expect(opf).toContain(`property="schema:${property}"`);
  expect(opf).toContain('<dc:language>en-GB</dc:language>\n<dc:language>fr</dc:language>');
});

test('has an uncompressed mimetype as its first entry, and no fonts', () => {
  expect(english.names[0]).toBe('mimetype');
  expect(Buffer.from(english.bytes.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
  expect(english.names.filter((name) => /\.(?:woff2?|ttf|otf)$/.test(name))).toEqual([]);
});

test('is of the same bytes whenever and wherever it is made', async () => {
  const { TZ } = process.env;
  try {
    process.env['TZ'] = 'Pacific/Auckland';
    const [again] = filesOf({ ...(await fixtureDossier('canal')).dossier }, epub);
    expect(Buffer.from(await again!.make()).equals(english.bytes)).toBe(true);
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
});
