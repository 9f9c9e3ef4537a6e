import { HAN } from '../../../model/language.ts';
import { circledSign } from '../../words/note-families.ts';
import type { Glyph, PageContent } from './page-glyphs.ts';
import { repairQuotes } from './repair-quotes.ts';
import { tally } from '../../tally.ts';

/** What a text layer has in the place of a character, with its frequency. */
export interface Repair {
  from: string;
  to: string;
  count: number;
}

/**
 * Repairs the text layers of Chinese typesetting systems, which have wrong code points for common characters: Yi
 * syllables whose code points are GB 2312 codes of punctuation (U+A3AC for ，), private-use code points for full stops
 * and dots, full-width code points for narrow letters and digits, full-width letters among ASCII ones, a bullet for the
 * hyphen, and Han characters for narrow signs (冶 for ”), circled numbers (淤 for ①) and the halves of circled numbers
 * (瑏瑠 for ⑩); and quotation marks, in any language. Only the text changes, not the appearance.
 */
export function repairGlyphs(given: PageContent[]): { pages: PageContent[]; repairs: Repair[] } {
  const repairs = new Map<string, Repair>();
  const repair = (from: string, to: string): void => {
    const known = repairs.get(`${from} ${to}`) ?? { from, to, count: 0 };
    known.count++;
    repairs.set(`${from} ${to}`, known);
  };
  const pages = repairQuotes(given, repair).map((page) => ({
    ...page,
    glyphs: joinHalves(page.glyphs, repair).map((glyph) => {
      const bullet = BULLETS[glyph.text];
      if (bullet === undefined) return glyph;
      repair(glyph.text, bullet);
      return { ...glyph, text: bullet };
    }),
  }));
  const allGlyphs = pages.flatMap(({ glyphs }) => glyphs);
  const counts = tally(allGlyphs.map(({ text }) => [text, 1]));
  const countOf = (pattern: RegExp): number =>
    [...counts].reduce((sum, [text, count]) => sum + (pattern.test(text) ? count : 0), 0);
  const [han, yi] = [countOf(/\p{Script=Han}/u), countOf(GB_CODE)];
  // Text in Yi, or without Chinese, is genuine.
  if (han < allGlyphs.length * 0.2 || yi > han * 0.2) return { pages, repairs: [...repairs.values()] };
  const signs = signsOf(counts);
  const symbolFonts = fontsOfSymbols(allGlyphs);
  const odd = new Set(
    [...counts.keys()].filter(
      (text) =>
        signs.has(text) ||
        text in NARROW_SIGNS ||
        CIRCLED.includes(text) ||
        text === BULLET ||
        [WIDE_SIGN, GB_CODE, PRIVATE].some((pattern) => pattern.test(text)),
    ),
  );
  const narrowFonts = fontsOfNarrow(allGlyphs.filter(({ text }) => odd.has(text) && WIDE_SIGN.test(text)));
  const repaired = pages.map((page) => {
    const narrow = page.glyphs.map((glyph) => {
      return odd.has(glyph.text) && WIDE_SIGN.test(glyph.text) && narrowFonts.has(glyph.font)
        ? { ...glyph, text: glyph.text.normalize('NFKC') }
        : glyph;
    });
    const nameOf = (glyph: Glyph, i: number): string | undefined => {
      if (!odd.has(glyph.text)) return undefined;
      const circled = symbolFonts.has(glyph.font) ? CIRCLED.indexOf(glyph.text) + 1 : 0;
      if (circled > 0) return circledSign(circled);
      const sign = signs.get(glyph.text) ?? narrowSignOf(glyph);
      if (sign !== undefined) return sign;
      if (GB_CODE.test(glyph.text)) return decodeGb(glyph.text);
      if (glyph.text === BULLET) return isAfterWord(glyph, narrow[i - 1]) ? '-' : undefined;
      if (PRIVATE.test(glyph.text)) return signBetween(glyph, narrow[i - 1], narrow[i + 1]);
      return WIDE_LETTER.test(glyph.text) &&
        isAmongPlain(glyph, narrow.slice(Math.max(0, i - REACH), i + REACH + 1))
        ? glyph.text.normalize('NFKC')
        : undefined;
    };
    return {
      ...page,
      glyphs: narrow.map((glyph, i): Glyph => {
        const to = nameOf(glyph, i);
        if (to === undefined) return glyph;
        repair(glyph.text, to);
        return { ...glyph, text: to };
      }),
    };
  });
  return { pages: repaired, repairs: [...repairs.values()] };
}

/** The halves of circled numbers from ⑩ on: U+744E and the tens, U+7460 and the units. */
const TENS = /^[\u744F-\u7453]$/;
const UNITS = /^[\u7460-\u7469]$/;
const UNKNOWN = /^[\uE000-\uF8FF]$/;

