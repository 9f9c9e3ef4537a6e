import { isDate } from '../../model/calendar.ts';
import type { Locator } from '../../model/locator.ts';
import type { CslDate, Work } from '../../model/work.ts';

/** A work as a citation prints it, before it has an id. */
export type Draft = Omit<Work, 'id'>;

/** A parsed citation. */
export interface ParsedCitation {
  start: number;
  end: number;
  work: Draft;
  locator?: Locator | undefined;
  /** True if `work` contains only enough to identify an earlier work, such as a name or title. */
  isShort?: boolean;
  warnings: { offset: number; reason: string }[];
}

/** A printed date, as precisely as it is valid. */
export function dateOf(
  year: string | undefined,
  month?: string | number,
  day?: string | number,
): CslDate | undefined {
  if (year === undefined) return undefined;
  const whole = [Number(year), Number(month), Number(day)] as const;
  const parts = [[...whole], whole.slice(0, 2), whole.slice(0, 1)].find(isDate);
  return parts && { 'date-parts': [parts] };
}

/** Pages in CSL form: 175-190. */
export const pageRange = (printed: string): string =>
  printed.replace(/\s*[-–—\u2015─\u2212~～－至]+\s*/gu, '-').replace(/\s*[、,，]\s*/gu, ', ');

/** Pages in locator form: a printed dash remains, and other range signs become a dash that can be parsed again. */
export const pageLocator = (printed: string): Locator => ({
  label: 'page',
  value: printed
    .replace(/\s*[\u2015─]+\s*/gu, '—')
    .replace(/\s*[\u2212~～－至]+\s*/gu, '-')
    .replace(/\s*([-–—])[-–—]*\s*/gu, '$1')
    .replace(/\s*[、,，]\s*/gu, ', '),
});

export const isRange = (printed: string): boolean => /\d\s*[-–—\u2015─\u2212~～－至]+\s*\d/u.test(printed);

/** Normalises white space and removes spaces that only justify a line. */
export const tidied = (printed: string): string =>
  printed
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=[A-Za-z\d])|(?<=[A-Za-z\d%]) (?=\p{Script=Han})/gu, '')
    .trim();

/** The bare title, without punctuation around it. */
export function titleOf(printed: string): string {
  const title = tidied(printed)
    .replaceAll('〈', '《')
    .replaceAll('〉', '》')
    .replace(/\s+(?=[”’])/gu, '');
  const bare = title.replace(/[,，]+(?=[’"]?$)/u, '');
  return (/(?<![.\s]\p{L})\.$/u.test(bare) && !/\.\.\.$/.test(bare) ? bare.slice(0, -1) : bare).trim();
}

/** Adds the fields that have a value. */
export function withFields(draft: Draft, fields: { [K in keyof Draft]?: Draft[K] | undefined }): Draft {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return Object.assign(draft, Object.fromEntries(entries));
}
