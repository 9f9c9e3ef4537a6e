import type { LibraryRecord } from '../../cite/read-library.ts';
import { withFields, type Draft, type ParsedCitation } from './parsed-citation.ts';
import { familiesOf, titleKey, yearOf } from './work-index.ts';
import { languageOf } from './work-language.ts';

/** The fewest letters that the beginnings of two titles share if one of them is shortened. */
const MIN_TITLE = 8;

/** Finds the library record of a cited work, completed with details that only the citation has. */
export function matchingRecords(library: readonly LibraryRecord[]): (work: Draft) => Draft | undefined {
  const find = recordFinder(library.map(withLanguage));
  return (work) => {
    const record = find(work);
    return record && withPrinted(record, work);
  };
}

export const withLanguage = (record: LibraryRecord): Draft => ({
  language: languageOf(record.title),
  ...record,
});

/** Finds the record of the same work: by DOI, or by title, year and names. */
export function recordFinder<R extends Draft>(records: readonly R[]): (work: Draft) => R | undefined {
  const byDoi = new Map(records.flatMap((record) => (record.DOI ? [[doiKey(record.DOI), record]] : [])));
  const byTitle = Map.groupBy(records, ({ title }) => titleKey(title).slice(0, MIN_TITLE));
  return (work) => {
    const byItsDoi = work.DOI === undefined ? undefined : byDoi.get(doiKey(work.DOI));
    if (byItsDoi) return byItsDoi;
    const among = byTitle.get(titleKey(work.title).slice(0, MIN_TITLE)) ?? [];
    const same = among.filter((record) => isSame(record, work));
    const whole = same.find(({ title }) => titleKey(title) === titleKey(work.title));
    return whole ?? (same.length === 1 ? same[0] : undefined);
  };
}

/** The work of a list entry whose fields are known. */
export const citationOf = (record: LibraryRecord, entry: string): ParsedCitation => ({
  start: 0,
  end: entry.length,
  work: { language: languageOf(record.title), ...record },
  warnings: [],
});

const doiKey = (doi: string): string => doi.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '');

/** True if the titles agree, one possibly shortened, and neither year nor names contradict it. */
function isSame(record: Draft, work: Draft): boolean {
  const [one, other] = [titleKey(record.title), titleKey(work.title)];
  if (one !== other && !(one.startsWith(other) || other.startsWith(one))) return false;
  const [year, printed] = [yearOf(record), yearOf(work)];
  if (year !== undefined && printed !== undefined && year !== printed) return false;
  const [families, named] = [familiesOf(record), familiesOf(work)];
  return families.length === 0 || named.length === 0 || named.some((family) => families.includes(family));
}

/** The record, with the date on which the paper’s author accessed its URL. */
const withPrinted = (record: Draft, { accessed, custom }: Draft): Draft =>
  withFields(
    { ...record },
    { accessed: record.accessed ?? accessed, custom: record.custom ?? (record.author ? undefined : custom) },
  );
