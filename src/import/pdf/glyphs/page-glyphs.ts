import { memoizeData } from '../../../model/memoize.ts';
import { isControl } from './name-controls.ts';
import { OPS, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A character or ligature as shown on a page. The origin is the page’s upper left corner; lengths are in points. */
export interface Glyph {
  text: string;
  x: number;
  /** The y of its baseline. */
  y: number;
  width: number;
  /** The type size. */
  size: number;
  /** The font’s name, the same for all subsets of the font in the file. */
  font: string;
}

/** A font’s name, and its unit of width as a share of the type size. */
export interface Font {
  name: string;
  unit: number;
}

export const USUAL_UNIT = 0.001;

/** A horizontal line drawn on a page. */
export interface Rule {
  x0: number;
  x1: number;
  y: number;
}

export interface PageContent {
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rule[];
}

/** The operators of a page with their arguments, as listed by pdf.js. */
interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

/** An affine transformation in PDF’s order: a b c d e f. */
export type Matrix = [number, number, number, number, number, number];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const multiply = (m: Matrix, n: Matrix): Matrix => Util.transform(m, n) as Matrix;

interface TextState {
  matrix: Matrix;
  font: string;
  /** The unit of glyph widths, as a share of the size. */
  unit: number;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  /** Everything outside is hidden. */
  clip: Box;
}

/** A glyph from pdf.js, with its width in units of the font. */
interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}

/** No page that a person reads has more glyphs than this. */
const MAX_GLYPHS = 100_000;
/** Left, top, right and bottom on the page. */
type Box = [number, number, number, number];

const withinBoth = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/**
 * Journals are produced from files that still contain an earlier, clipped paper, whose invisible text is in the text
 * layer.
 */
const isShown = ([x0, y0, x1, y1]: Box, x: number, y: number, slack: number): boolean =>
  x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack;

/** Code points to which fonts may map glyphs, but which are not characters; the soft hyphen is kept. */
const CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
const LIGATURES = /[\uFB00-\uFB06]/g;

/** A glyph’s text, a ligature by its letters; a paper has few different ones. */
const plainText = memoizeData((unicode: string): string =>
  unicode.replace(CONTROLS, '').replace(LIGATURES, (ligature) => ligature.normalize('NFKC')),
);

/** The minimum length in points of a line that may separate parts. */
const SHORTEST_RULE = 25;
const THICKEST_RULE = 3;

/**
 * Executes a page’s operators and returns the position of each character. pdf.js also offers text items, but joins text
 * set at one size and scaled to another, so that raised marks would be lost in the line. Rotated text, such as a
 * watermark, is left out.
 */
export function readGlyphs(
  { fnArray, argsArray }: Operators,
  page: { width: number; height: number; transform: Matrix; fontBy: (id: string) => Font },
): PageContent {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let state: TextState = {
    matrix: page.transform,
    font: '',
    unit: USUAL_UNIT,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    clip: [-Infinity, -Infinity, Infinity, Infinity],
  };
  let clips = false;
  const stack: TextState[] = [];
  let textMatrix = IDENTITY;
  let [x, y, lineX, lineY] = [0, 0, 0, 0];
  const moveLine = (dx: number, dy: number): void => {
    lineX += dx;
    lineY += dy;
    [x, y] = [lineX, lineY];
  };
  const show = (shown: readonly (number | ShownGlyph | null)[]): void => {
    const { size, unit, charSpacing, wordSpacing, scale, rise } = state;
    const matrix = multiply(state.matrix, textMatrix);
    const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
    const stretch = Math.hypot(matrix[0], matrix[1]);
    const isUpright = Math.abs(matrix[1]) < 0.05 * stretch && matrix[0] * size > 0 && height > 0;
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph * size * scale) / 1000;
        continue;
      }
      const advance = glyph.width * size * unit;
      // A visible glyph may have a control character for its name.
      const isVisible = glyph.width > 0 && !glyph.isSpace && isControl(glyph.unicode);
      const text = isVisible ? glyph.unicode : plainText(glyph.unicode);
      if (isUpright && text !== '' && glyphs.length < MAX_GLYPHS) {
        const left = matrix[0] * x + matrix[2] * (y + rise) + matrix[4];
        const base = matrix[1] * x + matrix[3] * (y + rise) + matrix[5];
        const width = advance * scale * stretch;
        // Fonts may have a space for the second letter of a ligature.
        const before = glyphs.at(-1);
        const isWithin =
          before !== undefined &&
          glyph.isSpace &&
          before.text.length > 1 &&
          left > before.x &&
          left < before.x + before.width * 0.75;
        if (!isWithin && isShown(state.clip, left + width / 2, base - height / 3, height / 2))
          glyphs.push({ text, x: left, y: base, width, size: height, font: state.font });
      }
      x += (advance + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
    }
  };
  const boxOnPage = (box: ArrayLike<number>): Box => {
    const corner = (px: number, py: number): [number, number] => [
      state.matrix[0] * px + state.matrix[2] * py + state.matrix[4],
      state.matrix[1] * px + state.matrix[3] * py + state.matrix[5],
    ];
    const [x0, y0] = corner(box[0] ?? 0, box[1] ?? 0);
    const [x1, y1] = corner(box[2] ?? 0, box[3] ?? 0);
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  };
  const draw = (box: ArrayLike<number> | null | undefined): void => {
    if (!box) return;
    const [x0, y0, x1, y1] = boxOnPage(box);
    if (x1 - x0 >= SHORTEST_RULE && y1 - y0 <= THICKEST_RULE) rules.push({ x0, x1, y: (y0 + y1) / 2 });
  };
  const clip = (box: ArrayLike<number> | null | undefined): void => {
    if (box) state.clip = withinBoth(state.clip, boxOnPage(box));
  };

  fnArray.forEach((operator, i) => {
    const args = (argsArray[i] ?? []) as unknown[];
    const number = (at: number): number => (typeof args[at] === 'number' ? args[at] : 0);
    switch (operator) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.matrix = multiply(state.matrix, args[0] as Matrix);
        clip(args[1] as ArrayLike<number> | null);
        break;
      case OPS.clip:
      case OPS.eoClip:
        // It applies after the next path.
        clips = true;
        break;
      case OPS.beginText:
        textMatrix = IDENTITY;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.setFont: {
        const { name, unit } = page.fontBy(String(args[0]));
        state.font = name;
        state.unit = unit;
        state.size = number(1);
        break;
      }
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.scale = number(0) / 100;
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setTextMatrix:
        textMatrix = args[0] as Matrix;
        [x, y, lineX, lineY] = [0, 0, 0, 0];
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        moveLine(number(0), number(1));
        break;
      case OPS.moveText:
        moveLine(number(0), number(1));
        break;
      case OPS.nextLine:
        moveLine(0, state.leading);
        break;
      case OPS.showText:
        show(args[0] as (number | ShownGlyph | null)[]);
        break;
      case OPS.constructPath:
        if (clips) clip(args[2] as ArrayLike<number> | null);
        else draw(args[2] as ArrayLike<number> | null);
        clips = false;
        break;
    }
  });
  return { width: page.width, height: page.height, glyphs, rules };
}
