import { HAN } from '../../model/language.ts';

/** The language of a work, judging by the script and function words of its title. */
export function languageOf(title: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title.replace(/[・ー]/g, ''))) return 'ja';
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  if (HAN.test(title))
    return count(title, TRADITIONAL_ONLY) > count(title, SIMPLIFIED_ONLY) ? 'zh-Hant' : 'zh-Hans';
  if (/\p{Script=Cyrillic}/u.test(title)) return 'ru';
  const [best] = Object.entries(functionWords)
    .map(([language, words]) => ({ language, found: count(title, words) }))
    .sort((a, b) => b.found - a.found);
  return best && best.found > 1 ? best.language : 'en';
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Function words that identify the language of a title in Latin letters. */
const functionWords: Record<string, RegExp> = {
  en: /\b(?:the|of|and|in|for|on|to|from|with|by|is|how|why|a|an)\b/gi,
  de: /\b(?:der|die|das|und|für|von|zur|zum|ein|eine|des|im|mit|auf|über)\b/gi,
  fr: /\b(?:le|la|les|des|du|et|pour|dans|une|sur|aux|au|est)\b|\bl[’']|\bd[’']/gi,
  es: /\b(?:el|los|las|del|y|para|una|por|con|en|la)\b/gi,
};

/** Characters that exist only in Traditional Chinese, and only in Simplified Chinese. */
const TRADITIONAL_ONLY =
  /[國學會與為說對時這個經發過從來開關點東車長門問間們還進義書長體實現動機處認論設計議語調選際陸陽雲電頭題類顯風飛黨龍馬]/gu;

const SIMPLIFIED_ONLY =
  /[国学会与为说对时这个经发过从来开关点东车长门问间们还进义书体实现动机处认论设计议语调选际陆阳云电头题类显风飞党龙马]/gu;
