import type { DateRecord, Quantity } from '../model/entries.ts';

/** The first and last year of each part of a century, after its two digits. */
const parts = { early: ['00', '09'], middle: ['40', '59'], late: ['90', '99'] } as const;
const whole = ['00', '99'] as const;

/** The first and last year of a date; for a century or a part of one, the years that it is taken to mean. */
export function yearsOf({ date, part }: DateRecord): [number, number] {
  const [start = '', end = start] = date.split('/');
  const year = (one: string, unknown: string): number => Number(one.slice(0, 4).replace('XX', unknown));
  const [first, last] = part ? parts[part] : whole;
  const [a, b] = [year(start, first), year(end, last)];
  return [Math.min(a, b), Math.max(a, b)];
}

/**
 * The sort key for chronological order: the beginning of a date, the middle of a part of a century, or the period of an
 * amount.
 */
export const sortKey = (record: Quantity): string =>
  record.type === 'date'
    ? record.date.replace('XX', record.part ? middleOf(parts[record.part]) : whole[0])
    : (record.when ?? '').replace('XX', whole[0]);

const middleOf = ([first, last]: readonly [string, string]): string =>
  String(Math.floor((Number(first) + Number(last)) / 2)).padStart(2, '0');
