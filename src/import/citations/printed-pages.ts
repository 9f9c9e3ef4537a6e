import { END, YEAR } from './dates.ts';
import { han, latin } from './pattern.ts';

// Page references of citations, as different languages print them. The group is called `value`.

export const ROMAN = '[ivxlc]+(?:[-–—][ivxlc]+)?';
const PAGE = '[A-Z]?\\d{1,5}';
export const PAGE_RANGE = `${PAGE}(?:\\s?[-–—−~～－]\\s?${PAGE})?`;
const PAGES = `(?<value>(?:${PAGE_RANGE}|${ROMAN})(?:, ?(?!${YEAR}${END})${PAGE_RANGE}${END})*)`;

/** pp. 3–5, p. xii, at 60. */
export const latinPages = latin(`(?:pp?\\.?\\s?|s\\.\\s?|pages? |at (?=\\d|[ivxlc]+ ))${PAGES}${END}`);
/** : 3–5. */
export const colonPages = latin(`:\\s?${PAGES}${END}`);
/** A bracket with the year, and perhaps the editors or the edition before it. */
const DATED = ' \\([^()]{0,80}\\d{4}\\)';
/** Bare numbers where a citation may end. */
export const barePages = latin(`${PAGES}(?=\\s?(?:[.,;:)，；。]|$)|${DATED})`);
/** The pages of a book, between its title and the year: 84, 90–92 (2d ed. 2023). */
export const CITED_PAGES = `(?!${YEAR}${END})${PAGE_RANGE}(?:, ${PAGE_RANGE})*(?=${DATED})`;

const HAN_DASH = ' [-–—―─~～－至]{1,2} ';
const HAN_RANGE = `${PAGE}(?:${HAN_DASH}${PAGE})?`;
const HAN_PAGES = `${HAN_RANGE}(?: [、,，] ${HAN_RANGE}(?= [、,，\\d页頁]))*`;
const HAN_ROMAN = '[ivxlc]{1,8}(?: [-–—] [ivxlc]{1,8})?';
const BARE_HAN_RANGE = '\\d{1,5}(?: [-–—~～－] \\d{1,5})?';

/** 第3—5页, 3—5页, 页3—5. */
export const hanPages = han(
  [
    `第 (?<value>${HAN_PAGES}|${HAN_ROMAN}) [页頁]`,
    `(?<value>${BARE_HAN_RANGE}) [页頁](?!数|码)`,
    `[页頁] (?<value>${BARE_HAN_RANGE})`,
  ].join('|'),
);
