import { z } from 'zod';

/** A year AD, optionally with a month and a day: [2001, 2, 28]. */
export type DateParts = number[];

/** Whether the date exists in the calendar. */
export function isDate([year = 0, month = 1, day = 1]: DateParts): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(month, year);
}

// The calendar repeats every 400 years, and day 0 is the last day of the month before.
const lengthOf = (month: number, year: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Whether a period can begin with one date and end with the other, for example 2019-05 and 2019. */
export const isSpan = (begin: DateParts, end: DateParts): boolean => valueOf(begin, 0) <= valueOf(end, 99);

const valueOf = ([year = 0, month, day]: DateParts, missing: number): number =>
  year * 10_000 + (month ?? missing) * 100 + (day ?? missing);

export const reasonAgainstDate = (written: string): string =>
  `Unexpected date ${written}, expected a date that exists`;

/** A day as 2019-08-31. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Unexpected date, expected YYYY-MM-DD', abort: true })
  .refine((text) => isDate(text.split('-').map(Number)), {
    error: ({ input }) => reasonAgainstDate(String(input)),
  });

export const reasonAgainstSpan = (begin: string, end: string): string =>
  `Unexpected end ${end} of a period that begins in ${begin}, expected the earlier date first`;
