import { dateFrom, END, YEAR } from './dates.ts';
import type { NoteText } from './note-text.ts';
import { pageLocator, withFields, type ParsedCitation } from './parsed-citation.ts';
import { matchAt } from './pattern.ts';
import type { ShortForm } from './read-short-form.ts';

// Court decisions in the style of American law reviews: The Bluebook, rules B10.1 and B10.2.

const FIRM = 'Inc|Ltd|LLC|LLP|L\\.L\\.C|L\\.L\\.P|L\\.P|P\\.C|P\\.A|P\\.S\\.C|N\\.A|S\\.A|Co|Corp|Cos';
const SIGNAL = '\\. (?:See|But|Cf|Compare|Accord)\\b';
const PARTY = `\\p{Lu}(?:(?!${SIGNAL})[^,;:()“”]|, (?:${FIRM})\\.?(?=[ ,])){1,100}?`;
const REPORTER = "(?<volume>\\d{1,4}) (?<container>\\p{Lu}[\\p{L}\\d.’' ]{0,30}?)";
const PAGES = '\\d[\\d, –-]{0,30}\\d|\\d';

const TITLE = `(?<title>(?:In re|Ex parte|Matter of) ${PARTY}|${PARTY} v\\. ${PARTY}), `;

/**
 * Smith v. Harbour Co., 12 U.S. 34, 36 (1880), with the court before the year unless the reporter implies it, and
 * perhaps the volume of an early reporter: 5 U.S. (1 Cranch) 137. If the text has named the case, the note begins with
 * the reporter.
 */
const CASE = new RegExp(
  `(?:${TITLE})?${REPORTER} (?:\\(\\d{1,2} \\p{Lu}\\p{L}{2,12}\\.?\\) )?(?<page>\\d{1,5})${END}` +
    `(?:, (?<pages>${PAGES}))?(?: n\\.\\d{1,3})? \\((?<court>[\\p{L}\\d.’ ]{1,30} )?(?<year>${YEAR})\\)`,
  'uy',
);

/** Smith v. Moss, No. 13-cv-618, 2015 WL 5772864, at *7 (E.D. Wis. Sept. 30, 2015); the star pages stay text. */
const UNREPORTED = new RegExp(
  `${TITLE}No\\. (?<number>[^,;()“”]{2,40}), (?<volume>${YEAR}) (?<container>WL) (?<page>\\d{4,9})` +
    `(?=(?:, at \\*[\\d, –-]{1,20})?(?: n\\.\\d{1,3})? \\((?<court>[^()“”]{1,40}?) (?<month>\\p{Lu}\\p{Ll}{2,8})\\.? (?<day>\\d{1,2}), (?<year>${YEAR})\\))`,
  'uy',
);

/** Smith, 12 U.S. at 36; 12 U.S. at 36; Smith, 2015 WL 5772864, at *7. */
const SHORT_CASE = new RegExp(
  `(?:(?<name>(?:In re )?${PARTY}), )?(?:${REPORTER} at (?<pages>${PAGES})|(?<unreported>${YEAR} WL \\d{4,9})(?=, at \\*))${END}`,
  'uy',
);

/** The words of a sentence before the name of a case. */
const TOLD = /^\p{Lu}[^.]*\s\p{Ll}{5,}\s[^.]*\bin (?=\p{Lu}.* v\. )/u;

/** Reads a court decision. */
export function readLatinCase(note: NoteText, start: number, high: number): ParsedCitation | undefined {
  const match = matchAt(CASE, note.text, start) ?? matchAt(UNREPORTED, note.text, start);
  if (!match || start + match[0].length > high) return undefined;
  const { title: told, number, volume, container, page, pages, court, ...date } = match.groups ?? {};
  // The court adopted it in Smith v. Harbour Co.
  const before = TOLD.exec(told ?? '')?.[0].length ?? 0;
  const title = told?.slice(before);
  // A journal can be cited in the same form: 12 Harv. L. Rev. 34 (1898).
  if (title === undefined && !isReporter(container ?? '')) return undefined;
  const work = withFields(
    { type: 'legal_case', language: 'en', title: title ?? `${volume} ${container} ${page}` },
    { 'container-title': container, authority: court?.trim(), number, volume, page, issued: dateFrom(date) },
  );
  return {
    start: start + before,
    end: start + match[0].length,
    work,
    locator: pages === undefined ? undefined : pageLocator(pages),
    isShort: title === undefined,
    warnings: [],
  };
}

/** Reads a short form of a decision, which is a citation only if the decision was cited before. */
export function readShortCase(note: NoteText, start: number, high: number): ShortForm | undefined {
  const match = matchAt(SHORT_CASE, note.text, start);
  const end = start + (match?.[0].length ?? 0);
  const { name, volume = '', container = '', pages, unreported } = match?.groups ?? {};
  if (!match || end > high || !(unreported !== undefined || isReporter(container))) return undefined;
  return {
    type: 'before',
    start,
    end,
    title: name,
    reporter: unreported ?? `${volume} ${container}`,
    locator: pages === undefined ? undefined : pageLocator(pages),
    isTentative: true,
  };
}

/** True for the abbreviation of a series of decisions: U.S., S. Ct., F.3d, F. Supp. 2d, N.E.2d, Cal. Rptr. */
const isReporter = (written: string): boolean =>
  /^(?:U\.S\.|S\. ?Ct\.|F\.|L\. Ed\.|(?:N|S)\.? ?[EW]\.|A\.|P\.|So\.|\p{Lu}\p{L}*\. (?:Rptr|App)\.|N\.Y\.S?|B\.R\.|Fed\. Cl\.)/u.test(
    written,
  );
