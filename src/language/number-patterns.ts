import { primaryLanguage } from '../model/language.ts';
import { enNumbers } from './en-numbers.ts';
import type { NumberPattern } from './numbers.ts';
import { zhNumbers } from './zh-numbers.ts';

const numbers: Record<string, NumberPattern[]> = { en: enNumbers, zh: zhNumbers };

/** How a language writes numbers; undefined for one that the checks do not know. */
export const numberPatternsOf = (lang: string): NumberPattern[] | undefined => numbers[primaryLanguage(lang)];
