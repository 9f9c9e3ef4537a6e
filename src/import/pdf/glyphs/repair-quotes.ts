import type { Glyph, PageContent } from './page-glyphs.ts';

/** Signs that a text layer has for a pair of quotation marks, and the pair. */
const PAIRS: readonly { signs: [string, string]; marks: [string, string] }[] = [
  { signs: ['\u201A', '\u201B'], marks: ['“', '”'] },
  { signs: ['\u2015', '\u2016'], marks: ['“', '”'] },
  { signs: ['\u2017', '\u2018'], marks: ['‘', '’'] },
];

/** The minimum number of pairs, and their share of the signs, below which the signs mean what they are. */
const MIN_PAIRS = 2;
const MIN_SHARE = 0.8;

/**
 * Replaces signs that stand in pairs around words, as quotation marks do: ‚福田主义‛, ―Citizenship‖, ‗After‘. The page
 * shows quotation marks; the code points come from the program that wrote the file.
 */
export function repairQuotes(
  pages: PageContent[],
  repair: (from: string, to: string) => void,
): PageContent[] {
  const used = PAIRS.filter(({ signs }) => arePairs(pages, signs));
  if (used.length === 0) return pages;
  const markOf = new Map(used.flatMap(({ signs, marks }) => signs.map((sign, i) => [sign, marks[i]!])));
  const withMark = (glyph: Glyph): Glyph => {
    const mark = markOf.get(glyph.text);
    if (mark === undefined) return glyph;
    repair(glyph.text, mark);
    return { ...glyph, text: mark };
  };
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.map(withMark) }));
}

/** True if nearly all of these signs alternate, the second after a word. */
function arePairs(pages: PageContent[], [opening, closing]: [string, string]): boolean {
  let [pairs, opened, count] = [0, 0, 0];
  for (const { glyphs } of pages)
    for (const [i, { text }] of glyphs.entries()) {
      if (text === opening) [opened, count] = [opened + 1, count + 1];
      // An apostrophe within a word may have the same code point as the closing mark.
      else if (text === closing && !(LETTER.test(glyphs[i + 1]?.text ?? '') && opened === 0)) {
        count++;
        if (opened === 1) pairs++;
        opened = 0;
      }
    }
  return pairs >= MIN_PAIRS && pairs * 2 >= count * MIN_SHARE;
}

const LETTER = /^\p{Script=Latin}/u;
