import { isChinese } from '../../model/language.ts';
import { readNumeral } from '../../language/zh-numeral.ts';

/** Words and patterns for the parts of a paper, in Chinese and English. */

const NUMERAL = '[一二三四五六七八九十百〇零]+|\\d{1,3}';

/**
 * The numberings of headings, from the outermost to the innermost; the group `number` is the number. Papers need not
 * use all of them, nor in this order.
 */
export const headingNumberings: { id: string; pattern: RegExp }[] = [
  { id: 'part', pattern: new RegExp(`^第\\s?(?<number>${NUMERAL})\\s?[编編部篇](?:[　\\s:：]|$)`) },
  {
    id: 'chapter',
    pattern: new RegExp(`^第\\s?(?<number>${NUMERAL})\\s?章(?:[　\\s:：]|$|(?=\\p{Script=Han}))`, 'u'),
  },
  {
    id: 'section',
    pattern: new RegExp(`^第\\s?(?<number>${NUMERAL})\\s?[节節](?:[　\\s:：]|$|(?=\\p{Script=Han}))`, 'u'),
  },
  { id: 'chapter-en', pattern: /^(?:Chapter|Part|Section)\s+(?<number>\d{1,2}|[IVX]+)(?:[.:\s]\s*|$)/i },
  { id: 'roman', pattern: /^(?<number>[IVX]{1,5})[.．、]\s*(?=[\p{L}“‘"])/u },
  { id: 'han-comma', pattern: /^(?<number>[一二三四五六七八九十]{1,3})[、．.]\s*/ },
  { id: 'han-space', pattern: /^(?<number>[一二三四五六七八九十]{1,3})[\s　]+(?=[\p{Script=Han}《“‘「])/u },
  { id: 'han-bracket', pattern: /^[（(]\s?(?<number>[一二三四五六七八九十]{1,3})\s?[）)][、.．]?\s*/ },
  { id: 'decimal-3', pattern: /^\d{1,2}[.．]\d{1,2}[.．](?<number>\d{1,2})[.．]?[\s　]*(?=[\p{L}“《‘"])/u },
  {
    id: 'decimal-2',
    pattern:
      /^\d{1,2}[.．](?: (?=[1-9][\s　]*(?![年月日世个個])\p{Script=Han}))?(?<number>\d{1,2})[.．]?[\s　]*(?=[\p{L}“《‘"])/u,
  },
  {
    id: 'digit',
    pattern:
      /^(?<number>\d{1,2})(?:(?:[.．、]|[\s　]．)[\s　]*|[\s　]+(?![年月日个個种種次届屆世多余餘万萬亿億%]))(?=[\p{L}“《‘"]|\d{2,4}\s?(?:世[纪紀]|年代))/u,
  },
  { id: 'digit-bracket', pattern: /^[（(]\s?(?<number>\d{1,2})\s?[）)][\s　]*(?=[\p{L}“《‘"])/u },
];

const introduction =
  '(?:introduction|引\\s*[言论論]|[导導]\\s*[言论論]|前\\s*言|[绪緒]\\s*[论論]|[问問][题題]的提出)';

const INTRODUCTION = new RegExp(`^(?:(?:\\d|I|[一〇零])[.．、]?\\s*)?${introduction}(?!\\p{L})`, 'iu');
/** True for the heading of an introduction. */
export const isIntroduction = (heading: string): boolean => INTRODUCTION.test(heading.trim());

/** Headings without a number. Before the first numbered heading they begin the introduction, after it a section. */
export const plainHeading = new RegExp(
  `^(?:${introduction}|[结結]\\s*[语語]|[结結]\\s*[论論]|[余餘]\\s*[论論]|尾\\s*[论論]|[结結]束[语語]|小\\s*[结結]|[讨討]\\s*[论論]|[说說]\\s*明|conclusions?|concluding remarks|discussion)(?:[：:—–-].{0,30})?$`,
  'iu',
);

/** The opening words of abstract and keywords; the text may follow on the same line. */
export const frontParts: { id: 'abstract' | 'keywords'; lang: 'zh' | 'en' | 'other'; pattern: RegExp }[] = [
  {
    id: 'abstract',
    lang: 'zh',
    pattern: /^[【[［〔]?\s*(?:内\s*容\s*)?(?:摘\s*要|提\s*要)\s*[】\]］〕]?\s*[:：]?\s*/,
  },
  {
    id: 'keywords',
    lang: 'zh',
    pattern: /^[【[［〔]?\s*[关關]\s*[键鍵]\s*[词詞字]\s*[】\]］〕]?\s*[:：]?\s*/,
  },
  {
    id: 'abstract',
    lang: 'en',
    pattern:
      /^(?:[【[［〔]\s*(?:Abstract|Summary)\s*[】\]］〕]\s*[:：.—]?\s*|(?:Abstract|a b s t r a c t|(?:Executive )?Summary)\s*(?:[:：.—•▪■●|]\s*|$))/i,
  },
  { id: 'abstract', lang: 'en', pattern: /^ABSTRACT\s+(?=\p{Lu}\p{Ll}+ \p{Ll})/u },
  {
    id: 'keywords',
    lang: 'en',
    pattern:
      /^(?:[【[［〔]\s*Key\s?-?words?\s*[】\]］〕]\s*[:：.—]?\s*|(?:Key\s?-?words?|Index terms|Descriptors)\s*(?:[:：.—]\s*|$)|Key\s?-?words\s+(?=[^.:]{3,60}[,;]))/i,
  },
  {
    id: 'abstract',
    lang: 'other',
    pattern: /^[【[［〔]?\s*(?:Résumé|Zusammenfassung|Resumen|Resumo|Riassunto)\s*(?:[】\]］〕:：.]\s*|$)/i,
  },
  {
    id: 'keywords',
    lang: 'other',
    pattern:
      /^[【[［〔]?\s*(?:Mots[- ]clefs?|Mots[- ]clés?|Schlüsselwörter|Schlagwörter|Palabras clave|Palavras[- ]chave|Parole chiave)\s*(?:[】\]］〕:：.]\s*|$)/i,
  },
];

/** True if a line begins the abstract or the keywords. */
export const opensFrontPart = (text: string): boolean => frontParts.some(({ pattern }) => pattern.test(text));

/** A journal’s notices on the paper or its author. */
export const editorialLine =
  /^[【[［〔（(*＊∗※]*\s*(?:作者[简簡]介|作者[单單]位|作者|基金[项項]目|基金|[项項]目基金|收稿日期|修回日期|修[订訂]日期|投稿日期|中[图圖]分[类類][号號]|中[图圖]法分[类類][号號]|分[类類][号號]|文[献獻][标標][识識志][码碼]|文章[编編][号號]|[责責]任[编編][辑輯]|[责責][编編]|[编編][辑輯]|校[对對]|DOI|通信作者|通[讯訊]作者|致[谢謝]|[电電]子[邮郵][箱件]|E-?mail|Received|Accepted|Corresponding author|About the author|JEL|CLC number|Document code|Article ID)\s*(?:[】\]］〕）)]\s*[:：·]?|[:：·])|^(?:中[图圖]分[类類][号號]|文[献獻][标標][识識志][码碼]|文章[编編][号號])\s?(?=[A-Z\d])|^(?:©|\(c\))\s?(?:19|20)\d\d|^This (?:article|work|paper|journal) is (?:an open[- ]access|released|licen[sc]ed|distributed|published) under|^DOI\s?(?=10\.)|^Authors?[’']s?\s?notes?$|^Address (?:all )?correspondence|^\[e-?mail:|^(?:基金[项項]目|收稿日期)\s|^(?:[（(]\s?)?(?:(?:Manuscript|Paper|Article)\s)?(?:Received|Accepted)\s(?=.{0,30}\d{4})|^(?:[责責]任?[编編][辑輯]?|[编編][辑輯]|校[对對])\s+\p{Script=Han}{1,3}(?:\s+\p{Script=Han}{1,3}){0,3}\s*$|^[（(〔［[【]\s?(?:[责責]任[编編][辑輯]|[责責][编編]|[编編][辑輯]|校[对對])/iu;

/** True if a line begins the abstract, the keywords or a notice of the journal. */
export const opensPart = (text: string): boolean => editorialLine.test(text) || opensFrontPart(text);

/** A line that names the issue of a journal. */
export const mastheadLine =
  /(?:19|20)\d\d\s*年\s*第?\s*\d{1,2}\s*期|第\s*\d{1,2}\s*期.*(?:19|20)\d\d\s*年|第\s*\d{1,3}\s*卷\s*第\s*\d{1,2}\s*期|^Vol\.\s*\d+.*No\.\s*\d+|\s\d{1,3}\s?\((?:19|20)\d\d\),?\s\d+[–-]\d+$/i;

/** The kind of a thesis, on its cover above the title: 硕士专业学位论文. */
export const thesisLine =
  /^(?:\p{Script=Han}{2,14}(?:大[学學]|[学學]院)\s*)?(?:全日制|在[职職])?(?:本科(?:生)?|[学學]士|[硕碩]士|博士|研究生)(?:研究生)?(?:[专專][业業])?(?:[学學]位|[毕畢][业業])?\s*(?:[论論]\s*文|[设設]\s*[计計])\s*(?:[（(][设設][计計][）)])?$/u;

/** The word before the author’s name on the cover of a thesis. */
export const authorLabel = /^(?:(?:[论論]文)?作\s*者(?:\s*姓\s*名)?|(?:[学學]\s*生\s*)?姓\s*名)\s*[:：]\s*/;

/** The word before the title on the cover of a thesis. */
export const titleLabel =
  /^(?:(?:中文)?(?:[论論]文|[课課][题題]|[设設][计計])?(?:中文)?\s*(?:[题題]\s*目|[标標]\s*[题題]|[题題]\s*名))\s*[:：]\s*(?=\S)/;

/** The beginnings of captions. */
export const captionPatterns: { kind: 'figure' | 'table'; pattern: RegExp }[] = [
  {
    kind: 'figure',
    pattern:
      /^(?:[图圖]|附[图圖])\s?(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-－.]\d{1,2})?(?=[\s　.:：．、]|$|\p{Script=Han})/u,
  },
  {
    kind: 'table',
    pattern:
      /^[续續]?附?表\s?(?<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-－.]\d{1,2})?(?=[\s　.:：．、]|$|\p{Script=Han}|[（(]\s?[续續])/u,
  },
  { kind: 'figure', pattern: /^Fig(?:ure|\.)?\s?(?<number>\d{1,2})(?=[\s.:：]|$)/i },
  { kind: 'table', pattern: /^Table\s?(?<number>\d{1,2})(?=[\s.:：]|$)/i },
];

/** A sentence about an exhibit rather than a caption: 表1显示. */
export const sentenceAboutExhibit =
  /^(?:[图圖]|表|Fig(?:ure|\.)?|Table)\s?[\d０-９一二三四五六七八九十]{1,3}\s*(?:[显顯]示|[至到～~]|分[别別]|呈[现現]|[汇匯][报報]|描[述绘繪]|展[示现現]|[报報]告|表明|所示|可[见見]|可以|(?<=\S)中(?![国國央东東])|中(?=[，,、的所可列])|是(?!否)|[为為]|的|[说說]明|反映|列(?![国國强])|[给給]出|和(?![平谐諧解])|[与與]|及|shows?|lists?|gives?|presents?|summari[sz]es|and|is|reports?|depicts?|displays?|illustrates?|contains?|provides?|compares?)/i;

/** The line that gives the source of a figure or table. */
export const exhibitSource =
  /^(?:[资資]料[来來]源|[数數][据據][来來]源|[图圖]片[来來]源|[来來]源|[注註]|[说說]明|Sources?|Notes?)\s*[:：]/i;

/** The beginning of such a line if it announces a source; pages print their own label. */
export const sourceLabel =
  /^(?:[资資]料[来來]源|[数數][据據][来來]源|[图圖]片[来來]源|[来來]源|Sources?)\s*[:：]\s*/i;

/** A list’s heading may be repeated in English: 注释［Notes］, 参考文献/References. */
const ENGLISH = '(?:\\s*[[［（(/／]\\s*(?:Endnotes?|Notes?|References?|Works cited|Bibliography))?';
const NOTES = '[注註]\\s*[释釋]|尾\\s*[注註]|[注註]\\s*解|附\\s*[注註]';
const WORKS = '[参參]\\s*考\\s*文\\s*[献獻]';

/** The heading of notices on the authors, after the text. */
export const aboutAuthors =
  /^(?:about the authors?|author biograph(?:y|ies)|authors?[’']s? address(?:es)?|notes? on (?:the )?(?:authors?|contributors?)|biographical notes?|作者[简簡]介)(?=\s?[:：]?$|\s(?:Dr|Prof|Mrs?|Ms)\b)/i;

/** The headings of lists. A reference list may be numbered like a chapter. */
export const listHeadings: { id: 'notes' | 'references'; pattern: RegExp }[] = [
  {
    id: 'notes',
    pattern: new RegExp(
      `^[【[［〔]?\\s*(?:(?:${NOTES})(?:\\s*[及和与與]\\s*${WORKS})?${ENGLISH}|Notes?(?: and references)?|(?:Foot|End)-?notes?)\\s*[】\\]］〕)）]?\\s*[:：]?$`,
      'i',
    ),
  },
  {
    id: 'references',
    pattern: new RegExp(
      `^(?:(?:\\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,2})[.．、]?\\s+|[一二三四五六七八九十]{1,2}、)?[【[［〔]?\\s*(?:(?:(?:主要|[征徵]引|引用|[参參]考)?\\s*(?:${WORKS}|引用文[献獻]|[征徵]引文[献獻]|[参參]考[书書]目)|引用作品|引用[书書]目)${ENGLISH}|References(?: and (?:foot)?notes)?|Citations|Reference list|Bibliography|Works cited|Literature(?: cited)?)\\s*[】\\]］〕)）]?\\s*[:：]?$`,
      'i',
    ),
  },
];

/** The headings of parts of a reference list. */
export const listPart =
  /^(?:[（(]?[一二三四五六七八\dIVXA-D]{1,3}[)）.．、]\s*)?(?:(?:primary|secondary|archival|printed|published|unpublished|other|further|internet|online|electronic|web|legal|official|manuscript) (?:sources|literature|materials?|documents|works|references|publications)|archives|books(?: and articles)?|books and book chapters|(?:journal )?articles|monographs|book chapters|edited volumes|newspapers|interviews|websites|web ?sites|legislation|statutes|cases|case law|treaties|dissertations|theses|reports|[中英外日西][文語语](?:参考)?(?:文[献獻]|著作|[论論]文|部分|[书書][目籍]|[资資]料)|(?:中文)?(?:[专專]著|[译譯]著|古籍|期刊(?:[论論]文)?|[学學]位[论論]文|[报報][纸紙]|[网網][络絡]?[资資]源|[档檔]案))\s*[:：]?$/iu;

/** Words for the role of an author or editor, after the name. */
export const authorRole = /^文\s?[／/]\s?|[\s　／/]*(?:[编編]著|主[编編]|合著|著|[编編]|撰|[译譯]|文)$/;

/** The name for a dossier’s editors until they enter their own; it makes sense away from the dossier. */
export function editorsIn(lang: string, title: string): string {
  if (!isChinese(lang)) return `The editors of the dossier on “${title.replace(/“([^”]*)”/g, '‘$1’')}”`;
  const name = `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
  return `${name}卷宗${lang.startsWith('zh-Hant') ? '編者' : '编者'}`;
}

/** The name of the edition that contains the paper’s original text. */
export const originalIn = (lang: string): string => (isChinese(lang) ? '原文' : 'Original');

/** What an exhibit without a caption is called. */
export const exhibitIn = (lang: string, kind: 'figure' | 'table', number: string): string =>
  isChinese(lang)
    ? `${kind === 'table' ? '表' : lang.startsWith('zh-Hant') ? '圖' : '图'}${number}`
    : `${kind === 'table' ? 'Table' : 'Figure'} ${number}`;

/** The title of an introduction that has no heading in the paper. */
export const introductionIn = (lang: string): string => (isChinese(lang) ? '引言' : 'Introduction');

/** The title of a first chapter that contains only the abstract. */
export const abstractIn = (lang: string): string => (isChinese(lang) ? '摘要' : 'Abstract');

/** Replaces full-width digits by ASCII ones; the length does not change. */
export const withNarrowDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The value of a numeral in a heading: 十二, 12, IV. */
export function ordinal(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  if (/^[IVXL]+$/i.test(written)) {
    const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
    return [...written.toUpperCase()].reduce((sum, letter, i, all) => {
      const [own = 0, next = 0] = [values[letter], values[all[i + 1] ?? '']];
      return sum + (own < next ? -own : own);
    }, 0);
  }
  return readNumeral(written);
}
