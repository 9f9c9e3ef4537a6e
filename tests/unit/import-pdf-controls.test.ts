import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { nameControls } from '../../src/import/pdf/glyphs/name-controls.ts';
import { readGlyphs, type Glyph, type PageContent } from '../../src/import/pdf/glyphs/page-glyphs.ts';

const LETTERS =
  'the ferry crossed the estuary twice a day and took its toll from every cart on the long dike '.repeat(4);

/** A line of type in which `sign` is as wide as given, as a share of the size. */
function pageWith(line: string, sign: string, share: number): PageContent {
  let x = 0;
  const glyphs = [...(LETTERS + line)].map((text): Glyph => {
    const width = text === sign ? share * 10 : 5;
    x += width;
    return { text, x: x - width, y: 100, width, size: 10, font: 'roman' };
  });
  return { width: 5000, height: 200, glyphs, rules: [] };
}
const named = (page: PageContent): [string, [string, number][]] => {
  const { pages, repairs } = nameControls([page]);
  const text = pages[0]!.glyphs.map((glyph) => glyph.text).join('');
  return [text.slice(LETTERS.length), repairs.map(({ to, count }) => [to, count])];
};

test.each([
  ['half as wide as high is an en dash', 'pp. 3\u00025', 0.5, 'pp. 3–5', '–'],
  ['as wide as high is an em dash', 'tolls\u0002and carts', 1, 'tolls—and carts', '—'],
])('a glyph without a name that is %s', (_, line, share, text, dash) => {
  expect(named(pageWith(line, '\u0002', share))).toEqual([text, [[dash, 1]]]);
});

test.each([
  ['has another width', 'a\u0002b', 0.3],
  ['is not between words or figures', 'a(\u0002b', 0.5],
  ['is as frequent as spaces are', 'a\u0002b'.repeat(30), 0.5],
])('a glyph without a name is dropped if it %s', (_, line, share) => {
  expect(named(pageWith(line, '\u0002', share))).toEqual([line.replaceAll('\u0002', ''), []]);
});

test('codes of Windows-1252 are its signs', () => {
  expect(named(pageWith('the keeper\u0092s toll', '\u0092', 0.3))).toEqual(['the keeper’s toll', [['’', 1]]]);
});

const read = (shown: (number | { unicode: string; width: number; isSpace: boolean })[]): string[] =>
  readGlyphs(
    { fnArray: [OPS.setFont, OPS.showText], argsArray: [['f', 10], [shown]] },
    { width: 100, height: 100, transform: [1, 0, 0, 1, 0, 0], fontBy: (name) => ({ name, unit: 0.001 }) },
  ).glyphs.map(({ text }) => text);

test('a visible glyph is read although its name is a control character', () => {
  const shown = [
    { unicode: 'a', width: 500, isSpace: false },
    { unicode: '\u0096', width: 500, isSpace: false },
    { unicode: '\u0003', width: 0, isSpace: false },
  ];
  expect(read(shown)).toEqual(['a', '\u0096']);
});

test('a ligature is its letters, and the space within it none', () => {
  const letter = (unicode: string, width = 500) => ({ unicode, width, isSpace: unicode === ' ' });
  // The font moves back by half the ligature before the space.
  const shown = [
    letter('\uFB01', 500),
    250,
    letter(' ', 250),
    letter('x'),
    letter(' ', 250),
    letter('\uFB02'),
  ];
  expect(read(shown)).toEqual(['fi', 'x', ' ', 'fl']);
});
