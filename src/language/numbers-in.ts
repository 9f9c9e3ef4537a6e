import { primaryLanguage } from '../model/language.ts';
import { enNumbers } from './en-numbers.ts';
import { readNumbers, type NumberMention, type NumberPattern } from './numbers.ts';
import { zhNumbers } from './zh-numbers.ts';

const patterns: Record<string, NumberPattern[]> = { en: enNumbers, zh: zhNumbers };

/** Whether the checks know how a language writes numbers. */
export const knowsNumbers = (lang: string): boolean => primaryLanguage(lang) in patterns;

/** The numbers of a text; undefined where the checks do not know how its language writes them. */
export function numbersIn(text: string, lang: string): NumberMention[] | undefined {
  const own = patterns[primaryLanguage(lang)];
  return own && readNumbers(text, own);
}
