import { readAddress, readDoi, readField, type Field, type FieldRule } from './fields.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';

const DATE =
  '(?<year>\\d{4})(?!\\d)(?:[-.年/] (?<month>0?[1-9]|1[0-2])(?!\\d)(?:[-.月/] (?<day>\\d{1,2})日?)?)?';
const ISSUED = `(?:[(（[［]${DATE}[\\])）］]|${DATE})`;
const RANGE = '[A-Z]?\\d{1,7}(?: [-–—~～－+] [A-Z]?\\d{1,7})?';
const PAGES = `(?:pp?\\.? )?(?<pages>${RANGE}(?: [,，] \\d{1,5}(?: [-–—－] \\d{1,5})?(?![\\d年]))*)(?![\\d\\p{L}])`;
const SPAN = '\\d{1,4}(?:[-–/]\\d{1,4})?';
const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5}|[IVX]{1,6})';
const EDITION = `(?:第 )?(?<edition>${NUMBER}) 版|(?<edition>\\d{1,2}(?:st|nd|rd|th) ed\\.?)|(?<edition>[^.．。,，:：\\d]{1,10}[版本])`;
export const gbtEdition = han(EDITION);

/** 水文学刊, 2020, 15(4): 12-34; the year may precede the title. */
const article = (year: string): RegExp =>
  han(
    [
      '(?<container>[^;；[\\]［］]{1,160}?)[,，.．。] ',
      // Tide Studies, Vol. 4, No. 2, 2015
      `(?:[Vv]ol\\.? (?<volume>${SPAN})[,，] (?:[Nn]o\\.? (?<issue>${SPAN})[,，] )?${year}|`,
      // 2008: 3-10
      `${year}(?:(?= [:：] \\d{1,5} [-–—~～－] \\d{1,5} (?:[.．。;；]|$))|[.．。,，:：]? `,
      `(?:(?:[Vv]ol\\.? )?(?<volume>${SPAN})(?![\\d-]))? `,
      `(?:[(（] (?<issue>[^()（）]{1,12}) [)）]|[,，]? [Nn]o\\.? (?<issue>${SPAN}))?))`,
      `(?: [:：] ${PAGES})?`,
    ].join(''),
  );

/** 王五, 译. 2版. 上海: 远山书局, 2010: 21; a series may precede the place. */
const imprint = (year: string): RegExp =>
  han(
    [
      '(?:(?<translatedBy>[^.．。;；:：[\\]]{1,60}?)[,，]? (?:译|编译|校译|译校) [.．。,，] )?',
      `(?:(?:${EDITION}) (?:[.．。] |(?=[,，] \\d{4})))?`,
      '(?:(?<series>[^.．。,，:：;；[\\]［］(（]{2,60})[.．。] (?=[^.．。:：]{1,40}[:：]))?',
      '(?:(?<place>[^.．。:：;；[\\]［］(（]{1,40}\\.?) [:：] )?',
      `(?:(?<note>内部(?:发行|资料|印行|刊印|刊行)|未刊稿?|未出版)|(?<publisher>[^:：;；[\\]［］(（\\d\\s][^:：;；[\\]［］]{1,100}?))?`,
      `(?:(?:[,，.] )?${ISSUED}|(?= [.．。;；${year === '' ? ':：' : ''}]|$)${year})(?: [:：,，] ${PAGES})?`,
    ].join(''),
  );

/** By whether the year precedes the title. */
const patterns = {
  article: { dated: article(''), undated: article(ISSUED) },
  imprint: { dated: imprint(''), undated: imprint('(?! ?\\d)') },
};

/** Fields that may follow in any order. */
const rules: FieldRule[] = [
  { read: readDoi },
  { read: readAddress },
  { type: 'accessed', pattern: han(`[[［] ${DATE} [\\]］]`) },
  { type: 'date', pattern: han(ISSUED) },
  { type: 'pages', pattern: han(PAGES), when: ({ before }) => before.some(({ type }) => type === 'date') },
];

/** The maximum number of fields in an entry, which keeps reading linear. */
const MAX_FIELDS = 12;

const GAP = /[.．。,，:：\s]*/uy;

/**
 * The fields after the marker of an entry: container or imprint, year, volume, issue and pages, then dates and URLs.
 */
export function cutGbtFields(
  note: NoteText,
  from: number,
  high: number,
  isPart: boolean,
  isDated: boolean,
): { fields: Field[]; end: number } {
  const pattern = patterns[isPart ? 'article' : 'imprint'][isDated ? 'dated' : 'undated'];
  const within = { ...note, text: note.text.slice(0, high) };
  const fields: Field[] = [];
  let end = from;
  while (fields.length < MAX_FIELDS) {
    const pos = end + (matchAt(GAP, within.text, end)?.[0].length ?? 0);
    const isFirst = fields.length === 0 && !note.addresses.has(pos);
    const found = readField(isFirst ? [{ pattern }, ...rules] : rules, { note: within, pos, before: fields });
    if (found.length === 0) break;
    fields.push(...found);
    end = found[0]!.end;
  }
  return { fields, end };
}
