import { ISO_DATE } from './dates.ts';
import {
  has,
  hasField,
  hasNo,
  readAddress,
  readDoi,
  readField,
  type Cursor,
  type Field,
  type FieldRule,
  type FieldType,
} from './fields.ts';
import { zhNextLeadIn } from './lead-in.ts';
import { stepOver, type NoteText } from './note-text.ts';
import { dateOf, titleOf } from './parsed-citation.ts';
import { han, matchAt } from './pattern.ts';
import { hanPages, latinPages } from './printed-pages.ts';
import { zhShortForms } from './read-short-form.ts';
import { hasRole, namesAuthors, zhReportingWords } from './read-zh-names.ts';

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

const date = han('(?<year>\\d{4}) 年(?: (?<month>\\d{1,2}) 月(?: (?<day>\\d{1,2}) 日(?: ?电)?)?)?');
const edition = han(`第 (?<value>${NUMBER}) 版|(?<value>[\\p{Script=Han}\\d]{0,8}(?:${REVISED}))`);
const genre = han(
  '(?<value>(?:博士|硕士|学士)(?:研究生)?(?:学位)?论文|博士后(?:出站|研究)(?:工作)?报告|学位论文)',
);
/** An edition of a journal, printed outside the title marks: 《某大学学报》（哲学社会科学版）. */
const series = han('[(（][^()（）《》\\d]{1,20}版[)）]');
const within = han(
  '(?:原?[载載](?:于|於|入|自)?|刊(?:于|载于?)|发表(?:于|在)|收(?:入|录于?|于)|辑入|见(?:于|诸)?|in )[:：]? ',
);
/** The editors of a book, separated from its title by a colon. */
const titledEditor = han('[^，。；：:《》]{0,20}(?:主编|编)(?:，[^，。；：:《》]{1,20}译)?(?=[：:]《)');

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
const rules: FieldRule<ZhCursor>[] = [
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
  { type: 'date', pattern: date, when: hasNo('date') },
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
  { type: 'edition', pattern: edition, when: (cursor) => !isNewspaper(cursor) },
  { type: 'genre', pattern: genre },
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

/** The maximum number of fields in a citation, which keeps reading linear. */
const MAX_FIELDS = 40;
/** The most characters of free text between two commas. */
const MAX_TEXT = 60;
const MAX_REMARK = 24;
const GAP = /[，,\s]*(?:\.\s+)?/uy;

/** Reads the part of the text after a title that belongs to the citation; the citation ends at `end`. */
export function readDetails(note: NoteText, from: number, high: number): { fields: Field[]; end: number } {
  const { text } = note;
  const fields: Field[] = [];
  let [pos, end, certain] = [from, from, 0];
  /** Accepts everything up to an offset: free text belongs to the citation only if a recognised field follows. */
  const accept = (next: number): void => {
    pos = end = next;
    certain = fields.length;
  };
  const add = (type: FieldType, start: number, next: number): void => {
    fields.push({ type, value: text.slice(start, next).trim(), start, end: next });
  };
  for (let count = 0; count < MAX_FIELDS; count++) {
    pos = Math.min(high, pos + (matchAt(GAP, text, pos)?.[0].length ?? 0));
    if (pos >= high) break;
    const close = /[(（]/u.test(text.charAt(pos)) ? note.closing.get(pos) : undefined;
    const lead = hasField(fields, 'container') ? undefined : matchAt(within, text, pos);
    if (lead) {
      add('within', pos, pos + lead[0].length);
      pos += lead[0].length;
      const title = note.closing.get(pos);
      const editor = title === undefined ? undefined : matchAt(titledEditor, text, title + 1);
      if (title !== undefined && editor) {
        const next = title + 1 + editor[0].length;
        add('containerEditors', pos, next);
        pos = next + 1;
      }
      continue;
    }
    const pending = fields.slice(certain).filter(({ type }) => type === 'text').length;
    const found = readField(rules, {
      note,
      pos: close === undefined ? pos : pos + 1,
      before: fields,
      hasPending: pending > 0,
    });
    fields.push(...found);
    const next = found[0]?.end;
    if (next !== undefined && next <= high && (close === undefined || next === close)) {
      accept(close === undefined ? next : next + 1);
      continue;
    }
    if (close !== undefined) {
      // A journal’s series in brackets belongs to the name before it; other brackets are ignored.
      const journal = hasField(fields, 'container') ? matchAt(series, text, pos) : undefined;
      if (journal) {
        add('series', pos, pos + journal[0].length);
        pos = end = pos + journal[0].length;
        continue;
      }
      if (close - pos > MAX_REMARK || pos > end || hasField(fields, 'pages')) break;
      if (!hasField(fields, 'edition'))
        fields.push(
          ...readField([{ type: 'edition', pattern: edition }], { note, pos: pos + 1, before: fields }),
        );
      pos = close + 1;
      continue;
    }
    if (matchAt(zhNextLeadIn, text, pos)) break;
    const isWithin = hasField(fields, 'within');
    if (hasField(fields, 'pages', 'url') || pending > 1) break;
    const stop = endOfText(note, pos, high);
    const written = text.slice(pos, stop).trim();
    if (stop === pos || written.length > MAX_TEXT) break;
    const names = written.replace(/[：:]$/u, '');
    const opensContainer = text.charAt(stop) === '《' && !hasField(fields, 'container');
    if (hasRole(names) && namesAuthors(names)) {
      const type = isWithin || opensContainer ? 'containerCredits' : 'credits';
      fields.push({ type, value: names, start: pos, end: stop });
      accept(stop);
      continue;
    }
    if (isWithin && opensContainer && namesAuthors(names)) {
      fields.push({ type: 'containerEditors', value: names, start: pos, end: stop });
      pos = stop;
      continue;
    }
    if (zhReportingWords.test(written) || (opensContainer && !isWithin)) break;
    add('text', pos, stop);
    pos = stop;
  }
  const pending = fields.slice(certain).filter(({ type }) => type === 'text');
  if (pos >= high && pending.length === 1 && SITE.test(pending[0]!.value)) {
    end = high;
    while (/[\s，,.]/u.test(text.charAt(end - 1))) end--;
    return { fields, end };
  }
  return { fields: fields.filter((field) => !pending.includes(field)), end };
}

/** The end of free text: a comma, a title, a URL, a year or a kind of thesis. */
function endOfText(note: NoteText, from: number, high: number): number {
  const { text } = note;
  let pos = from;
  while (pos < high && pos - from <= MAX_TEXT) {
    const char = text.charAt(pos);
    if (/[，,《]/u.test(char) || note.addresses.has(pos)) break;
    if (/\d/.test(char) && !/\d/.test(text.charAt(pos - 1)) && matchAt(date, text, pos)) break;
    if (pos > from && matchAt(genre, text, pos)) break;
    if (/[：:]/u.test(char) && text.charAt(pos + 1) === '《') return pos + 1;
    pos = stepOver(note, pos);
  }
  return Math.min(pos, high);
}

/** A website, agency or institution: free text that names the place of publication. */
const SITE =
  /(?:网|网站|新闻社|通讯社|社|报|报道|频道|客户端|公众号|博客|使馆|使团|大学|学院|研究院|研究所|中心|部|委员会|政府|办公室|银行|组织|基金会|协会|公司|集团|论坛|智库|官网|数据库)$/u;
