import type { DateRecord, Quantity } from '../model/entries.ts';
import type { PlacedQuantity } from './backlinks.ts';

/** The dates that begin in one year, or that name the same century or part of one. */
interface DatedYear {
  /** The HTML id of its place in the list. */
  id: string;
  /** Undefined for a century, or a part of one. */
  year: number | undefined;
  /** The number of years without a date since the previous group. */
  yearsBefore: number;
  /** Each with its number of years; undefined for a century, or a part of one. */
  dates: { id: string; record: DateRecord; years: number | undefined }[];
}

/** Groups all dates by the year in which they begin, in chronological order. */
export function groupByYear(records: PlacedQuantity[]): DatedYear[] {
  const dates = records
    .flatMap(({ id, record }) => (record.type === 'date' ? [{ id, record }] : []))
    .sort((a, b) =>
      sortKey(a.record) < sortKey(b.record) ? -1 : sortKey(a.record) > sortKey(b.record) ? 1 : 0,
    );
  const groups = Map.groupBy(dates, ({ record }) =>
    isCentury(record) ? `${record.date} ${record.part ?? ''}`.trim() : String(yearsOf(record)[0]),
  );
  let last: number | undefined;
  return [...groups].map(([name, own]) => {
    const years = own.flatMap(({ record }) => yearsOf(record));
    const yearsBefore = last === undefined ? 0 : Math.max(0, Math.min(...years) - last - 1);
    last = Math.max(last ?? -Infinity, ...years);
    return {
      id: `y${name.replace(' ', '-')}`,
      year: own.some(({ record }) => isCentury(record)) ? undefined : Number(name),
      yearsBefore,
      dates: own.map(({ id, record }) => {
        const [from, to] = yearsOf(record);
        return { id, record, years: isCentury(record) ? undefined : Number(to) - Number(from) + 1 };
      }),
    };
  });
}

const isCentury = ({ date }: DateRecord): boolean => date.includes('XX');

/** The first and last year of each part of a century, after its two digits. */
const parts = { early: ['00', '09'], middle: ['40', '59'], late: ['90', '99'] } as const;
const whole = ['00', '99'] as const;

/** The first and last year of a date; for a century or a part of one, the years that it is taken to mean. */
function yearsOf({ date, part }: DateRecord): [number, number] {
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
