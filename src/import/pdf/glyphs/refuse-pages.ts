import { countLetters } from '../../words/count-letters.ts';
import { wrongSignsIn, type findWrongFonts } from './wrong-fonts.ts';

/** One sentence on why nobody could read a paper with these texts of pages; undefined if it can be read. */
export function refusalOf(
  pages: string[],
  wrongFonts: ReturnType<typeof findWrongFonts>,
): string | undefined {
  const text = pages.join('');
  const { letters } = countLetters(text);
  const unknown = text.match(/[\uFFFD\u0000-\u001F\uE000-\uF8FF]/g)?.length ?? 0;
  if (unknown > letters)
    return 'its fonts do not map their glyphs to characters: print it to a new PDF, or have its text recognised (OCR)';
  if (wrongFonts.reduce((sum, { share }) => sum + share, 0) >= MAX_WRONG)
    return `the text layer has other characters than the pages show (${wrongFonts[0]!.sample} … in the font ${wrongFonts[0]!.name}): have its text recognised anew (by OCR, for example with ocrmypdf --force-ocr), then import that`;
  const wrongSigns = wrongSignsIn(text);
  if (wrongSigns !== undefined)
    return `the text layer has other characters than the pages show (${wrongSigns} … for punctuation and figures): have its text recognised anew (by OCR, for example with ocrmypdf --force-ocr), then import that`;
  if (letters < Math.max(1, pages.length) * MIN_LETTERS)
    return 'it contains pictures of pages and no text: have the text recognised first (by OCR, for example with ocrmypdf), then import that';
  return undefined;
}

/** The share of letters in fonts with wrong characters from which a paper is unreadable. */
const MAX_WRONG = 0.1;
/** The fewest letters a page in a text layer. */
const MIN_LETTERS = 40;
