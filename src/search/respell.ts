import { distance } from 'fastest-levenshtein';
import { HAN } from '../model/language.ts';
import { parseQuery } from './parse-query.ts';
import type { Words } from './record.ts';
import { search } from './search.ts';
import type { SearchSource } from './source.ts';
import { spellings, standingFor, usualCharacters } from './spell.ts';
import { foldQuery } from './units.ts';
import { ITEM, JOINER, partsOf } from './words.ts';

/** An abbreviation, near to which any word may be by chance. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u;

/** A word that may be misspelt: in Latin letters, or in Han characters. */
const MISSPELT = /^(?:[a-z]{4,}|\p{Script=Han}{2,})$/u;
/** One of several words; a shorter one is similar to too many others. */
const MISSPELT_AMONG_OTHERS = /^(?:[a-z]{2,}|\p{Script=Han}{2,})$/u;

/** The number of similar words that are tried for each word of a query, and of queries made of these. */
const MAX_TRIED = 3;

/** A query with similar words, or a similar name of several words, for those that do not occur, if that occurs. */
export async function correctSpelling(query: string, source: SearchSource): Promise<string | undefined> {
  const words = query.split(/ +/);
  const folded = words.map(foldQuery);
  const isLone = words.length === 1;
  const occurs = async (text: string, isWhole = false): Promise<boolean> =>
    (await source.find(parseQuery(text, { ...source, isWhole }))).length > 0;
  const joined = folded.join('');
  // A single word may have been typed as several.
  if (!isLone && /^[a-z]+$/.test(joined) && (await occurs(joined))) return joined;
  const variants = await source.variantsFor(query);
  const typed = folded.map((word) => spellings(word, standingFor(variants, false))[0] ?? '');
  const areWrong = await Promise.all(
    typed.map(
      async (word, i) =>
        (isLone ? MISSPELT : MISSPELT_AMONG_OTHERS).test(word) &&
        !ABBREVIATION.test(words[i] ?? '') &&
        // A short word begins many others.
        (isLone || !(await occurs(word, word.length < 4))),
    ),
  );
  if (!areWrong.includes(true)) return undefined;
  const [part = ''] = partsOf(folded[0] ?? '');
  const name = isLone ? undefined : closestName(folded, await source.words(part));
  if (name !== undefined) return name;
  const meant = typed.map(async (word, i) => {
    if (!areWrong[i]) return [word];
    const parts = [...partsOf(word)];
    // Misspelt words in Latin letters mostly begin correctly; for several words, this saves reading many files.
    const read = isLone || HAN.test(word) ? parts : parts.slice(0, 1);
    return closestWords(word, await Promise.all(read.map(source.words))).slice(0, MAX_TRIED);
  });
  const queries = (await Promise.all(meant))
    .reduce((before, some) => before.flatMap((one) => some.map((word) => [...one, word])), [[]] as string[][])
    .map((some) => some.join(' '));
  for (const one of queries.slice(0, MAX_TRIED)) if ((await search(source, one)).exact.length > 0) return one;
  return undefined;
}

/** The name of as many words that are each similar to a word of the query, or sound the same. */
export function closestName(words: string[], list: Words): string | undefined {
  const names = Object.values(list)
    .flatMap((some) => some.split(' '))
    .map((name) => name.split(JOINER))
    .filter(({ length }) => length > 1 && length === words.length)
    .map((name) => {
      const pairs = name
        .map((word, i) => ({ word, typed: words[i] ?? '' }))
        .filter(({ word, typed }) => soundOf(word) !== soundOf(typed));
      const mistakes = pairs.reduce((sum, { word, typed }) => sum + mistakesBetween(typed, word), 0);
      return { name: name.join(' '), mistakes, hasShort: pairs.some(({ word }) => word.length < 4) };
    })
    // Many words are similar to a short one, so the others must be right.
    .filter(({ mistakes, hasShort }) => mistakes < (hasShort ? 2 : Infinity));
  return names.sort((a, b) => a.mistakes - b.mistakes)[0]?.name;
}

const soundOf = (word: string): string => word.replaceAll('x', 'ks').replaceAll('ph', 'f');