/** Joins the two Han characters that name the halves of a circled number; no Chinese word consists of these. */
function joinHalves(glyphs: Glyph[], repair: (from: string, to: string) => void): Glyph[] {
  const isPair = (first: Glyph | undefined, second: Glyph | undefined): boolean =>
    first !== undefined && second !== undefined && TENS.test(first.text) && UNITS.test(second.text);
  if (!glyphs.some(({ text }) => text >= '\u744F' && text <= '\u7453')) return glyphs;
  return glyphs.flatMap((glyph, i) => {
    if (isPair(glyphs[i - 1], glyph)) return [];
    const next = glyphs[i + 1];
    // The same number may be there once more, as a character without meaning.
    if (next && UNKNOWN.test(glyph.text) && TENS.test(next.text) && next.x === glyph.x) return [];
    if (!next || !isPair(glyph, next)) return [glyph];
    const number = (glyph.text.charCodeAt(0) - 0x744e) * 10 + next.text.charCodeAt(0) - 0x7460;
    const text = circledSign(number);
    repair(glyph.text + next.text, text);
    return [{ ...glyph, text, width: Math.max(glyph.width, next.x + next.width - glyph.x) }];
  });
}

/** Full-width letters and digits narrower than this share of their size have the wrong code points. */
const NARROW = 0.8;
const WIDE_SIGN = /^[Ａ-Ｚａ-ｚ０-９]$/;
/** The fonts whose full-width letters and digits are narrow on average. */
const fontsOfNarrow = (glyphs: Glyph[]): Set<string> =>
  new Set(
    [...Map.groupBy(glyphs, ({ font }) => font)].flatMap(([font, own]) =>
      own.reduce((sum, { width, size }) => sum + width / size, 0) < own.length * NARROW ? [font] : [],
    ),
  );

/** Replacements for characters that a text layer contains in the place of punctuation that every Chinese text needs. */
function signsOf(counts: ReadonlyMap<string, number>): Map<string, string> {
  const count = (text: string): number => counts.get(text) ?? 0;
  return new Map(
    [
      ['\uA3AE', '。'],
      ['«', '《'],
      ['»', '》'],
    ].filter(([from, to]) => count(to!) < count(from!) * RARE) as [string, string][],
  );
}

/** The sign that a text layer names as a Han character, whose glyph would be wider. */
const narrowSignOf = ({ text, width, size }: Glyph): string | undefined =>
  width < size * NARROW_HAN ? NARROW_SIGNS[text] : undefined;
const NARROW_HAN = 0.6;
const NARROW_SIGNS: Record<string, string> = { 摇: ' ', 冶: '”', 爷: '’', 鄄: '-', 郾: '.', 佴: 'é' };

/** What a text layer has in the place of ① to ⑩, in fonts of signs. */
const CIRCLED = '淤于盂榆虞愚舆余俞逾';

/** The fonts whose only Han characters are those of signs. */
const fontsOfSymbols = (glyphs: Glyph[]): Set<string> =>
  new Set(
    [...Map.groupBy(glyphs, ({ font }) => font)].flatMap(([font, own]) =>
      own.every(({ text }) => text in NARROW_SIGNS || CIRCLED.includes(text) || !HAN.test(text))
        ? [font]
        : [],
    ),
  );

/** Punctuation is missing if it occurs less than this share as often as the character in its place. */
const RARE = 0.05;

/** U+A1A1 to U+A3FE, if both bytes are in GB 2312’s rows of symbols. */
const GB_CODE = /^[\uA1A1-\uA1FE\uA2A1-\uA2FE\uA3A1-\uA3FE]$/;
const PRIVATE = /^[\u{F0000}-\u{10FFFF}]$/u;

/** The bullets of word processors’ fonts of symbols. */
const BULLETS: Record<string, string> = { '\uF0B7': '•', '\uF0A7': '▪', '\uF0D8': '➢' };

/** What a text layer has in the place of a hyphen within or behind a word. */
const BULLET = '\u2043';
const isAfterWord = (glyph: Glyph, before: Glyph | undefined): boolean =>
  before !== undefined &&
  Math.abs(before.y - glyph.y) < glyph.size * 0.3 &&
  /[\p{Script=Latin}\d.．)]$/u.test(before.text);

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

/**
 * The character for a private-use code point: an apostrophe between two letters of a word; a full stop after a letter
 * or digit and before a space, digit or punctuation; the dot of a foreign name between two Han characters.
 */
function signBetween(glyph: Glyph, before: Glyph | undefined, after: Glyph | undefined): string | undefined {
  if (!before || Math.abs(before.y - glyph.y) > before.size) return undefined;
  const last = before.text.normalize('NFKC');
  const isLast = !after || Math.abs(after.y - glyph.y) > glyph.size * 0.3;
  if (HAN_END.test(last)) return !isLast && /^[\p{Script=Han}\p{Lu}]/u.test(after.text) ? '·' : undefined;
  if (!/[A-Za-z\d]$/.test(last)) return undefined;
  if (isLast) return '.';
  const isNear = after.x - glyph.x - glyph.width < glyph.size * STOP_GAP;
  if (/[a-z]$/i.test(last) && /^[a-z]/i.test(after.text.normalize('NFKC')) && isNear) return '’';
  return /^[\s\d\p{L}\p{P}\uA3A1-\uA3FE]/u.test(after.text) ? '.' : undefined;
}

const HAN_END = /\p{Script=Han}$/u;
/** The minimum gap after a full stop as a share of its size. */
const STOP_GAP = 0.1;
