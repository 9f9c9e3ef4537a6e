import { ISO_DATE } from './dates.ts';
import {
  has,
  hasField,
  hasNo,
  readAddress,
  readDoi,
  type Cursor,
  type Field,
  type FieldRule,
} from './fields.ts';
import { dateOf, titleOf } from './parsed-citation.ts';
import { han, matchAt } from './pattern.ts';
import { hanPages, latinPages } from './printed-pages.ts';
import { zhShortForms } from './read-short-form.ts';

const HAN_NUMBER = '[一二三四五六七八九十百]{1,5}';
const NUMBER = `(?:\\d{1,4}|${HAN_NUMBER}|[IVX]{1,6})`;
const RANGE = `${NUMBER}(?: [-–—―/、~～至] ${NUMBER})?`;

const YEAR_MONTH_DAY = '(?<year>\\d{4}) 年 (?<month>\\d{1,2}) 月(?: (?<day>\\d{1,2}) 日)?';
const ACCESSED = '访问|浏览|登录|检索|查阅|下载';
const PUBLISHER = [
  '出版社|书局|书店|印书馆|书社|(?<!图)书馆|出版公司|出版集团|出版中心|出版有限公司|出版事业公司',
  '图书公司|文化公司|编译局',
].join('|');
const REVISED = '修订版|修订本|增订版|增订本|增补版|影印版|影印本|最新版|新版|刻本|抄本|铅印本|点校本';
const FILE_NUMBER = ' ?号? ?[:：]? ?[A-Z\\d-]{1,12}';

export const zhDate = han('(?<year>\\d{4}) 年(?: (?<month>\\d{1,2}) 月(?: (?<day>\\d{1,2}) 日(?: ?电)?)?)?');
export const zhEdition = han(`第 (?<value>${NUMBER}) 版|(?<value>[\\p{Script=Han}\\d]{0,8}(?:${REVISED}))`);
export const zhGenre = han(
  '(?<value>(?:博士|硕士|学士)(?:研究生)?(?:学位)?论文|博士后(?:出站|研究)(?:工作)?报告|学位论文)',
);
/** The date on which a URL was accessed: 访问时间：2015年3月2日, 2015年3月2日访问. */
export const zhAccessed = han(
  [
    `(?:最后|上次)?(?:${ACCESSED}|登陆|引用)(?:时间|日期|日)?(?: [:：为于])? (?:${YEAR_MONTH_DAY}|(?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2}))`,
    `${YEAR_MONTH_DAY} ?(?:最后|上次)?(?:${ACCESSED})`,
  ].join('|'),
);

/** `hasPending`: unexplained free text precedes the field. */
interface ZhCursor extends Cursor {
  hasPending: boolean;
}

const isNewspaper = ({ before }: Cursor): boolean =>
  hasField(before, 'container') && !hasField(before, 'issue', 'publisher');
const dateBefore = (before: readonly Field[]): readonly number[] =>
  before.findLast(({ type }) => type === 'date')?.date?.['date-parts'][0] ?? [];

