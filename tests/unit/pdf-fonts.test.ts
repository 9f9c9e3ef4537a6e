import { create, type Font } from 'fontkitten';
import { expect, test } from 'vitest';
import { fontsFor } from '../../src/export/pdf/fonts.ts';

const code = (letter: string): number => letter.codePointAt(0)!;
const fonts = await fontsFor('Kanäle, Ōtani: “碳中和”——𠮷');
const opened = fonts.files.map((file) => create(file) as Font);
const han = opened.filter(({ familyName }) => familyName === fonts.han[0]);

test('has a font for each weight used in a text, and no others', () => {
  expect(han.map(({ subfamilyName }) => subfamilyName)).toEqual(['Regular', 'Bold']);
  for (const font of han) {
    for (const letter of '碳中和“”—') expect(font.hasGlyphForCodePoint(code(letter))).toBe(true);
    expect(font.hasGlyphForCodePoint(code('政'))).toBe(false);
  }
  expect(fonts.has('碳')).toBe(true);
  expect(fonts.has('\u0645')).toBe(false);
});

test('draws bold letters thicker, within their square', () => {
  const [regular, bold] = han.map((font) => font.glyphForCodePoint(code('中'))) as [Glyph, Glyph];
  expect(regular.path.toSVG()).toMatch(/^M.*Q.*Z$/);
  expect(regular.path.toSVG()).not.toBe(bold.path.toSVG());
  for (const { advanceWidth, bbox } of [regular, bold]) {
    expect(advanceWidth).toBe(1000);
    expect(bbox.minX).toBeGreaterThan(0);
    expect(bbox.maxX).toBeLessThan(1000);
  }
});

test('joins two dashes into one line', () => {
  for (const font of han) {
    const { advanceWidth, bbox } = font.glyphForCodePoint(code('—'));
    expect([advanceWidth, bbox.minX, bbox.maxX]).toEqual([1000, 0, 1000]);
  }
});

test('gives each subset of the Latin typeface its own family name, in every style', () => {
  expect(fonts.latin).toHaveLength(2);
  for (const family of fonts.latin)
    expect(
      opened.filter(({ familyName }) => familyName === family).map(({ subfamilyName }) => subfamilyName),
    ).toEqual(['Regular', 'Italic', 'Bold']);
  const [latin, extended] = fonts.latin.map((family) => opened.find((font) => font.familyName === family)!);
  expect(latin!.hasGlyphForCodePoint(code('ä'))).toBe(true);
  expect(extended!.hasGlyphForCodePoint(code('Ō'))).toBe(true);
  expect(opened.every(({ postscriptName }) => /^(?:SourceSerif4|NotoSerifSC)-/.test(postscriptName!))).toBe(
    true,
  );
});

test('makes the same fonts from the same letters, in any order', async () => {
  const again = await fontsFor('“和碳中和”——𠮷: Ōtani, Kanäle');
  expect(again.files.map((file, i) => file.equals(fonts.files[i]!))).toEqual(fonts.files.map(() => true));
});

test('makes the same fonts for several texts concurrently as sequentially', async () => {
  const texts = ['政治与地缘', 'Ōtani 𠮷', '世界 — a'];
  const alone: Buffer[][] = [];
  for (const text of texts) alone.push((await fontsFor(text)).files);
  const together = await Promise.all(texts.map(fontsFor));
  expect(together.map(({ files }) => files)).toEqual(alone);
});

type Glyph = ReturnType<Font['glyphForCodePoint']>;
