import { functionWords } from './en-citations.ts';
import { simplifiedOnly, traditionalOnly } from './zh-citations.ts';

/** The language of a work by the script and small words of its title. */
export function languageOf(title: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title.replace(/[・ー]/g, ''))) return 'ja';
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  if (/\p{Script=Han}/u.test(title))
    return count(title, traditionalOnly) > count(title, simplifiedOnly) ? 'zh-Hant' : 'zh-Hans';
  if (/\p{Script=Cyrillic}/u.test(title)) return 'ru';
  const [best] = Object.entries(functionWords)
    .map(([language, words]) => ({ language, found: count(title, words) }))
    .sort((a, b) => b.found - a.found);
  return best && best.found > 1 ? best.language : 'en';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