/** The known words similar to a misspelt one, most similar first; of equally similar ones, names and headings. */
export function closestWords(word: string, lists: Words[]): string[] {
  const found = lists
    .flatMap((words) => Object.entries(words))
    .flatMap(([times, list]) =>
      list.split(' ').map((text) => ({
        text,
        times: Number.parseInt(times),
        isItem: times.endsWith(ITEM),
        mistakes: mistakesBetween(word, text),
      })),
    )
    .filter(({ mistakes }) => mistakes < Infinity);
  found.sort((a, b) => a.mistakes - b.mistakes || Number(b.isItem) - Number(a.isItem) || b.times - a.times);
  return [...new Set(found.map(({ text }) => text))];
}

/**
 * The number of mistakes that turn one word into another: characters that are wrong, missing or superfluous, or two
 * swapped ones. If all wrong characters sound or look alike, they count for less than any other mistake. Infinity
 * beyond one mistake in a short word, or two in a long one.
 */
function mistakesBetween(typed: string, meant: string): number {
  const [typedCharacters, meantCharacters] = [[...typed], [...meant]];
  const [least, isHan] = [Math.min(typedCharacters.length, meantCharacters.length), HAN.test(meant)];
  const most = least >= (isHan ? 5 : 8) ? 2 : 1;
  if (Math.abs(typedCharacters.length - meantCharacters.length) > most) return Infinity;
  const apart = distance(typed, meant);
  const mistakes =
    apart === 2 && typedCharacters.toSorted().join() === meantCharacters.toSorted().join() ? 1 : apart;
  const isSameLength = isHan && typedCharacters.length === meantCharacters.length;
  const unlike = meantCharacters.filter((one, i) => !areAlike(one, typedCharacters[i] ?? '')).length;
  const isAlike = isSameLength && unlike === 0;
  if (mistakes > most || (isHan && least < 3 && !isAlike)) return Infinity;
  // Two other characters make another name.
  if (isSameLength && mistakes > 1 && unlike > 1) return Infinity;
  return isAlike ? mistakes / 3 : mistakes;
}

/** Characters no further apart than this sound the same, or nearly so. */
const ALIKE = 30;

/** Groups of characters that look alike. */
const lookalikes =
  '己已巳 未末 士土 日曰 人入八 大太犬 天夫无 王玉主 木本术 田由甲申 右石古 冶治 侯候 析折拆 拔拨 微徽徵 戊戌戍 午牛 千干于 贝见 今令 代伐 休体 住往 债责 坏坯 免兔 鸟乌 幻幼 刀力刃 历厉 处外 茶荼 崇祟 毫豪 即既 辨辩瓣 博搏 暴瀑 准淮 低抵底 杨扬场 洒酒 氏氐民 沽估 洲州 没设 活话 汽气 泊伯 炭岩 受爱 管营 盲育 盟萌 权杈 柬东 哀衰衷 遣遗 裁栽载 竞竟 籍藉 密蜜 蓝篮 震振 仑仓 令冷 划刘 勾匀 匮馈 卖买 印卯 史吏 叶汁 吴昊 圆园 孑子 官宫 宜宣 峡狭 市布 师帅 弛驰 微薇 情清 惟推 慎镇 扰优 抄炒 捐损 摄慑 施旅 昂昴 晴睛 暖缓 构沟购 栗粟 棵颗 模摸 歧岐 汪注 沙纱 减咸 滩摊 灸炙 爪瓜 狠狼 猎借 瑞端 甩用 疏梳 直真 矛予 砂沙 稀希 秦泰 章意 粟票 续读 网冈 羞差 耒来 肓盲 胀帐 脚却 腊蜡 舀臼 船般 苔笞 著着 虎虚 规现 诚城 谓渭 贯惯 贷货 赢羸 踏蹈 辐幅 达述 迥迴 遂逐 郊效 酸竣 采彩 锻缎 防妨 限眼 陡徒 隐稳 雷雪 题提 验检 骚搔 鱼渔';

const areAlike = (a: string, b: string): boolean =>
  a === b ||
  Math.abs((usualCharacters.get(a) ?? NaN) - (usualCharacters.get(b) ?? NaN)) <= ALIKE ||
  lookalikes.split(' ').some((group) => group.includes(a) && group.includes(b));
