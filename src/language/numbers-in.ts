import { primaryLanguage } from '../model/language.ts';
import { enNumbers } from './en-numbers.ts';
import { readNumbers, type NumberMention, type NumberPattern } from './numbers.ts';
import { zhNumbers } from './zh-numbers.ts';

const patterns: Record<string, NumberPattern[]> = { en: enNumbers, zh: zhNumbers };

/** Whether the checks know how numbers are written in a language. */
export const knowsNumbers = (lang: string): boolean => primaryLanguage(lang) in patterns;

/** The numbers in a text; undefined if the checks do not know how its language writes numbers. */
export function numbersIn(text: string, lang: string): NumberMention[] | undefined {
  const own = patterns[primaryLanguage(lang)];
  return (
    own &&
    readNumbers(
      text.replace(/[０-９]/g, (digit) => digit.normalize('NFKC')),
      own,
    )
  );
}
