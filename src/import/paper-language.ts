import { HAN, isChinese } from '../model/language.ts';

/** The language of a paper: `tag` is its BCP 47 tag, `readAs` the supported language whose words are looked for. */
interface PaperLanguage {
  readAs: 'zh' | 'en';
  tag: string;
  /** Why the tag is uncertain, if it is. */
  doubt?: string;
}

const MIN_HAN_SHARE = 0.2;

/** Characters of frequent words that differ in Simplified and Traditional Chinese, in the same order. */
const SIMPLIFIED = '这国对时会说为们来个过发后动经现进关义实学与从体无应还两间问题党战总权术业产';
const TRADITIONAL = '這國對時會說為們來個過發後動經現進關義實學與從體無應還兩間問題黨戰總權術業產';

/** The most frequent words of languages in Latin script that the other languages do not have. */
const frequentWords: Record<string, string> = {
  en: 'the of and to that is was for with as by this which from are not',
  de: 'der die das und ist nicht von den dem des ein eine zu mit sich auf für auch werden',
  fr: 'le les des est et une dans qui que du pour sur pas par au cette ces sont',
  es: 'el los las una del que por con para como más su sus este esta pero',
  it: 'il gli della che di del per una con non sono dei nel alla questo',
  pt: 'os das dos uma que não com para ao são como mais pela pelo',
  nl: 'het een van en niet met voor zijn dat ook aan door worden wordt',
};

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
  const words = text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? [];
  const counts = Object.entries(frequentWords).map(([tag, frequent]) => {
    const own = new Set(frequent.split(' '));
    return { tag, count: words.filter((word) => own.has(word)).length };
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  const isRecognised = best !== undefined && best.count > words.length * MIN_FREQUENT;
  if (isRecognised && best.tag !== 'en') return foreign('en', best.tag);
  return isRecognised || words.length < MIN_WORDS ? { readAs: 'en', tag: 'en' } : foreign('en', 'en');
}

/** The minimum share of these frequent words in a text of the language; about a third are usual. */
const MIN_FREQUENT = 0.08;
/** Fewer words are not conclusive. */
const MIN_WORDS = 40;

function chinese(text: string): PaperLanguage {
  let [simplified, traditional] = [0, 0];
  for (const character of text) {
    if (TRADITIONAL.includes(character)) traditional++;
    else if (SIMPLIFIED.includes(character)) simplified++;
  }
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
