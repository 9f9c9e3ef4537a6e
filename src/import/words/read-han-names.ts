import { HAN } from '../../model/language.ts';
import type { Name } from '../../model/work.ts';
import { readLatinName, type Names } from './read-latin-names.ts';

/** A list of names in Chinese characters, and nothing else. */
export function readHanNames(written: string): Names {
  const whole = written.trim();
  const list = whole.replace(zhAndOthers, '');
  // An institution’s name may contain an enumeration mark only if the list does not consist of persons.
  const parts = list
    .split(/[、,，;；]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return { names: parts.map(readHanName), abridged: list !== whole };
}

function readHanName(written: string): Name {
  const name = written.replace(zhNation, '').trim();
  const isForeign = name !== written && !DYNASTY.test(written);
  if (!HAN.test(name)) return name === '' ? { literal: written } : readLatinName(name);
  // In dotted names the family name comes last, as in the original language.
  const dotted = name.split(/\s*[·•・\u2027．\u2219]\s*/);
  let last = dotted.pop();
  const initials = /^(?:[A-Z][.．]\s*)+(?=\p{Script=Han})/u.exec(last ?? '')?.[0];
  if (initials && last) {
    dotted.push(initials.trim());
    last = last.slice(initials.length);
  }
  if (dotted.length > 0 && last) return { family: last, given: dotted.join('·') };
  const initialled = INITIALS_BEHIND.exec(name)?.groups;
  if (initialled) return { family: initialled['family'] ?? name, given: initialled['given'] ?? '' };
  const letters = [...name.replace(/\s/g, '')];
  const compound = zhCompoundSurnames.has(letters.slice(0, 2).join('')) && letters.length > 2;
  const known = letters.length === 2 || letters.length === 3 || (compound && letters.length === 4);
  // A foreigner’s bare name may be just a family name, and no rule divides Japanese names.
  if (isForeign || !known || !letters.every((letter) => HAN.test(letter)) || zhInstitution.test(name))
    return { literal: name };
  const length = compound ? 2 : 1;
  return { family: letters.slice(0, length).join(''), given: letters.slice(length).join('') };
}

/** A foreigner of whom only the family name is transcribed, as in GB/T 7714. */
const INITIALS_BEHIND = /^(?<family>[\p{Script=Han}·]{1,8})\s?(?<given>\p{Lu}(?:[.\s-]*\p{Lu})*\.?)$/u;

/** 等 and the like after a list of names. */
export const zhAndOthers = /\s*等(?:人|编|著)?$|[,，]?\s*et al\.?$/u;

/** The country of a foreign author: [美], （英）, 〔德〕, 【日】. */
export const zhNation = /^\s*[[［〔【(（]\s*[\p{Script=Han}·]{1,8}\s*[\]］〕】)）]\s*/u;

/** The dynasty of an old author is printed in the place of a country. */
const DYNASTY =
  /^\s*[[［〔【(（]\s*(?:先秦|春秋|战国|秦|[西东]?汉|三国|魏|蜀|吴|[西东]?晋|南北朝|南朝|北魏|北齐|北周|[齐梁陈隋唐]|五代|后[唐晋汉周]|[北南]?宋|辽|金|元|明|清|民国)\s*[\]］〕】)）]/u;

/** Surnames of two characters. */
export const zhCompoundSurnames = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 宇文 长孙 長孫 夏侯 轩辕 钟离 闾丘 鲜于 司空 端木 独孤 南宫 西门 东郭 百里 呼延 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 万俟 赫连 拓跋 完颜 耶律 纳兰 第五 左丘 梁丘 东门 闻人'.split(
    ' ',
  ),
);

/** The endings of institutions’ names, and words within them. */
export const zhInstitution =
  /(?:大学|学院|研究院|研究所|研究会|研究室|委员会|编委会|委|部|局|署|厅|院|中心|组织|协会|学会|联盟|联合会|公司|集团|银行|基金会?|办公室|办|社|网|报|大会|会议|小组|课题组|编写组|项目组|编辑部|政府|法院|检察院|使馆|使团|智库|论坛|图书馆|档案馆|博物馆|出版社|俱乐部|(?:联合|共和|合众|[中美英法德俄韩泰外])国)$|课题组|编写组|委员会|人民政府/u;
