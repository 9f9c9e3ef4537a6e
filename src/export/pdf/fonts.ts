import type { Font } from 'fontkitten';
import { readPackageFile } from '../../config/package-file.ts';
import { openFont } from '../../draw/font-face.ts';
import { optionalPackage } from './optional-packages.ts';
import { renamed, trueType, type Letter, type Point } from './true-type.ts';

/** The fonts for a text, without any fonts of the machine. */
export interface Fonts {
  files: Buffer[];
  /** The families of the Latin typeface, in fallback order, and those of the Han typeface. */
  latin: string[];
  han: string[];
  /** Whether one of them has a letter. */
  has: (letter: string) => boolean;
}

const LATIN = '@fontsource/source-serif-4';
const LATIN_STYLES = ['400-normal', '400-italic', '600-normal'];
const HAN = '@fontsource-variable/noto-serif-sc';
const HAN_FAMILY = 'Dossier Han';
const HAN_STYLES = [
  { style: 'Regular', weight: 400 },
  { style: 'Bold', weight: 700 },
] as const;

/**
 * Packages divide a typeface into slices of some letters each. For the site’s own typeface, each slice that the text
 * needs becomes a family, since a typesetter would take slices with the same name for the same font. The Han typeface
 * has about a hundred slices, each for all weights, which Typst cannot tell apart: each weight becomes one font of
 * the letters in the text. The same letters always give the same fonts.
 */
export async function fontsFor(text: string): Promise<Fonts> {
  const codes = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const latin = [...slicesOf(LATIN, codes)].reverse();
  const files: Buffer[] = [];
  for (const [i, { name }] of latin.entries())
    for (const style of LATIN_STYLES)
      files.push(
        renamed(await unpacked(`${LATIN}/files/source-serif-4-${name}-${style}.woff2`), {
          family: latinFamily(i),
          name: 'Source Serif 4',
        }),
      );
  const han: Slice[] = [];
  for (const slice of slicesOf(
    HAN,
    codes.filter((code) => code > 0xff),
  )) {
    const font = openFont(await unpacked(`${HAN}/files/noto-serif-sc-${slice.name}-wght-normal.woff2`));
    han.push({ font, codes: slice.codes.filter((code) => font.hasGlyphForCodePoint(code)) });
  }
  if (han.length > 0) files.push(...HAN_STYLES.map((style) => cut(han, style)));
  const known = new Set([...latin, ...han].flatMap((slice) => slice.codes));
  const families = latin.map((_, i) => latinFamily(i));
  return {
    files,
    latin: families,
    han: han.length > 0 ? [HAN_FAMILY] : [],
    has: (letter) => known.has(letter.codePointAt(0) ?? 0),
  };
}

const latinFamily = (i: number): string => `Dossier ${'ABCDEFGH'[i]}`;

/** Some letters of a typeface, by their codes. */
interface Slice {
  font: Font;
  codes: number[];
}

/** The slices of a package that contain some of these letters; a letter in two slices belongs to the first. */
function slicesOf(name: string, codes: number[]): { name: string; codes: number[] }[] {
  const ranges = JSON.parse(readPackageFile(`${name}/unicode.json`).toString()) as Record<string, string>;
  const sliceOf = new Map<number, string>();
  for (const [slice, range] of Object.entries(ranges))
    for (const span of range.split(',')) {
      const [from = 0, to = from] = span
        .replace('U+', '')
        .split('-')
        .map((hex) => parseInt(hex, 16));
      for (let code = from; code <= to; code++) if (!sliceOf.has(code)) sliceOf.set(code, slice);
    }
  const slices = Map.groupBy(codes, (code) => sliceOf.get(code));
  return Object.keys(ranges).flatMap((slice) => {
    const own = slices.get(slice);
    return own ? [{ name: slice.replace(/[[\]]/g, ''), codes: own }] : [];
  });
}

/**
 * Decompresses font files one at a time: each result is in a buffer that the next one overwrites, so it must be
 * copied first.
 */
function unpacked(file: string): Promise<Buffer> {
  const next = last.then(async () => {
    const { decompress } = await optionalPackage('wawoff2');
    return Buffer.from(await decompress(readPackageFile(file)));
  });
  // A failure is reported to the caller of this file only, not to the next caller.
  last = next.then(
    () => undefined,
    () => undefined,
  );
  return next;
}

let last: Promise<undefined> = Promise.resolve(undefined);

function cut(slices: Slice[], { style, weight }: (typeof HAN_STYLES)[number]): Buffer {
  const { unitsPerEm, ascent, descent } = slices[0]!.font;
  const letters = slices.flatMap(({ font, codes }) => {
    const varied = font.getVariation({ wght: weight });
    return codes.map((code) => letterOf(varied, code, unitsPerEm));
  });
  return trueType(
    { family: HAN_FAMILY, name: 'Noto Serif SC', style, weight, unitsPerEm, ascent, descent },
    letters.sort((a, b) => a.code - b.code),
  );
}

function letterOf(font: Font, code: number, unitsPerEm: number): Letter {
  const { path, advanceWidth } = font.glyphForCodePoint(code);
  // Two dashes in a row are one line, as long as two Han characters.
  const isDash = code === 0x2014;
  const [from, to] = isDash ? [path.bbox.minX, path.bbox.maxX] : [0, unitsPerEm];
  const contours: Point[][] = [];
  const add = (x: number, y: number, isOn: boolean): void =>
    void contours
      .at(-1)
      ?.push({ x: Math.round(((x - from) * unitsPerEm) / (to - from)), y: Math.round(y), isOn });
  for (const {
    command,
    args: [x = 0, y = 0, endX = 0, endY = 0],
  } of path.commands) {
    if (command === 'moveTo') contours.push([]);
    if (command === 'moveTo' || command === 'lineTo') add(x, y, true);
    if (command === 'quadraticCurveTo') {
      add(x, y, false);
      add(endX, endY, true);
    }
  }
  return {
    code,
    advance: Math.round(isDash ? unitsPerEm : advanceWidth),
    contours: contours.filter(({ length }) => length > 0),
  };
}
