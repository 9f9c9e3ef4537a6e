import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { withLocator, type ShortForm } from './read-short-form.ts';
import { isPersonAlone } from './read-zh-names.ts';
import { pageLocator } from './parsed-citation.ts';
import { enAnnounces, zhAnnounces, zhLeadInLength, zhOpening } from './lead-in.ts';
import { zhAndOthers, zhInstitution } from '../words/read-han-names.ts';

const MAX_NAMES = 80;

/**
 * Reads Holt (1997: 19) and (Holt and Reed 2004, p. 3), given the offset of the year: the work by that author and year
 * in the reference list, if there is one.
 */
export function readAuthorDate(
  note: NoteText,
  pos: number,
  low: number,
  high: number,
): ShortForm | undefined {
  const { text } = note;
  const year = matchAt(YEAR, text, pos);
  if (!year) return undefined;
  const before = text.slice(Math.max(low, pos - MAX_NAMES), pos);
  const gap = /\s?[(（]\s?$|[,，]?\s?$/u.exec(before)?.[0] ?? '';
  const written = namesAtEnd(before.slice(0, before.length - gap.length));
  if (written === '') return undefined;
  const start = pos - gap.length - written.length;
  const isBehindNames = /[(（]/u.test(gap);
  if (!isBehindNames && !/[(（;；]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  let end = pos + year[0].length;
  const { pages, letter } = year.groups ?? {};
  if (isBehindNames) {
    const close = matchAt(/\s?[)）]/uy, text, end)?.[0];
    if (close === undefined) return undefined;
    end += close.length;
  }
  if (end > high) return undefined;
  const [first = ''] = written.replace(AND_OTHERS, '').split(BETWEEN_NAMES);
  const form: ShortForm = {
    type: 'before',
    start,
    end,
    name: first.trim(),
    year: Number(year.groups?.['year']),
    letter,
    isTentative: !isAnnounced(text.slice(Math.max(low, start - 20), start)),
    locator: pages === undefined ? undefined : pageLocator(pages),
  };
  return isBehindNames && pages === undefined ? withLocator(text, form, high) : form;
}

/** The names at the end of a text, or an empty string. */
function namesAtEnd(stretch: string): string {
  const latin = LATIN_NAMES.exec(stretch)?.[0];
  if (latin !== undefined) return latin;
  const run = HAN_NAMES.exec(stretch)?.[0] ?? '';
  const behind = run.slice(zhLeadInLength(run));
  const opening = zhOpening.exec(behind)?.[0] ?? '';
  const names = opening.length < behind.length ? behind.slice(opening.length) : behind;
  const each = names.replace(zhAndOthers, '').split(BETWEEN_NAMES);
  return each.every((name) => isPersonAlone(name) || zhInstitution.test(name)) ? names : '';
}

const isAnnounced = (before: string): boolean => zhAnnounces.test(before) || enAnnounces.test(before);

const PAGES = '(?<pages>[A-Z]?\\d{1,5}(?: [-–—] \\d{1,5})?)';
const YEAR = han(
  `(?<year>(?:1[4-9]|20)\\d\\d)(?<letter>[a-z])?(?: [:：] ${PAGES}|[,，] (?:pp?\\. |第)${PAGES}[页頁]?)?(?= [)）;；])`,
);
const LATIN_NAMES =
  /\p{Lu}[\p{L}’'-]+(?:(?:, | and |, and | & |、|和|与)\p{Lu}[\p{L}’'-]+){0,4}(?: et al\.?|\s?等人?)?$/u;
const HAN_NAMES = /[\p{Script=Han}·、]{2,40}$/u;
const AND_OTHERS = /(?: et al\.?|\s?等人?)$/u;
const BETWEEN_NAMES = /, (?:and )?| and | & |、|和|与/u;
