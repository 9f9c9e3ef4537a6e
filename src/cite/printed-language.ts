import { HAN, isWrittenInHan } from '../model/language.ts';
import type { Work } from '../model/work.ts';

/**
 * The language in which a citation of a work is printed within text of another language, or undefined if it is that
 * text’s own: a Chinese “as above” cites an English book in Chinese.
 */
export function printedLanguage(
  printed: string,
  { language, title }: Work,
  around: string,
): string | undefined {
  if (language === around) return undefined;
  if (isWrittenInHan(language) !== HAN.test(printed)) return undefined;
  // If both have the same script, only a citation that contains the title is certain to be in the work’s language.
  return isWrittenInHan(language) !== isWrittenInHan(around) || printed.includes(openingOf(title))
    ? language
    : undefined;
}

const openingOf = (title: string): string => [...title].slice(0, 6).join('');
