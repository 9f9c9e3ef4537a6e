import { translationsFor } from '../i18n/translations.ts';
import type { Amount, Quantity } from '../model/entries.ts';
import { knowsNumbers, numbersIn } from '../language/numbers-in.ts';
import { localised } from '../model/localised.ts';
import type { Edition } from '../model/settings.ts';
import { sayDate } from '../i18n/phrases.ts';
import { memoize } from '../model/memoize.ts';

/** The numeric value of an amount; a fraction is divided out. */
export function numberOf({ value }: Amount): number {
  if (typeof value === 'number') return value;
  const [numerator = 0, denominator = 1] = value.split('/').map(Number);
  return numerator / denominator;
}

/** A percentage or fraction as a share of 1; undefined for other amounts, whose size cannot be drawn as a length. */
export function shareOf(record: Quantity, edition: Edition): number | undefined {
  if (record.type === 'date' || !isShare(record, edition)) return undefined;
  const number = numberOf(record);
  return within(localised(record.measure, edition) === '%' ? number / 100 : number);
}

const isShare = (amount: Amount, edition: Edition): boolean =>
  typeof amount.value === 'string' || localised(amount.measure, edition) === '%';

const isMoney = ({ measure }: Amount): boolean => Object.values(measure).some((one) => CURRENCY.test(one));
const CURRENCY = /^[€$£¥]/;

/**
 * The kinds of records, in the order in which they are listed. Only records of one kind are compared with each other.
 */
export const quantityKinds = ['share', 'money', 'amount', 'date'] as const;

export const quantityKind = (record: Quantity, edition: Edition): (typeof quantityKinds)[number] => {
  if (record.type === 'date') return 'date';
  if (isShare(record, edition)) return 'share';
  return isMoney(record) ? 'money' : 'amount';
};

/** The sort key of an amount. Amounts of one unit are grouped, since 3 °C is not less than 4 countries. */
export const amountSortKey = (amount: Amount, edition: Edition): string =>
  isShare(amount, edition)
    ? String(shareOf(amount, edition) ?? numberOf(amount) / 100)
    : `${localised(amount.measure, edition)} ${numberOf(amount)}`;

const within = (part: number): number | undefined => (part >= 0 && part <= 1 ? part : undefined);

/** Formats a record in an edition’s language: €25, 22 September 2020. */
export function sayQuantity(record: Quantity, edition: Edition): string {
  const t = translationsFor(edition.lang);
  if (record.type === 'date') return sayDate(t, record.date, record.part);
  const { value, bound } = record;
  const measure = localised(record.measure, edition);
  const [sign = ''] = CURRENCY.exec(measure) ?? [];
  return t.quantities.amount({
    // `at least` as a key of ICU MessageFormat: atLeast
    bound: bound?.replace(/ (.)/, (_, letter: string) => letter.toUpperCase()) ?? 'none',
    sign,
    number: typeof value === 'number' ? sayNumber(value, edition) : value,
    gap: /^[€$£¥%°]/.test(measure) ? '' : ' ',
    measure: measure.slice(sign.length),
  });
}

/**
 * An amount or a date and what it is of, as they stand beside each other. What is in brackets at the end of the
 * description of a date qualifies the date: 2050 (or thereabouts).
 */
export function sayWithWhat(
  record: Quantity,
  edition: Edition,
): { said: string; what: string; isQualified: boolean } {
  const what = localised(record.what, edition);
  const [qualifier = ''] = record.type === 'date' ? (/\s*[(（][^()（）]+[)）]$/u.exec(what) ?? []) : [];
  return {
    said: sayQuantity(record, edition) + qualifier,
    what: what.slice(0, what.length - qualifier.length),
    isQualified: qualifier !== '',
  };
}

/**
 * Tests whether a text in an edition’s language contains exactly the figure of an amount or a date: not 10 in “10
 * million”. The text may have it in other words, such as the mid-twentieth century, if its language’s numbers are
 * known.
 */
export function saysFigure(record: Quantity, edition: Edition): (text: string) => boolean {
  if (knowsNumbers(edition.lang)) {
    const keysIn = (text: string): string[] => (numbersIn(text, edition.lang) ?? []).map(({ key }) => key);
    const own = keysIn(sayQuantity(record, edition));
    return (text) => own.length > 0 && own.every((key) => keysIn(text).includes(key));
  }
  const figures =
    record.type === 'date'
      ? [sayDate(translationsFor(edition.lang), record.date, record.part), ...spansOf(record.date)]
      : [typeof record.value === 'number' ? sayNumber(record.value, edition) : record.value];
  const exactly = new RegExp(
    String.raw`(?<![\d/]|\d[.,])(?:${figures.map(RegExp.escape).join('|')})(?![\d/万萬亿億]|[.,]\d|\s?(?:thousand|[mbtr]+illion))`,
    'u',
  );
  return (text) => exactly.test(text);
}

/** A period of whole years as it is also written: 2013–2020. */
const spansOf = (date: string): string[] =>
  /^\d{4}\/\d{4}$/.test(date) ? ['–', '—'].map((dash) => date.replace('/', dash)) : [];

function sayNumber(value: number, edition: Edition): string {
  const formats = numberFormats(edition);
  return formats[value >= formats.compactFrom ? 'compact' : 'standard'].format(value);
}

const numberFormats = memoize((edition: Edition) => ({
  compactFrom: Number(translationsFor(edition.lang).language.compactFrom),
  standard: new Intl.NumberFormat(edition.lang, { maximumFractionDigits: 6 }),
  compact: new Intl.NumberFormat(edition.lang, {
    maximumFractionDigits: 6,
    notation: 'compact',
    compactDisplay: 'long',
  }),
}));
