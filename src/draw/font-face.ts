import { create, type Font } from 'fontkitten';

/** One of the site’s own font faces. */
export interface Face {
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

export function openFace(file: Buffer): Face {
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
