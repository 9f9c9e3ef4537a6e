import { composeAccents } from './compose-accents.ts';
import { correctWidths } from './correct-widths.ts';
import { nameControls } from './name-controls.ts';
import type { PageContent } from './page-glyphs.ts';
import type { Reading } from '../reading.ts';
import { refusalOf } from './refuse-pages.ts';
import { repairGlyphs, type Repair } from './repair-glyphs.ts';
import { findWrongFonts } from './wrong-fonts.ts';

/** The glyphs of pages, with the characters that are printed. */
interface TextLayer {
  pages: PageContent[];
  /** The characters that were wrong. */
  repairs: Repair[];
  /** Fonts whose characters are wrong, and remain so. */
  wrongFonts: ReturnType<typeof findWrongFonts>;
}

/** Corrects the characters of a text layer, or says in one sentence why nobody could read it. */
export function mendTextLayer(given: PageContent[]): TextLayer | { refusal: string } {
  const named = nameControls(given);
  const { pages, repairs } = repairGlyphs(correctWidths(named.pages.map(composeAccents)));
  const wrongFonts = findWrongFonts(pages);
  const texts = pages.map(({ glyphs }) => glyphs.map(({ text }) => text).join(''));
  const refusal = refusalOf(texts, wrongFonts);
  return refusal === undefined ? { pages, repairs: [...named.repairs, ...repairs], wrongFonts } : { refusal };
}

/** Warns of characters that were corrected, and of those that nobody can correct. */
export function doubtTextLayer({ repairs, wrongFonts }: TextLayer, { source, warn }: Reading): void {
  if (repairs.length > 0)
    warn(
      0,
      `the text layer has other characters than the pages show; these are corrected: ${repairs.map(repairInWords).join(', ')}`,
    );
  for (const { name, sample } of wrongFonts)
    warn(
      Math.max(source.indexOf(sample.slice(0, 1)), 0),
      `the font ${name} has wrong characters in the text layer (${sample} …); what is set in it is unreadable: correct it by hand, or have the text recognised (by OCR) and import that`,
    );
}

const repairInWords = ({ from, to, count }: Repair): string =>
  `${to === ' ' ? 'a space' : to} for U+${from.codePointAt(0)?.toString(16).toUpperCase()} (${count === 1 ? 'once' : `${count} times`})`;
