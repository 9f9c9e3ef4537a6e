import type { Work } from '../model/work.ts';

/**
 * The language in which a citation of a work is printed within text of another, or undefined where it is that text's
 * own: a Chinese “as above” cites an English book in Chinese.
 */
export function printedLanguage(
  printed: string,
  { language, title }: Work,
  around: string,
): string | undefined {
  if (language === around) return undefined;
  if (isHan(language) !== HAN.test(printed)) return undefined;
  // Of one script, only what repeats the title tells that it is in the work's language.
  return isHan(language) !== isHan(around) || printed.includes(openingOf(title)) ? language : undefined;
}

const HAN = /\p{Script=Han}/u;

/** Whether a language is written with Han characters. */
export const isHan = (language: string): boolean => /^(?:zh|ja|yue|lzh)\b/.test(language);

const openingOf = (title: string): string => [...title].slice(0, 6).join('');
