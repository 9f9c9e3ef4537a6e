import type { CslDate } from '../../model/work.ts';
import { dateOf } from './parsed-citation.ts';

export const MONTH = [
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?',
  'july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?',
].join('|');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A plausible year of publication. */
export const YEAR = '(?:1[4-9]|20)\\d\\d';
const NAMED_MONTH = `(?<month>${MONTH})`;
const NAMED_YEAR = `(?<year>${YEAR})`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
/**
 * The end of a word or number. In patterns that ignore case, \p{L} takes long to compile, so the blocks of letters and
 * digits are listed.
 */
export const END =
  '(?![\\da-zA-Z\\u00b2\\u00b3\\u00b9\\u00c0-\\u1fff\\u2070-\\u209c\\u2460-\\u24ff\\u3005-\\u3007\\u3041-\\u9fff\\uac00-\\ud7a3])';

/** 2015-03-02, in digits only. */
export const ISO_DATE = '(?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})(?!\\d)';

/** Dates in English, the most precise formats first. */
export const EN_DATE = [
  `(?:${[
    `${NAMED_MONTH} ${DAY},? ?${NAMED_YEAR}`,
    // Of 26 August – 1 September 2011, the last day.
    `(?:\\d{1,2}(?: (?:${MONTH}))? ?[-–—] ?)?${DAY} ${NAMED_MONTH},? ?${NAMED_YEAR}`,
    `(?:(?:${MONTH})[-/–])?${NAMED_MONTH},? ${NAMED_YEAR}`,
    `(?:spring|summer|autumn|fall|winter)(?:[/–-]\\w{4,6})?,? ${NAMED_YEAR}`,
  ].join('|')})${END}`,
  ISO_DATE,
  `${NAMED_YEAR}[a-z]?${END}`,
].join('|');

/** The date in the groups `year`, `month` and `day` of a match; the month may be a word. */
export function dateFrom(groups: Record<string, string | undefined>): CslDate | undefined {
  const { year, month = '', day } = groups;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return dateOf(year, named > 0 ? named : month, day);
}
