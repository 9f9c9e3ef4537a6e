import { create, type Font } from 'fontkitten';
import { readPackageFile } from '../config/package-file.ts';

/** One of the site’s own font faces. */
interface Face {
  /** Whether it has a glyph for every character of a text. */
  has: (text: string) => boolean;
  /** In em. */
  widthOf: (text: string) => number;
  /** A text as SVG paths, so that it looks the same whatever fonts are installed; `x` and `y` locate its baseline. */
  draw: (text: string, x: number, y: number, size: number) => string;
}

/** Reads a font file. */
export function openFont(file: Buffer): Font {
  const font = create(file);
  if (font.isCollection) throw new Error('Several fonts in one file');
  return font;
}

/** The site’s font faces, the only ones that pictures use. */
export const openFaces = (): Record<'serif' | 'sans', Face> => ({
  serif: openFace(readPackageFile('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2')),
  sans: openFace(readPackageFile('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2')),
});

function openFace(file: Buffer): Face {
  const font = openFont(file);
  const glyphs = (text: string) =>
    [...text].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0));
  return {
    has: (text) => [...text].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    widthOf: (text) =>
      glyphs(text).reduce((width, { advanceWidth }) => width + advanceWidth, 0) / font.unitsPerEm,
    draw: (text, x, y, size) => {
      const scale = size / font.unitsPerEm;
      let at = 0;
      const shapes = glyphs(text).map((glyph) => {
        const shape = `<path transform="translate(${at})" d="${glyph.path.toSVG()}"/>`;
        at += glyph.advanceWidth;
        return shape;
      });
      return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})">${shapes.join('')}</g>`;
    },
  };
}

/** Divides a text into lines in a face, each at most `em` wide if the words allow it. */
export function wrap(face: Face, text: string, em: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && face.widthOf(longer) <= em) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
