import { END, YEAR } from './dates.ts';
import type { NoteText } from './note-text.ts';
import { dateOf, pageLocator, withFields, type ParsedCitation } from './parsed-citation.ts';
import { matchAt } from './pattern.ts';

const PARTY = '\\p{Lu}(?:[^,;:()“”]|, (?:Inc|Ltd|LLC|L\\.P|Co|Corp)\\.?){1,100}?';
/** Smith v. Harbour Co., 12 U.S. 34, 36 (1880), with the court before the year unless the reporter implies it. */
const CASE = new RegExp(
  `(?<title>${PARTY} v\\. ${PARTY}), (?<volume>\\d{1,4}) (?<container>\\p{Lu}[\\p{L}\\d.’' ]{0,30}?) (?<page>\\d{1,5})${END}` +
    `(?:, (?<pages>\\d[\\d, –-]{0,30}\\d|\\d))?(?: n\\.\\d{1,3})? \\((?<court>[\\p{L}\\d. ]{1,30} )?(?<year>${YEAR})\\)`,
  'uy',
);

/** Reads a court decision in the style of common law reviews. */
export function readLatinCase(note: NoteText, start: number, high: number): ParsedCitation | undefined {
  const match = matchAt(CASE, note.text, start);
  if (!match || start + match[0].length > high) return undefined;
  const { title = '', volume, container, page, pages, court, year } = match.groups ?? {};
  const work = withFields(
    { type: 'legal_case', language: 'en', title },
    { 'container-title': container, authority: court?.trim(), volume, page, issued: dateOf(year) },
  );
  return {
    start,
    end: start + match[0].length,
    work,
    locator: pages === undefined ? undefined : pageLocator(pages),
    isShort: false,
    warnings: [],
  };
}
