import { HAN } from '../../../model/language.ts';
import type { PageContent } from './page-glyphs.ts';
import { mostFrequent, tally } from '../../tally.ts';

/** A font whose characters are not those on the page, since its map is wrong or missing. */
interface WrongFont {
  name: string;
  /** Its share of the paper’s letters. */
  share: number;
  /** Some of its letters, as they are in the text layer. */
  sample: string;
}

/** The fonts whose letters form no text in any language, judging by the frequency of characters. */
export function findWrongFonts(pages: PageContent[]): WrongFont[] {
  const fonts = new Map<string, Map<string, number>>();
  for (const { glyphs } of pages)
    for (const { text, font } of glyphs) {
      const counts = fonts.get(font) ?? new Map<string, number>();
      fonts.set(font, counts.set(text, (counts.get(text) ?? 0) + 1));
    }
  const known = [...fonts].map(([name, counts]) => ({ name, counts, letters: lettersIn(counts) }));
  const total = known.reduce((sum, { letters }) => sum + sumOf(letters), 0);
  return known
    .filter(
      ({ counts, letters }) =>
        isNonsenseHan(letters) ||
        (sumOf(letters) > Math.max(total * MIN_SHARE_LATIN, sumOf(counts, isVisible) / 2) &&
          isNonsenseLatin(letters)),
    )
    .map(({ name, letters }) => ({
      name,
      share: sumOf(letters) / total,
      sample: [...letters.keys()].slice(0, SAMPLE).join(''),
    }));
}

/**
 * The signs that a Chinese text has in the place of its punctuation, if its map is wrong for them: commas and full
 * stops are in every text, marks of exclamation, of number and of currency are rare.
 */
export function wrongSignsIn(text: string): string | undefined {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const odd = [...new Set(text.match(ODD_SIGNS))];
  return count(/\p{Script=Han}/gu) >= MIN_HAN && count(ODD_SIGNS) > count(STOPS) * MORE_ODD
    ? odd.slice(0, SAMPLE).join(' ')
    : undefined;
}
const STOPS = /[，。、；：,.;:．\uA3A1-\uA3FE]/g;
const ODD_SIGNS = /["!#$%&*<>@^`~\\]/g;
/** How many odd signs there are for each stop in such a text. */
const MORE_ODD = 2;

const SAMPLE = 6;
const isVisible = (text: string): boolean => text.trim() !== '';

/** The number of times that each letter occurs, without accents and in lower case. */
const lettersIn = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  tally(
    [...counts].flatMap(([text, count]) =>
      (text.normalize('NFKD').toLowerCase().match(/\p{L}/gu) ?? []).map((letter) => [letter, count]),
    ),
  );

const sumOf = (counts: ReadonlyMap<string, number>, is: (text: string) => boolean = () => true): number =>
  [...counts].reduce((sum, [text, count]) => sum + (is(text) ? count : 0), 0);

/** True for many Han characters without those that every text has. */
function isNonsenseHan(letters: ReadonlyMap<string, number>): boolean {
  const han = sumOf(letters, (letter) => HAN.test(letter));
  const frequent = sumOf(letters, (letter) => FREQUENT_HAN.includes(letter));
  return han >= MIN_HAN && han > sumOf(letters) / 2 && frequent < han * MIN_FREQUENT_HAN;
}

/** True for many Latin letters without vowels, or if others than the usual ones are the most frequent. */
function isNonsenseLatin(letters: ReadonlyMap<string, number>): boolean {
  const latin = sumOf(letters, (letter) => /\p{Script=Latin}/u.test(letter));
  if (latin < MIN_LATIN || latin < sumOf(letters) / 2) return false;
  const most = mostFrequent(letters)!;
  const vowels = sumOf(letters, (letter) => VOWELS.includes(letter));
  return !FREQUENT_LATIN.includes(most) || vowels < latin * MIN_VOWELS;
}

/** The fewest letters that are conclusive; headings alone have few. */
const MIN_HAN = 300;
const MIN_LATIN = 1000;
/** In a font with a smaller share of the letters, these may be variables, or the smaller ones among small capitals. */
const MIN_SHARE_LATIN = 0.1;

/**
 * Characters that make up a quarter of a Chinese text, and more than the given share of headings and Japanese texts.
 */
const FREQUENT_HAN =
  '的一是在不了有和人中大为上国以要他时来这们到地于出会可也对生而子得下自之年过发后作里所方多学如同现当没动面定分进成其些主然看天心关本前因只从想实日法等及与或由并此各已被则间政经社文义化理制力度性体合长最重新高两三二全外民行事用部内會國這對時為們來個過發後動經現進關義實學與從體無應還兩間問題';
const MIN_FREQUENT_HAN = 0.1;

/** One of these is the most frequent letter of any language in Latin script. */
const FREQUENT_LATIN = 'aeiotns';
const VOWELS = 'aeiouy';
const MIN_VOWELS = 0.25;
