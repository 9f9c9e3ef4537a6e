import type { DateRecord } from '../model/entries.ts';
import type { PlacedQuantity } from './backlinks.ts';
import { sortKey, yearsOf } from './date-order.ts';

/** The dates that begin in one year, or that name the same century or part of one. */
interface DatedYear {
  /** The HTML id of its place in the list. */
  id: string;
  /** Undefined for a century, or a part of one. */
  year: number | undefined;
  /** The number of years without a date since the previous group. */
  yearsBefore: number;
  dates: { id: string; record: DateRecord; isPeriod: boolean }[];
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
        return { id, record, isPeriod: from < to };
      }),
    };
  });
}

const isCentury = ({ date }: DateRecord): boolean => date.includes('XX');
