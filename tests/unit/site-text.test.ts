import { describe, expect, test } from 'vitest';
import { translationsFor } from '../../src/i18n/translations.ts';
import { parseNotation } from '../../src/markdown/parse.ts';
import { remarkHtml } from '../../src/markdown/remark-html.ts';
import { chapterMarkdown } from '../../src/render/chapter-markdown.ts';
import { renderContext } from '../../src/render/render-context.ts';
import { htmlRenderer, renderFormula } from '../../src/site/html.ts';
import { correspondenceOf } from '../../src/site/correspondence.ts';
import { editionsOf, inColumns, parallelSegments } from '../../src/site/parallel.ts';
import { chapterIn, noteIn, segmentIn } from '../../src/read/text-in.ts';
import { VFile } from 'vfile';
import { fixtureDossier } from '../support/fixture-dossier.ts';

const { dossier: well, edition: wellEdition } = await fixtureDossier('well');
const { dossier: dyke, edition } = await fixtureDossier('dyke');
const html = htmlRenderer(well, '/base/');

describe('the text of a dossier', () => {
  test('has no ids outside its chapter, and all links begin with the base path', () => {
    expect(html.segment(segmentIn(well, 'de', '1.1.2')!)).toBe(
      '<p><span data-unit="1">Der <a href="/base/de/cases/dry-summer/">trockene Sommer</a> kam. Das Wasser ging.</span> <span data-unit="2">Siehe <a href="/base/de/1-tiefe/#p1.0.1">oben</a>, <a href="/base/de/1-tiefe/#note-2">Anmerkung 2</a>, <a href="/base/de/exhibits/figure-1/">die Zeichnung</a> und <a href="https://example.org/">das Netz</a>.</span></p>',
    );
  });

  test('links to its notes on the page, or in the chapter if the page has none', () => {
    const segment = segmentIn(well, 'de', '0.0.1')!;
    expect(html.segment(segment)).toContain('href="#note-1"');
    expect(html.segment(segment, 'in chapter')).toContain('href="/base/de/0-anfang/#note-1"');
  });

  test('has its ids and permalinks in its chapter', () => {
    expect(html.inChapter(segmentIn(well, 'de', 'abstract')!)).toMatch(
      /^<p id="abstract"><a href="\/base\/de\/p\/abstract\/" class="permalink"[^>]*>Abstract<\/a><span id="abstract-1">/,
    );
  });

  test('has the number of a heading in its chapter, separate from its text', () => {
    const heading = segmentIn(dyke, 'en', '1.1')!;
    const own = htmlRenderer(dyke, '/base/');
    expect(own.inChapter(heading)).toBe('<h2 id="p1.1" data-number="1.1">The dyke as a boundary</h2>');
    expect(own.segment(heading)).toBe('<h2>The dyke as a boundary</h2>');
  });

  test('has the full-width marks around a linked name outside the link', () => {
    expect(htmlRenderer(dyke, '/base/').segment(segmentIn(dyke, 'zh', '2.4.2')!)).toContain(
      '《<a href="/base/zh/actors/shore-post/">岸报</a>》',
    );
  });

  test('keeps a number with its unit, and no line begins with the space before a number', () => {
    const text = htmlRenderer(dyke, '/base/').segment(segmentIn(dyke, 'zh', '2.4.2')!);
    expect(text).toContain('由1<span class="marked">0元</span>跌<span class="marked">到4元</span>');
    expect(text).toContain('。</span><span data-unit="2"><span class="marked">1884年</span>');
    const shown = (name: string, value: string): string =>
      htmlRenderer(dyke, '/base/').unit(
        [
          { type: 'link', url: '#a', children: [{ type: 'text', value: name }] },
          { type: 'text', value },
        ],
        '9.9.9',
        1,
        'zh',
      );
    expect(shown('堤工', '于2020年7月')).toBe(
      '<p><a href="#a">堤工</a>于2<span class="marked">020年7月</span></p>',
    );
    expect(shown('堤工', '41人')).toBe(
      '<p><a href="#a">堤工</a><span class="autospace"></span><wbr><span class="marked">41人</span></p>',
    );
    expect(shown('Dyke', '41人')).toBe('<p><a href="#a">Dyke</a><span class="marked">41人</span></p>');
  });

  test('prints references to works in notes', () => {
    expect(html.note(noteIn(well, 'de', 1)!)).toContain(
      '<cite lang="de">Amt für Wasser, <a href="/base/de/works/amt-1950/"><i>Brunnen in',
    );
  });

  test('has the full stop of a note inside the quotation marks that end its reference', () => {
    // Note 21 cites a web page again by author and title.
    const note = noteIn(dyke, 'en', 21)!;
    expect(htmlRenderer(dyke, '/base/').note(note)).toMatch(/\.”<\/cite><\/span>(?!\.)/);
  });

  test('has formulas as MathML', () => {
    expect(renderFormula('C = S')).toMatch(/<math [^>]*display="block">/);
  });
});

