import { readNumeral } from '../../language/zh-numeral.ts';
import { defined } from '../../model/defined.ts';
import { HAN } from '../../model/language.ts';

/** What a line says about the issue of a journal; numbers as printed. */
export type IssueDetails = Partial<Record<'journal' | 'year' | 'volume' | 'issue', string>>;

/** The journal’s name, if one of the lines has a number of its issue beside it. */
export function journalIn(lines: string[]): string | undefined {
  const details = lines.map((line) => readLine(plainOf(line)));
  return details.find((one) => one.journal !== undefined && Object.keys(one).length > 1)?.journal;
}

/** A line without its ISSN and words such as “cite as”. */
export const plainOf = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\b(?:[ep]-?)?ISSN:?\s*(?:\d{4}-\d{3}[\dX])?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(CITE_AS, '');

/** The words before a journal’s own citation of the paper. */
const CITE_AS =
  /^(?:(?:please )?cite (?:this (?:article|paper) )?as|(?:to|how to) cite(?: this (?:article|paper))?|(?:recommended|suggested) citation|zitiervorschlag|引用本文|引用格式)\s?:? /i;

const LICENCE = /\bCC[ -]?BY|Creative Commons|licen[cs]e/i;

/** What a plain line says about the issue, if it is one that journals print. */
export const readLine = (text: string): IssueDetails =>
  text.length > LONGEST_LINE ? {} : HAN.test(text) ? readHan(text) : readLatin(text);

/** The most characters in a line that names an issue; it may be a citation of the paper itself. */
const LONGEST_LINE = 160;

/** Words in the names of journals. */
export const SERIAL =
  /\b(?:review|journal|quarterly|studies|annals|archives?|bulletin|forum|research|yearbook|proceedings|zeitschrift)\b|学报|學報|研究|论坛|論壇|评论|評論|学刊|學刊|季刊|月刊|杂志|雜誌|科学|科學/i;

export const YEAR = String.raw`(?:19|20)\d\d`;

/** 文章编号:1000-8462(2022)05-0213-10 */
export function readArticleNumber(text: string): IssueDetails | undefined {
  const [, year, issue] =
    new RegExp(`\\d{4}-\\d{3}[\\dX]\\((${YEAR})\\)(\\d{2})-`).exec(text.replace(/\s+/g, '')) ?? [];
  return year === undefined ? undefined : { year, issue: String(Number(issue)) };
}

/** Advances in Tides 潮汐进展, 2022, 12(5), 1638-1646 */
const AFTER_NAME = new RegExp(
  `(?<journal>\\p{Script=Han}{3,20}), ?(?<year>${YEAR}), ?(?<volume>\\d{1,3}) ?\\((?<issue>\\d{1,2})\\)`,
  'u',
);

/** 《学报》2023年第3期, 第42卷第5期 */
function readHan(text: string): IssueDetails {
  const named = AFTER_NAME.exec(text)?.groups;
  if (named) return { ...named };
  const numeral = String.raw`(\d{1,3}|[一二三四五六七八九十百〇]{1,5})`;
  const digits = (written: string | undefined): string | undefined => {
    const value = written === undefined ? undefined : readNumeral(written);
    return value === undefined ? undefined : String(value);
  };
  // 社会学研究 2010. 5
  const dotted = new RegExp(`^\\p{Script=Han}{3,12} ?(${YEAR})[.．] ?(\\d{1,2})$`, 'u').exec(text);
  // 中華佛學研究，第十八期（2014 年）; 東方論叢，12 期（2014）
  const bracketed = new RegExp(`[，,.．] ?第? ?${numeral} ?期 ?[（(] ?(${YEAR})`).exec(text);
  const issue = digits(
    new RegExp(`(?<!总 ?)第 ?${numeral} ?[期辑輯]`).exec(text)?.[1] ?? dotted?.[2] ?? bracketed?.[1],
  );
  const year = new RegExp(`(?<!\\d)(${YEAR}) ?年`).exec(text)?.[1] ?? dotted?.[1] ?? bracketed?.[2];
  const volume = digits(new RegExp(`第 ?${numeral} ?卷`).exec(text)?.[1]);
  const publisher = /《([^》]{3,20})》(?:编辑部|編輯部|杂志社|雜誌社)/.exec(text)?.[1];
  const isMonth = /年 ?\d{1,2} ?月/.test(text) && !ABOUT.test(text) && text.length < 50;
  const evidence = [issue, volume, publisher].some((value) => value !== undefined);
  // The characters of names are often set with gaps between them.
  const name =
    publisher ??
    text
      .replace(/(?<=(?:^| )\p{Script=Han}) (?=\p{Script=Han}(?: |$))/gu, '')
      .replace(/[《》]/g, '')
      .replace(ENGLISH_DATE, '　')
      .replace(
        new RegExp(
          `\\(? ?(?:${YEAR} ?年|(?<=\\p{Script=Han} ?)${YEAR}[.．] ?\\d{1,2}$|\\d{1,2} ?月|总? ?第 ?${numeral} ?[期卷辑輯]|(?<=[,.] ?)\\d{1,3} ?期|\\(${YEAR}(?=\\)))+ ?\\)?|^\\d+ | \\d+$`,
          'gu',
        ),
        '　',
      )
      .split('　')
      .map((part) => part.replace(/^[\s,，.:：·•|]+|[\s,，.:：·•|]+$/g, ''))
      .find(
        (part) =>
          /^\p{Script=Han}[\p{Script=Han}()（） ·]{2,24}$/u.test(part) &&
          !ABOUT.test(part) &&
          !HOUSE.test(part),
      );
  return defined({
    year: evidence || isMonth ? year : undefined,
    issue,
    volume,
    journal:
      name !== undefined && (evidence || (isMonth && SERIAL.test(name)))
        ? name.replace(/\s+/g, '').replace('(', '（').replace(')', '）')
        : undefined,
  });
}

