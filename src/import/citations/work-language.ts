import { HAN } from '../../model/language.ts';
import { countScripts, latinWords, mostFrequent } from '../words/language-signs.ts';

/** The language of a work, judging by the script and function words of its title. */
export function languageOf(title: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title.replace(/[・ー]/g, ''))) return 'ja';
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  if (HAN.test(title)) {
    const { simplified, traditional } = countScripts(title);
    return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  }
  if (/\p{Script=Cyrillic}/u.test(title)) return 'ru';
  const { language, count } = mostFrequent(latinWords(title));
  return count > 1 ? language : 'en';
}
