import { HAN } from '../../../model/language.ts';
import type { Glyph, PageContent } from './page-glyphs.ts';
import { tester } from './tester.ts';

/** Two characters beside each other, and the distance between their origins as a share of their size. */
interface Pair {
  before: string;
  after: string;
  distance: number;
}

/**
 * Corrects the widths of letters, digits and signs in the fonts of Chinese papers, which may state wrong ones: the
 * positions of characters show the true ones. With wrong widths, spaces between words would be missed, or found within
 * words.
 */
export function correctWidths(pages: PageContent[]): PageContent[] {
  const glyphs = pages.flatMap((page) => page.glyphs);
  if (glyphs.filter(({ text }) => isHan(text)).length < glyphs.length * MIN_HAN) return pages;
  const { pairs, stated } = measure(pages);
  const edges = new Map(
    [...pairs].flatMap(([font, own]) => {
      const found = edgesIn(own);
      return isWrong(own, found, stated.get(font)!) ? [[font, found] as const] : [];
    }),
  );
  if (edges.size === 0) return pages;
  return pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph, i) => {
      const own = edges.get(glyph.font);
      const right = own && (own.right.get(glyph.text) ?? likeOthers(glyph.text, own));
      if (!own || right === undefined) return glyph;
      // Where a character begins depends on its font too.
      const next = page.glyphs[i + 1];
      const left = next?.font === glyph.font ? (own.left.get(next.text) ?? 0) : 0;
      return { ...glyph, width: Math.max(right + left, 0) * glyph.size };
    }),
  }));
}

const MIN_HAN = 0.2;

/** The width of a letter that is never before another one, such as y at the ends of words: that of others like it. */
function likeOthers(text: string, { right }: Edges): number | undefined {
  const kind = [/^\p{Ll}$/u, /^\p{Lu}$/u, /^\d$/].find((one) => one.test(text));
  const alike = [...right].flatMap(([other, width]) => (kind?.test(other) ? [width] : []));
  return alike.length > 0 ? quantile(alike, 0.5) : undefined;
}

const isHan = tester(HAN);
const isMeasurable = tester(/^[\p{Script=Latin}\d０-９!-~]$/u);
const SIGN = /^[^\p{L}\d]$/u;

/** The pairs of characters and their stated widths, by font. */
function measure(pages: PageContent[]): {
  pairs: Map<string, Pair[]>;
  stated: Map<string, Map<string, number>>;
} {
  const pairs = new Map<string, Pair[]>();
  const stated = new Map<string, Map<string, number>>();
  const isMeasured = (one: Glyph | undefined, font: string): one is Glyph =>
    one?.font === font && isMeasurable(one.text);
  for (const { glyphs } of pages)
    glyphs.forEach((glyph, i) => {
      const { text, font, x, y, size } = glyph;
      const next = glyphs[i + 1];
      if (!isMeasured(glyph, font) || !isMeasured(next, font) || Math.abs(next.y - y) > size * 0.05) return;
      const distance = (next.x - x) / size;
      if (distance <= 0 || distance > FARTHEST) return;
      const own = pairs.get(font) ?? pairs.set(font, []).get(font)!;
      own.push({ before: text, after: next.text, distance });
      const widths = stated.get(font) ?? stated.set(font, new Map()).get(font)!;
      widths.set(text, glyph.width / size);
    });
  return { pairs, stated };
}

/** How far characters reach to the left and right of their origins. */
interface Edges {
  left: Map<string, number>;
  right: Map<string, number>;
}

/** The edges at which most pairs of characters touch each other. */
function edgesIn(pairs: Pair[]): Edges {
  const edges: Edges = { left: new Map(), right: new Map() };
  const before = [...Map.groupBy(pairs, (pair) => pair.before)];
  const after = [...Map.groupBy(pairs, (pair) => pair.after)].filter(([, own]) => own.length >= FEW);
  for (let i = 0; i < ROUNDS; i++) {
    for (const [text, own] of before) {
      const distances = own.map((pair) => pair.distance - (edges.left.get(pair.after) ?? 0));
      // Most characters are followed by one of the same word, but most signs by a space.
      edges.right.set(text, quantile(distances, SIGN.test(text) ? 0.1 : 0.25));
    }
    for (const [text, own] of after)
      edges.left.set(
        text,
        quantile(
          own.map((pair) => pair.distance - edges.right.get(pair.before)!),
          0.25,
        ),
      );
  }
  return withCapitals(edges);
}

const ROUNDS = 3;
/** A character that is rarer may occur only after spaces. */
const FEW = 4;

/** Most capitals follow a space: how far they reach to the left is known from small letters of the same width. */
function withCapitals({ left, right }: Edges): Edges {
  const small = [...right].filter(([text]) => /\p{Ll}/u.test(text) && left.has(text));
  const mean = (values: number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const [l, r] = [mean(small.map(([text]) => left.get(text)!)), mean(small.map(([, width]) => width))];
  const slope =
    mean(small.map(([text, width]) => (left.get(text)! - l) * (width - r))) /
    (mean(small.map(([, width]) => (width - r) ** 2)) || 1);
  for (const text of left.keys())
    if (/\p{Lu}/u.test(text)) left.set(text, l + slope * ((right.get(text) ?? r) - r));
  return { left, right };
}

const quantile = (values: number[], share: number): number =>
  // Numbers in a typed array are sorted without calls.
  Float64Array.from(values).sort()[Math.floor(values.length * share)]!;

/** True if many characters have other widths than stated. */
function isWrong(pairs: Pair[], { left, right }: Edges, stated: ReadonlyMap<string, number>): boolean {
  const wrong = pairs.filter(
    ({ before }) =>
      Math.abs((left.get(before) ?? 0) + right.get(before)! - (stated.get(before) ?? 0)) > TOLERANCE,
  );
  return pairs.length >= FEWEST && wrong.length > pairs.length * MOST;
}

/** The greatest distance between letters with a space between them. */
const FARTHEST = 1.3;
/** Kerning and justification account for a difference of this share of the size. */
const TOLERANCE = 0.08;
/** The fewest pairs that are conclusive, and the minimum share of them with wrong widths. */
const FEWEST = 40;
const MOST = 0.3;
