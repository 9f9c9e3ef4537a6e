import { enDates, monthNumber } from './en-citations.ts';
import { zhFields } from './zh-citations.ts';
import type { CslDate } from '../../model/work.ts';
import { matchAt } from './note-text.ts';
import { dateOf } from './parsed-citation.ts';

/** The date that stands at an offset, as precise as it is printed, and where it ends. */
export function readDate(text: string, pos: number): { date: CslDate | undefined; end: number } | undefined {
  const found = (match: RegExpExecArray, date: CslDate | undefined) => ({ date, end: pos + match[0].length });
  let match = matchAt(enDates.monthDayYear, text, pos);
  if (match)
    return found(match, dateOf(match[3], monthNumber(match[1] ?? ''), Number.parseInt(match[2] ?? '')));
  match = matchAt(enDates.dayMonthYear, text, pos);
  if (match)
    return found(match, dateOf(match[3], monthNumber(match[2] ?? ''), Number.parseInt(match[1] ?? '')));
  match = matchAt(enDates.monthYear, text, pos);
  if (match) return found(match, dateOf(match[2], monthNumber(match[1] ?? '')));
  match = matchAt(enDates.seasonYear, text, pos);
  if (match) return found(match, dateOf(match[1]));
  match = matchAt(zhFields.isoDate, text, pos);
  if (match) return found(match, dateOf(match[1], match[2], match[3]));
  match = matchAt(enDates.year, text, pos);
  if (match) return found(match, dateOf(match[1]));
  return undefined;
}
