import type { Glyph, PageContent } from './page-glyphs.ts';
import type { Repair } from './repair-glyphs.ts';

/**
 * Gives visible glyphs that the text layer names by control characters their characters. U+0080 to U+009F are codes of
 * Windows-1252, which has dashes and quotation marks there. Any other is a dash if it is as wide as one, between words
 * or figures, and the only such glyph of a font with letters; glyphs without a name are dropped.
 */
export function nameControls(given: PageContent[]): { pages: PageContent[]; repairs: Repair[] } {
  const glyphs = given.flatMap((page) => page.glyphs);
  if (!glyphs.some(({ text }) => isControl(text))) return { pages: given, repairs: [] };
  const dashes = new Map<string, string>();
  for (const [font, own] of Map.groupBy(glyphs, (glyph) => glyph.font)) {
    const unknown = new Set(own.map(({ text }) => text).filter((text) => text < '\u0080' && isControl(text)));
    const letters = own.filter(({ text }) => /^\p{L}/u.test(text)).length;
    const [only] = unknown;
    const count = own.filter(({ text }) => text === only).length;
    if (
      only !== undefined &&
      unknown.size === 1 &&
      letters >= FEWEST_LETTERS &&
      count < letters * MOST_DASHES
    )
      dashes.set(font, only);
  }
  const repairs = new Map<string, Repair>();
  const nameOf = (glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined): string | undefined => {
    if (glyph.text >= '\u0080') return WINDOWS.decode(Uint8Array.of(glyph.text.charCodeAt(0)));
    const width = glyph.width / glyph.size;
    const isBetween = [before, after].every(
      (one) => one && Math.abs(one.y - glyph.y) < glyph.size && /^[\p{L}\p{N}\s]/u.test(one.text),
    );
    if (dashes.get(glyph.font) !== glyph.text || !isBetween) return undefined;
    return width >= EN_DASH[0] && width <= EN_DASH[1]
      ? '–'
      : width >= EM_DASH[0] && width <= EM_DASH[1]
        ? '—'
        : undefined;
  };
  const pages = given.map((page) => ({
    ...page,
    glyphs: page.glyphs.flatMap((glyph, i): Glyph[] => {
      if (!isControl(glyph.text)) return [glyph];
      const to = nameOf(glyph, page.glyphs[i - 1], page.glyphs[i + 1]);
      if (to === undefined || isControl(to)) return [];
      const known = repairs.get(glyph.text + to) ?? { from: glyph.text, to, count: 0 };
      repairs.set(glyph.text + to, { ...known, count: known.count + 1 });
      return [{ ...glyph, text: to }];
    }),
  }));
  return { pages, repairs: [...repairs.values()] };
}

/** True for C0 and C1; called for every glyph, for which a pattern would be slow. */
export function isControl(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && (code < 0x20 || (code >= 0x7f && code < 0xa0));
}

const WINDOWS = new TextDecoder('windows-1252');

/** A font with fewer letters may have nothing but signs; what is more frequent may be the space between words. */
const FEWEST_LETTERS = 100;
const MOST_DASHES = 0.03;
/** The widths of dashes as shares of the type size. */
const EN_DASH = [0.45, 0.62] as const;
const EM_DASH = [0.83, 1.02] as const;
