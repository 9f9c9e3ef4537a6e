import type { CslDate } from '../model/work.ts';

/** A date in ISO 8601 and EDTF: 2021-03, or 2020-01/2020-06 for a span. */
export const isoDate = (date: CslDate | undefined): string | undefined =>
  date?.['date-parts']
    .map(([year = 0, ...rest]) =>
      [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-'),
    )
    .join('/');

/** Converts a day such as 2021-03-07 to CSL’s date parts. */
export const cslDate = (iso: string): CslDate => ({ 'date-parts': [iso.split('-').map(Number)] });
