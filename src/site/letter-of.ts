import { pinyin } from 'pinyin-pro';
import { isChinese } from '../model/language.ts';
import { memoizeData } from '../model/memoize.ts';

/**
 * The letter under which readers look for a name: its first, without accents, after any English article; for a Chinese
 * name, the first of its pinyin. Empty if the name does not begin with a letter.
 */
export const letterOf = memoizeData((name: string, language: string): string => {
  const bare = withoutOpening(name, language);
  const [first = ''] = isChinese(language) ? pinyin(bare, { toneType: 'none' }) : bare;
  const letter = first.normalize('NFD')[0] ?? '';
  return /\p{L}/u.test(letter) ? letter.toUpperCase() : '';
});

/** Compares names in the alphabetical order of a language, whatever marks or English article they begin with. */
export function byName(language: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) =>
    letterOf(a, language).localeCompare(letterOf(b, language), 'en') ||
    compare(withoutOpening(a, language), withoutOpening(b, language));
}

function withoutOpening(name: string, language: string): string {
  const whole = name.replace(/^[^\p{L}\p{N}]+/u, '');
  return /^en\b/.test(language) ? whole.replace(/^(?:the|an?)\s+(?=\S)/i, '') : whole;
}