/** Aug. 2024, beside the date in Chinese. */
const ENGLISH_DATE = new RegExp(`\\p{Lu}\\p{Ll}{2,8}\\.?,? ?${YEAR}`, 'gu');

/** What journals print about themselves, and rubrics above papers. */
const ABOUT = /刊物|期刊|专题|專題|笔谈|筆談|主办|主辦|版权|基金|收稿|网络|首发|目录|目錄/;

/** Publishers of journals, and dates in words. */
const HOUSE = /(?:中心|大学|大學|学院|學院|研究所|研究院|出版社|社|会)$|[年月]/;

/** [Vol. 113:1079, 16(1), Vol. 34 — 2009 — No. 3, 40 (2015) 4, 49, 2, 53-77, Volume 3, Issue 3, 4.1, [2024 */
function readLatin(text: string): IssueDetails {
  const issued = new RegExp(`^(${YEAR})[.] ?(\\d{1,2})$`).exec(text);
  if (issued) return { year: issued[1]!, issue: issued[2]! };
  // Every pattern has a number.
  for (const pattern of /\d/.test(text) ? LATIN : []) {
    const found = pattern.exec(text)?.groups;
    if (!found) continue;
    const { journal, year, volume, issue } = found;
    // Sociologický časopis/Czech Sociological Review
    const name =
      journal &&
      (nameIn(journal) ??
        journal
          .split('/')
          .flatMap((part) => nameIn(part) ?? [])
          .at(-1));
    // A number with decimals may be anything, such as the version of a licence.
    if (pattern === DECIMAL && (!name || LICENCE.test(text))) continue;
    if (pattern === DATED && !(name && SERIAL.test(name))) continue;
    if (pattern === VOLUMED && !name) continue;
    return defined({ journal: name || undefined, year, volume, issue });
  }
  const name = nameIn(text);
  return name ? { journal: name } : {};
}

const DECIMAL = /^(?<journal>.*?) (?<volume>\d{1,3})\.(?<issue>[1-9]\d?)$/u;

const DATED = new RegExp(`^(?<journal>.*?), (?<year>${YEAR})\\.?$`, 'u');

const VOLUMED = /^(?<journal>.*?)[\s,]*\bVol(?:ume|\.)? ?(?<volume>\d{1,3})(?: \d{1,4})?$/u;

