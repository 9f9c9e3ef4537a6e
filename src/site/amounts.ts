import type { Amount, Quantity } from '../model/entries.ts';
import type { Edition } from '../model/settings.ts';
import { localised, wordsOf } from './queries.ts';

/** The number of an amount; a fraction as the quotient that it is. */
export function numberOf({ value }: Amount): number {
  if (typeof value === 'number') return value;
  const [numerator = 0, denominator = 1] = value.split('/').map(Number);
  return numerator / denominator;
}

/** What a record says, as an edition's language writes it: €25, 22 September 2020. */
export function sayQuantity(record: Quantity, edition: Edition): string {
  const words = wordsOf(edition).quantities;
  if (record.type === 'date') return words.date(record.date, record.part);
  const { value, measure, bound } = record;
  return words.amount(
    typeof value === 'number' ? sayNumber(value, edition) : value,
    localised(measure, edition),
    bound,
  );
}

function sayNumber(value: number, edition: Edition): string {
  const isLarge = value >= wordsOf(edition).quantities.compactFrom;
  return new Intl.NumberFormat(edition.lang, {
    maximumFractionDigits: 6,
    ...(isLarge ? { notation: 'compact', compactDisplay: 'long' } : {}),
  }).format(value);
}
