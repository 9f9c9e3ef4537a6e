import { enNumbers } from './en.ts';
import type { NumberForm } from './numbers.ts';
import { zhNumbers } from './zh.ts';

const numbers: Record<string, NumberForm[]> = { en: enNumbers, zh: zhNumbers };

/** The language of a BCP 47 tag, without script and region: zh for zh-Hans. */
export const primaryLanguage = (lang: string): string => lang.split('-')[0]?.toLowerCase() ?? lang;

/** How a language writes numbers; undefined for one that the checks do not know. */
export const numbersOf = (lang: string): NumberForm[] | undefined => numbers[primaryLanguage(lang)];