describe('editions side by side', () => {
  const segments = parallelSegments(well, html, '1-tiefe');
  const rowsOf = (id: string) =>
    segments
      .find((one) => one.id === id)!
      .rows.map(({ unit, cells }) => [unit, ...cells.map(({ edition: { id: own } }) => own)]);

  test('are those that have the chapter', () => {
    expect(editionsOf(well, '0-anfang').map(({ id }) => id)).toEqual(['de', 'welsch', 'hant']);
    expect(editionsOf(well, '1-tiefe').map(({ id }) => id)).toEqual(['de', 'welsch']);
  });

  test('correspond unit by unit', () => {
    expect(rowsOf('1.0.1')).toEqual([
      [1, 'de', 'welsch'],
      [2, 'de', 'welsch'],
    ]);
  });

  test('correspond segment by segment if it contains more than units', () => {
    // A segment with a list and one with a table.
    expect(rowsOf('1.1.1')).toEqual([[undefined, 'de', 'welsch']]);
    expect(rowsOf('1.1')).toEqual([[undefined, 'de', 'welsch']]);
  });

  test('have an empty cell if one lacks the segment', () => {
    const french = chapterIn(well, 'welsch', '1-tiefe')!;
    const without = {
      ...well,
      chapters: well.chapters.map((chapter) =>
        chapter === french
          ? { ...french, segments: french.segments.filter(({ id }) => id !== '1.0.1') }
          : chapter,
      ),
    };
    const [first] = parallelSegments(without, html, '1-tiefe').filter(({ id }) => id === '1.0.1');
    expect(first?.rows.map(({ cells }) => cells.map(({ html: cell }) => cell !== undefined))).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  test('have the whole original beside the rows of editions that correspond unit by unit', () => {
    const { editions } = well.settings.value;
    const value = {
      ...well.settings.value,
      editions: editions.map((one) => (one.id === 'hant' ? { ...one, role: 'original' as const } : one)),
    };
    const beside = { ...well, settings: { ...well.settings, value } };
    const [, paragraph] = parallelSegments(beside, html, '0-anfang');
    expect(paragraph?.whole.map(({ edition: { id } }) => id)).toEqual(['hant']);
    expect(paragraph?.rows.map(({ cells }) => cells.map(({ edition: { id } }) => id))).toEqual([
      ['de', 'welsch'],
      ['de', 'welsch'],
    ]);
  });
});

describe('the abstract', () => {
  test('is left out of the chapter that it is written in, for the page to show', () => {
    const parsed = parseNotation('{/* abstract */} Kurz.\n\n- Auch.\n\n{/* 0.0.1 */} Lang.', 'de/0.mdx');
    if ('messages' in parsed) throw new Error('cannot be parsed');
    const { tree } = parsed;
    const context = { ...renderContext(well, '/'), withAnchors: true };
    void remarkHtml.call(undefined as never, () => context)?.(
      tree,
      new VFile({ path: 'de/0.mdx' }),
      () => {},
    );
    expect(tree.children.map(({ data }) => data?.segment)).toEqual(['0.0.1']);
  });

  test('precedes the heading of the chapter in Markdown, under its own heading', () => {
    const written = chapterMarkdown(dyke, edition('en'), chapterIn(dyke, 'en', '0-introduction')!);
    expect(written.match(/^(?:# .*|> Paraphrase|<a id="[^"]*">)/gm)).toEqual([
      '# Abstract',
      '> Paraphrase',
      '<a id="abstract">',
      '# Introduction',
      '<a id="p0.0.1">',
      '<a id="p0.0.2">',
      '> Paraphrase',
    ]);
  });

  test('is not part of other chapters', () => {
    const written = chapterMarkdown(well, wellEdition('de'), chapterIn(well, 'de', '1-tiefe')!);
    expect(written.match(/^#+ .*/gm)?.[0]).toBe('# Die Tiefe');
  });
});

test('the columns of a parallel page begin with the page’s language if they are two, or else are in the dossier’s order', () => {
  const editions = well.settings.value.editions;
  const [de, welsch, hant] = editions;
  const ids = (some: typeof editions, first: (typeof editions)[number]) =>
    inColumns(some, first).map(({ id }) => id);
  expect(ids([de!, welsch!], welsch!)).toEqual(['welsch', 'de']);
  expect(ids(editions, hant!)).toEqual(['de', 'welsch', 'hant']);
  const original = { ...hant!, role: 'original' as const };
  expect(ids([de!, welsch!, original], de!)).toEqual(['hant', 'de', 'welsch']);
});

test('editions correspond sentence by sentence unless one is the authors’ text, and so far as they are written', async () => {
  const whole = await fixtureDossier('bridge');
  expect(correspondenceOf(whole.dossier)).toEqual({ by: 'unit', written: 'all' });
  expect(correspondenceOf(well)).toEqual({ by: 'unit', written: 'some' });
  expect(correspondenceOf((await fixtureDossier('canal')).dossier)).toEqual({
    by: 'segment',
    written: 'some',
  });
  const t = translationsFor('en');
  expect(t.about.aligned({ by: 'unit', written: 'all' })).toContain('correspond sentence by sentence. A');
  expect(t.about.aligned({ by: 'segment', written: 'some' })).toContain(
    'correspond paragraph by paragraph, as far as they are written. A',
  );
  expect(t.front.gains.parallel({ editions: 3, by: 'segment', written: 'some' })).toBe(
    'Every paragraph that several editions have so far, matched paragraph by paragraph.',
  );
});

test('texts about one claim, or one author, are in the singular', () => {
  const t = translationsFor('en');
  expect(t.checks.announced({ count: 1, compared: 1, undecided: 0 })).toMatch(
    /^1 claim was examined against the source .* It could be decided\.$/,
  );
  expect(t.checks.announced({ count: 1, compared: 0, undecided: 1 })).toMatch(/ It could not be decided\.$/);
  expect(t.front.gains.checks({ count: 1, undecided: 1 })).toMatch(/sources, but could not be decided\./);
  expect(t.about.roles.original({ authors: 1 })).toBe(
    'The author’s own text is given as printed in the paper.',
  );
  expect(t.about.roles.original({ authors: 2 })).toBe(
    'The authors’ own text is given as printed in the paper.',
  );
});
