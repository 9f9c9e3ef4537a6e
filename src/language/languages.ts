import { primaryLanguage } from '../model/language.ts';
import { enNumbers } from './en.ts';
import type { NumberForm } from './numbers.ts';
import { zhNumbers } from './zh.ts';

const numbers: Record<string, NumberForm[]> = { en: enNumbers, zh: zhNumbers };

/** How a language writes numbers; undefined for one that the checks do not know. */
export const numbersOf = (lang: string): NumberForm[] | undefined => numbers[primaryLanguage(lang)];