/** The fields after a title. A rule comes before those that match the same beginning. */
export const zhRules: FieldRule<ZhCursor>[] = [
  { read: readDoi, when: hasNo('url') },
  { read: readAddress, when: hasNo('url') },
  { type: 'nothing', pattern: han('(?:来源|网址|链接|网页|资料来源)[:：] (?=https?:|www\\.)') },
  { read: readContainer },
  // Dates with a word beside them, then short forms, whose numbers are not pages.
  { type: 'accessed', pattern: zhAccessed },
  { type: 'back', pattern: zhShortForms.note },
  { type: 'back', pattern: zhShortForms.before },
  { type: 'pages', pattern: hanPages },
  {
    type: 'pages',
    pattern: latinPages,
    when: (cursor) =>
      hasNo('pages')(cursor) && /^pp?\b/i.test(cursor.note.text.slice(cursor.pos, cursor.pos + 3)),
  },
  // 2015年版, 2015年第2版: a year with an edition comes before a bare year.
  {
    type: 'date',
    pattern: han(
      `(?<year>\\d{4}) 年(?: \\d{1,2} 月)?(?: 第 (?<edition>${NUMBER}) 版| (?<edition>(?:修订|增订|增补|影印|重印|修正)[版本])|(?: 版|刊印|刊行| 印)(?<edition>))`,
    ),
    when: hasNo('date'),
  },
  { type: 'date', pattern: zhDate, when: hasNo('date') },
  { type: 'date', pattern: han(ISO_DATE), when: hasNo('date') },
  { read: readDayOfYear },
  { type: 'nothing', pattern: han('总第? ?\\d{1,4} ?[期号]') },
  {
    type: 'issue',
    pattern: han(
      [
        `第 (?<value>${RANGE}) [期辑号]`,
        '(?<value>\\d{1,2}) 期',
        '(?<value>\\d{1,2}) 月号',
        '第?(?<value>增刊\\d?)期?',
        '(?<value>[春夏秋冬]季?[号刊])',
        '(?<value>[上中下]半?月刊?[号]?)',
      ].join('|'),
    ),
    when: hasNo('issue'),
  },
  {
    type: 'volume',
    pattern: han(
      `第 (?<value>${RANGE}) 卷|卷 (?<value>${NUMBER})(?![\\p{L}])|第 (?<value>${NUMBER}) 册|(?<value>[上中下]) [册卷编](?![\\p{L}])`,
    ),
    when: hasNo('volume'),
  },
  // 第5版 is a page of a newspaper, but an edition of a book.
  {
    type: 'page',
    pattern: han('第? ?(?<value>[A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3}) 版'),
    when: isNewspaper,
  },
  { type: 'edition', pattern: zhEdition, when: (cursor) => !isNewspaper(cursor) },
  { type: 'genre', pattern: zhGenre },
  {
    pattern: han(
      `(?:(?<place>[\\p{Script=Han}·、]{2,12}) [:：] ?)?(?<publisher>[^，,：:；;。《》“”()（）\\d\\s]{1,30}?(?:${PUBLISHER}))(?!网)`,
    ),
    when: hasNo('publisher'),
  },
  {
    type: 'archive',
    pattern: han(
      '(?<value>[\\p{Script=Han}]{2,20}(?:档案馆|图书馆|博物馆|档案处|档案室))(?:馆?藏)?(?= ?(?:[，,。；;]|$))',
    ),
    when: hasNo('archive'),
  },
  {
    type: 'number',
    pattern: han(
      [
        '(?:档案?号|案卷号|编号|索书号|馆藏号) ?[:：] ?(?<value>[A-Z\\d][A-Z\\d./ -]{0,30}[A-Z\\d])',
        `(?<value>(?:全宗|卷宗|档案)${FILE_NUMBER}(?: ?[，,] ?(?:目录|案卷|第)?${FILE_NUMBER} ?[号卷件]?)*)`,
      ].join('|'),
    ),
    when: hasNo('number'),
  },
  // A shelf mark follows the name of an archive: J3-1-20.
  {
    type: 'number',
    pattern: han('(?<value>[A-Z]{1,3}\\d{1,5}(?:[-./]\\d{1,6}){1,5})'),
    when: (cursor) => has('archive')(cursor) && hasNo('number')(cursor),
  },
  {
    type: 'number',
    pattern: han(
      '(?<value>[\\p{Script=Han}]{0,12}[〔\\[［(（]\\d{4}[〕\\]］)）] ?(?:第 )?\\d{1,5} ?号)|(?<value>[A-Z]{1,6}(?:/[A-Z\\d.]{1,12}){1,5})',
    ),
  },
  { type: 'chapter', pattern: han(`第 (?<value>${NUMBER}) 章`), when: hasNo('chapter') },
  { type: 'article', pattern: han(`第 (?<value>${NUMBER}) 条(?:第 ${NUMBER} [款项])?`) },
  {
    type: 'nothing',
    pattern: han(`第 ${NUMBER} [节段]|(?:出版)?(?:时间|日期|年代?)不详|无日期`),
  },
];

function readContainer({ note, pos, before, hasPending }: ZhCursor): Field[] {
  const close = note.text.charAt(pos) === '《' ? note.closing.get(pos) : undefined;
  if (close === undefined || hasField(before, 'container') || hasPending) return [];
  // A title directly after a volume names a part of the book, not a containing book.
  const isPart =
    hasField(before, 'volume') && !hasField(before, 'date') && !/[，,\s]/u.test(note.text.charAt(pos - 1));
  const value = titleOf(note.text.slice(pos + 1, close));
  return [{ type: isPart ? 'nothing' : 'container', value, start: pos, end: close + 1 }];
}

/** Month and day, if the year has been read already. */
function readDayOfYear({ note, pos, before }: Cursor): Field[] {
  const [year, month] = dateBefore(before);
  const match = year !== undefined && month === undefined ? matchAt(DAY_OF_YEAR, note.text, pos) : undefined;
  if (!match) return [];
  const issued = dateOf(String(year), match.groups?.['month'], match.groups?.['day']);
  return [{ type: 'date', value: '', date: issued, start: pos, end: pos + match[0].length }];
}

const DAY_OF_YEAR = han('(?<month>\\d{1,2}) 月 (?<day>\\d{1,2}) 日');