const LATIN = [
  // 12 HARB. L. REV. 629 (2025); Ada Marsh 12 Harb. L. Rev. Online 629 (2025); 12 Harb. L. Rev. 629
  `(?:^| )(?<volume>\\d{1,3}) \\p{Lu}[\\p{L}. &]*\\bRev\\.(?: (?:Online|Forum))? \\d+ \\((?<year>${YEAR})\\)`,
  '(?:^| )(?<volume>\\d{1,3}) \\p{Lu}[\\p{L}. &]*\\bRev\\.(?: (?:Online|Forum))? \\d+$',
  `^(?<journal>.*?)[\\s,]*\\[?\\bVol(?:ume|\\.)? ?(?<volume>\\d{1,3}) ?:(?<issue>\\d{1,2}) (?<year>${YEAR})\\]?`,
  `^(?<journal>.*?)[\\s,]*\\[?\\bVol(?:ume|\\.)? ?(?<volume>\\d{1,3}) ?:\\d+`,
  `^(?:(?<year>${YEAR}),? )?Vol(?:ume|\\.)? ?(?<volume>\\d{1,3}) ?\\((?<issue>\\d{1,2})\\)`,
  // Volume 5, No. 2, April 2016
  `^(?<journal>.*?)[\\s,;(—–-]*\\bVol(?:ume|\\.)? ?(?<volume>\\d{1,3})[\\s,;:.—–-]*(?:Issue|No\\.?|Nr\\.?) ?(?<issue>\\d{1,2}),? \\(?(?:\\p{L}{3,9}\\.? )?(?<year>${YEAR})\\b`,
  `^(?<journal>.*?)[\\s,;(—–-]*(?:(?<year>${YEAR})[,;. ]+)?\\bVol(?:ume|\\.)? ?(?<volume>\\d{1,3})\\b(?:[\\s,;:.—–-]*(?:Issue|No\\.?|Nr\\.?) ?(?<issue>\\d{1,2}))`,
  // Zeitschrift für Fragen, 11. Jg., Heft 1+2, 2004
  `^(?<journal>.*?), (?<volume>\\d{1,3})\\. ?(?:Jg|Jahrgang)\\.?,? ?(?:Heft|H\\.|Nr\\.) ?(?<issue>\\d{1,2}(?:[+/]\\d{1,2})?)(?:, | \\(| )(?<year>${YEAR})`,
  // Political Communication, 32:229–248, 2015; Rev World Econ (2009) 145:469–488
  `^(?<journal>.*?), (?<volume>\\d{1,3}): ?\\d+ ?[-–] ?\\d+, (?<year>${YEAR})$`,
  `^(?<journal>.*?) \\((?<year>${YEAR})\\) (?<volume>\\d{1,3}): ?\\d+ ?[-–] ?\\d+$`,
  `^(?<journal>.*?)[\\s,]*\\bVol(?:ume|\\.)? ?(?<volume>\\d{1,3})[\\s—–,-]+(?<year>${YEAR})[\\s—–,-]+No\\.? ?(?<issue>\\d{1,2})`,
  `^(?<journal>.*?),? (?<volume>\\d{1,3}), (?<issue>\\d{1,2}), \\d+ ?[-–] ?\\d+`,
  `^(?<journal>.*?),? (?<volume>\\d{1,3}) ?\\((?<year>${YEAR})\\) ?(?<issue>\\d{1,2})?(?:$|[,;: |│])`,
  `^(?<journal>.*?),? (?<volume>\\d{1,3}) ?\\((?<issue>\\d{1,2})\\)(?:$|[,;: ])`,
  DECIMAL,
  `^(?<journal>.*?) (?<volume>\\d{1,3}) \\| (?<year>${YEAR})$`,
  `^(?<journal>.*?) \\[(?<year>${YEAR})$`,
  `^(?<journal>.*?) \\((?<year>${YEAR})\\)$`,
  `^(?:\\p{L}+ )?(?<year>${YEAR})\\] `,
  `(?:©|\\(c\\)|copyright) ?(?:the authors? |the author\\(s\\) )?(?<year>${YEAR})\\b(?! ?[-–] ?\\d{4})`,
  DATED,
  VOLUMED,
  // 2015:53 Disparaging the Supreme Court 55
  `^(?<year>${YEAR}):\\d{1,4} `,
  `\\bNo\\. ?(?<issue>\\d{1,2}), ?(?<year>${YEAR})$`,
  `^(?!.*\\b(?:received|accepted|revised|submitted|accessed|retrieved)\\b)(?:.* )?(?:January|February|March|April|May|June|July|August|September|October|November|December) (?<year>${YEAR})$`,
].map((pattern) => (typeof pattern === 'string' ? new RegExp(pattern, 'iu') : pattern));

/**
 * The journal’s name in a text: capitalised words with short lower-case ones between them, without page numbers around
 * it.
 */
function nameIn(text: string): string | undefined {
  const name = text.replace(/^[\d\s|·—–-]+|[\d\s|·—–,;:([-]+$/g, '');
  const words = name.split(' ');
  const isName =
    words.length <= 10 &&
    !/\b(?:University|Department|Institute|Article)\b(?!.* (?:review|journal|quarterly|studies)(?: online)?$)/i.test(
      name,
    ) &&
    !/^(?:volume|issue|number)\b/i.test(name) &&
    /^\p{Lu}/u.test(name) &&
    words.every((word) => /^(?:\p{Lu}[\p{L}’'-]*[,:]?|&|and|of|the|for|in|on|to|und|für)$/u.test(word));
  return isName && /\p{L}{2}/u.test(name) ? name : undefined;
}
