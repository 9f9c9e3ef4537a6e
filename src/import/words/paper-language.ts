import { countScripts, latinWords, mostFrequent } from './language-signs.ts';
import { HAN, isChinese } from '../../model/language.ts';

/** The language of a paper: `tag` is its BCP 47 tag, `readAs` the supported language whose words are looked for. */
interface PaperLanguage {
  readAs: 'zh' | 'en';
  tag: string;
  /** Why the tag is uncertain, if it is. */
  doubt?: string;
}

const MIN_HAN_SHARE = 0.2;

/** The language of a text, or the given one. */
export function languageOf(text: string, said?: string): PaperLanguage {
  if (said !== undefined) return { readAs: isChinese(said) ? 'zh' : 'en', tag: said };
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (HAN.test(text)) {
    const share = (text.match(/\p{Script=Han}/gu)?.length ?? 0) / Math.max(text.length, 1);
    const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    if (kana > letters * 0.1) return foreign('zh', 'ja');
    if (share > MIN_HAN_SHARE) return chinese(text);
  }
  if ((text.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters / 2) return foreign('en', 'und');
  const words = latinWords(text);
  const { language, count } = mostFrequent(words);
  if (count <= words.length * MIN_FREQUENT)
    return words.length < MIN_WORDS ? { readAs: 'en', tag: 'en' } : foreign('en', 'en');
  return language === 'en' ? { readAs: 'en', tag: 'en' } : foreign('en', language);
}

/** The minimum share of these frequent words in a text of the language; about a third are usual. */
const MIN_FREQUENT = 0.08;
/** Fewer words are not conclusive. */
const MIN_WORDS = 40;

function chinese(text: string): PaperLanguage {
  const { simplified, traditional } = countScripts(text);
  const tag = traditional > simplified ? 'zh-Hant' : 'zh-Hans';
  const isMixed = Math.min(simplified, traditional) > (simplified + traditional) * 0.2;
  return {
    readAs: 'zh',
    tag,
    ...(isMixed
      ? { doubt: `Simplified and Traditional characters are mixed; the language is given as ${tag}` }
      : {}),
  };
}

const foreign = (readAs: 'zh' | 'en', tag: string): PaperLanguage => ({
  readAs,
  tag: tag === 'und' ? 'en' : tag,
  doubt:
    tag === 'und' || tag === 'en'
      ? 'the language was not recognised; it is given as en'
      : `the text is in ${new Intl.DisplayNames('en', { type: 'language' }).of(tag)}, but headings, abstract and lists are only recognised by their words in Chinese and English`,
});
