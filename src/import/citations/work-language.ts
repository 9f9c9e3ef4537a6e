import type { Draft } from './parsed-citation.ts';
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

/** A work in the language of the paper that cites it, if both use Latin letters and nothing in its title is English. */
export function inLanguageOf(lang: string, work: Draft): Draft {
  if (work.language !== 'en' || /^(?:en|zh|ja|ko|ru)\b/.test(lang)) return work;
  // These words are Portuguese or Spanish too.
  const words = latinWords(work.title).filter((word) => word !== 'a' && word !== 'as');
  const { language, count } = mostFrequent(words);
  return language === 'en' && count > 0 ? work : { ...work, language: lang };
}
