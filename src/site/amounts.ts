import type { Amount, Quantity } from '../model/entries.ts';
import type { Edition } from '../model/settings.ts';
import { sayDate } from '../i18n/phrases.ts';
import { localised, translationsOf } from './queries.ts';

/** The number of an amount; a fraction as the quotient that it is. */
export function numberOf({ value }: Amount): number {
  if (typeof value === 'number') return value;
  const [numerator = 0, denominator = 1] = value.split('/').map(Number);
  return numerator / denominator;
}

/** What a record says, as an edition's language writes it: €25, 22 September 2020. */
export function sayQuantity(record: Quantity, edition: Edition): string {
  const t = translationsOf(edition);
  if (record.type === 'date') return sayDate(t, record.date, record.part);
  const { value, bound } = record;
  const measure = localised(record.measure, edition);
  const [sign = ''] = /^[€$£¥]/.exec(measure) ?? [];
  return t.quantities.amount({
    // `at least` as ICU MessageFormat can name it: atLeast
    bound: bound?.replace(/ (.)/, (_, letter: string) => letter.toUpperCase()) ?? 'none',
    sign,
    number: typeof value === 'number' ? sayNumber(value, edition) : value,
    gap: /^[€$£¥%°]/.test(measure) ? '' : ' ',
    measure: measure.slice(sign.length),
  });
}

function sayNumber(value: number, edition: Edition): string {
  const isLarge = value >= Number(translationsOf(edition).language.compactFrom);
  return new Intl.NumberFormat(edition.lang, {
    maximumFractionDigits: 6,
    ...(isLarge ? { notation: 'compact', compactDisplay: 'long' } : {}),
  }).format(value);
}
