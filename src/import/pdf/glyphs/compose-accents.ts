import type { Glyph, PageContent } from './page-glyphs.ts';

/** Spacing accents with the combining ones of the same shape. */
const COMBINING = new Map([
  ['`', '\u0300'],
  ['´', '\u0301'],
  ['ˆ', '\u0302'],
  ['˜', '\u0303'],
  ['¯', '\u0304'],
  ['˘', '\u0306'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['˚', '\u030A'],
  ['˝', '\u030B'],
  ['ˇ', '\u030C'],
  ['¸', '\u0327'],
  ['˛', '\u0328'],
]);

/** Joins accents to the letters that they are printed above or below, as older fonts have no letters with accents. */
export function composeAccents(page: PageContent): PageContent {
  if (!page.glyphs.some(({ text }) => COMBINING.has(text))) return page;
  const joined = new Map<Glyph, string>();
  const taken = new Set<Glyph>();
  page.glyphs.forEach((accent, i) => {
    const combining = COMBINING.get(accent.text);
    if (combining === undefined) return;
    for (const letter of [page.glyphs[i - 1], page.glyphs[i + 1]]) {
      if (!letter || joined.has(letter) || !isOver(accent, letter)) continue;
      const composed = (UNDOTTED.get(letter.text) ?? letter.text).concat(combining).normalize('NFC');
      if ([...composed].length !== 1) continue;
      joined.set(letter, composed);
      taken.add(accent);
      return;
    }
  });
  return {
    ...page,
    glyphs: page.glyphs.flatMap((glyph) => {
      if (taken.has(glyph)) return [];
      const text = joined.get(glyph);
      return text === undefined ? [glyph] : [{ ...glyph, text }];
    }),
  };
}

const UNDOTTED = new Map([
  ['ı', 'i'],
  ['ȷ', 'j'],
]);

/** True if the middle of an accent is within the width of a letter. */
const isOver = (accent: Glyph, letter: Glyph): boolean => {
  const middle = accent.x + accent.width / 2;
  return (
    /^\p{Script=Latin}$/u.test(letter.text) &&
    Math.abs(accent.y - letter.y) < letter.size * 0.4 &&
    middle > letter.x &&
    middle < letter.x + letter.width
  );
};
