// What tells the language of a text or title.

/** Characters that differ in Simplified and Traditional Chinese, in the same order. */
const SIMPLIFIED =
  '国学会与为说对时这个经发过从来开关点东车长门问间们还进义书体实现动机处认论设计议语调选际陆阳云电头题类显风飞党龙马后应无两战总权术业产';
const TRADITIONAL =
  '國學會與為說對時這個經發過從來開關點東車長門問間們還進義書體實現動機處認論設計議語調選際陸陽雲電頭題類顯風飛黨龍馬後應無兩戰總權術業產';

/** The numbers of characters of a text that are only Simplified, and only Traditional. */
export function countScripts(text: string): { simplified: number; traditional: number } {
  const counts = { simplified: 0, traditional: 0 };
  for (const character of text)
    if (TRADITIONAL.includes(character)) counts.traditional++;
    else if (SIMPLIFIED.includes(character)) counts.simplified++;
  return counts;
}

/** Frequent words of languages in Latin script. */
const frequentWords = Object.entries({
  en: 'the of and in for on to from with by is how why a an that as this which are not',
  de: 'der die das und ist nicht von den dem des ein eine zu zur zum mit im sich auf für auch über werden',
  fr: 'le la les l’ d’ des du est et une dans qui que pour sur pas par au aux cette ces sont',
  es: 'el la los las una del y para por con en que como más su sus este esta pero',
  it: 'il gli della che di del per una con non sono dei nel alla questo',
  pt: 'os das dos uma que não com para ao são como mais pela pelo',
  nl: 'het een van en niet met voor zijn dat ook aan door worden wordt',
}).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }));

/** The language of which a text has the most frequent words, and their number. */
export function mostFrequent(words: string[]): { language: string; count: number } {
  const counts = frequentWords.map(({ language, words: own }) => ({
    language,
    count: words.filter((word) => own.has(word)).length,
  }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best));
}

export const latinWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("'", '’')
    .match(/\b[ld]’|\p{Script=Latin}+/gu) ?? [];
