import type { Glyph, PageContent } from './page-glyphs.ts';

/** A code point that a text layer has in the place of another character, with its frequency. */
export interface Repair {
  from: string;
  to: string;
  count: number;
}

/**
 * Repairs the text layers of Chinese typesetting systems, which have wrong code points for common characters: Yi
 * syllables whose code points are GB 2312 codes of punctuation (U+A3AC for ，), private-use code points for marks within
 * Latin words, and full-width letters among ASCII ones. Only the text changes, not the appearance.
 */
export function repairGlyphs(pages: PageContent[]): { pages: PageContent[]; repairs: Repair[] } {
  const all = pages.flatMap(({ glyphs }) => glyphs);
  const han = all.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  const yi = all.filter(({ text }) => GB_CODE.test(text)).length;
  // Text in Yi, or without Chinese, is genuine.
  if (han < all.length * 0.2 || yi > han * 0.2) return { pages, repairs: [] };
  const repairs = new Map<string, Repair>();
  const nameOf = (glyph: Glyph, glyphs: Glyph[], i: number): string | undefined => {
    if (GB_CODE.test(glyph.text)) return decodeGb(glyph.text);
    if (PRIVATE.test(glyph.text)) return apostropheOrStop(glyphs[i - 1], glyphs[i + 1]);
    return WIDE_LETTER.test(glyph.text) &&
      isAmongPlain(glyph, glyphs.slice(Math.max(0, i - REACH), i + REACH + 1))
      ? glyph.text.normalize('NFKC')
      : undefined;
  };
  const repaired = pages.map((page) => ({
    ...page,
    glyphs: page.glyphs.map((glyph, i): Glyph => {
      const to = nameOf(glyph, page.glyphs, i);
      if (to === undefined) return glyph;
      const repair = repairs.get(glyph.text) ?? { from: glyph.text, to, count: 0 };
      repair.count++;
      repairs.set(glyph.text, repair);
      return { ...glyph, text: to };
    }),
  }));
  return { pages: repaired, repairs: [...repairs.values()] };
}

/** U+A1A1 to U+A3FE, if both bytes are in GB 2312’s rows of symbols. */
const GB_CODE = /^[\uA1A1-\uA1FE\uA2A1-\uA2FE\uA3A1-\uA3FE]$/;
const PRIVATE = /^[\u{F0000}-\u{10FFFF}]$/u;

const WIDE_LETTER = /^[Ａ-Ｚａ-ｚ]$/;
/** The number of characters on either side that are searched for plain letters. */
const REACH = 3;

/** True if there are plain letters, and no full-width ones, beside a glyph on its line. */
function isAmongPlain(glyph: Glyph, near: Glyph[]): boolean {
  const beside = near.filter((one) => one !== glyph && Math.abs(one.y - glyph.y) < glyph.size);
  return (
    beside.some(({ text }) => /^[A-Za-z]/.test(text)) && !beside.some(({ text }) => WIDE_LETTER.test(text))
  );
}

function decodeGb(text: string): string | undefined {
  const code = text.charCodeAt(0);
  const decoded = new TextDecoder('gb18030').decode(Uint8Array.of(code >> 8, code & 0xff));
  return decoded.length === 1 && decoded !== '\uFFFD' ? decoded : undefined;
}

/** Between two letters of a word an apostrophe is missing, between a letter and a space or digit a full stop. */
function apostropheOrStop(before: Glyph | undefined, after: Glyph | undefined): string | undefined {
  if (!before || !after || !/[A-Za-z\d]$/.test(before.text) || Math.abs(before.y - after.y) > before.size)
    return undefined;
  if (/[a-z]$/i.test(before.text) && /^[a-z]/i.test(after.text)) return '’';
  return /^[\s\d]/.test(after.text) ? '.' : undefined;
}
