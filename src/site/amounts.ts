import type { Amount, Quantity } from '../model/entries.ts';
import type { Edition } from '../model/settings.ts';
import { sayDate } from '../i18n/phrases.ts';
import { localised, translationsOf } from './queries.ts';

/** So many amounts of one measure are worth comparing by eye. */
const COMPARED = 3;

/** The number of an amount; a fraction as the quotient that it is. */
export function numberOf({ value }: Amount): number {
  if (typeof value === 'number') return value;
  const [numerator = 0, denominator = 1] = value.split('/').map(Number);
  return numerator / denominator;
}

/**
 * What can be drawn of amounts, by their order, as a part of 1: a percentage or a fraction of the whole that it is of, and
 * other amounts of the largest that has their measure, where several have.
 */
export function drawnParts(records: Quantity[], edition: Edition): (number | undefined)[] {
  const measureOf = ({ measure }: Amount): string => localised(measure, edition);
  const isPart = (amount: Amount): boolean => typeof amount.value === 'string' || measureOf(amount) === '%';
  const compared = Map.groupBy(
    records.filter((record): record is Amount => record.type === 'amount' && !isPart(record)),
    measureOf,
  );
  return records.map((record) => {
    if (record.type === 'date') return undefined;
    const number = numberOf(record);
    if (isPart(record)) return within(measureOf(record) === '%' ? number / 100 : number);
    const alike = compared.get(measureOf(record)) ?? [];
    return alike.length < COMPARED ? undefined : within(number / Math.max(...alike.map(numberOf)));
  });
}

const within = (part: number): number | undefined => (part >= 0 && part <= 1 ? part : undefined);

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

/** Whether a text in an edition's language says the very number of an amount, or a date: not 10 where it says 10 million. */
export function saysFigure(record: Quantity, edition: Edition): (text: string) => boolean {
  const figure =
    record.type === 'date'
      ? sayDate(translationsOf(edition), record.date, record.part)
      : typeof record.value === 'number'
        ? sayNumber(record.value, edition)
        : record.value;
  const exactly = new RegExp(
    String.raw`(?<![\d/]|\d[.,])${RegExp.escape(figure)}(?![\d/万萬亿億]|[.,]\d|\s?(?:thousand|[mbtr]+illion))`,
    'u',
  );
  return (text) => exactly.test(text);
}

function sayNumber(value: number, edition: Edition): string {
  const isLarge = value >= Number(translationsOf(edition).language.compactFrom);
  return new Intl.NumberFormat(edition.lang, {
    maximumFractionDigits: 6,
    ...(isLarge ? { notation: 'compact', compactDisplay: 'long' } : {}),
  }).format(value);
}
