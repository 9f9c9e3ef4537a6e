import { enAnnounces } from './en-citations.ts';
import { authorDate, zhAnnounces, zhAndOthers, zhInstitution, zhLeadIn, zhOpening } from './zh-citations.ts';
import { matchAt, type NoteText } from './note-text.ts';
import { withLocator, type ShortForm } from './read-short-form.ts';
import { isPersonAlone } from './read-zh-names.ts';
import { pageLocator } from './parsed-citation.ts';

const LONGEST = 80;

/**
 * Reads Holt (1997: 19) and (Holt and Reed 2004, p. 3), whose year stands at an offset: the work of that author and year
 * in the list of works, if there is one.
 */
export function readAuthorDate(
  note: NoteText,
  pos: number,
  low: number,
  high: number,
): ShortForm | undefined {
  const { text } = note;
  const year = matchAt(authorDate.year, text, pos);
  if (!year) return undefined;
  const before = text.slice(Math.max(low, pos - LONGEST), pos);
  const gap = /\s?[(（]\s?$|[,，]?\s?$/u.exec(before)?.[0] ?? '';
  const written = namesAtEnd(before.slice(0, before.length - gap.length));
  if (written === '') return undefined;
  const start = pos - gap.length - written.length;
  const isBehindNames = /[(（]/u.test(gap);
  if (!isBehindNames && !/[(（;；]\s?$/u.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  let end = pos + year[0].length;
  const pages = year[3] ?? year[4];
  if (isBehindNames) {
    const close = matchAt(/\s?[)）]/uy, text, end)?.[0];
    if (close === undefined) return undefined;
    end += close.length;
  }
  if (end > high) return undefined;
  const [first = ''] = written.replace(authorDate.andOthers, '').split(authorDate.between);
  const form: ShortForm = {
    type: 'before',
    start,
    end,
    name: first.trim(),
    year: Number(year[1]),
    ...(year[2] === undefined ? {} : { letter: year[2] }),
    isTentative: !isAnnounced(text.slice(Math.max(low, start - 20), start)),
    ...(pages === undefined ? {} : { locator: pageLocator(pages) }),
  };
  return isBehindNames && pages === undefined ? withLocator(text, form, high) : form;
}

/** The names with which a stretch ends, or nothing. */
function namesAtEnd(stretch: string): string {
  const latin = authorDate.latinNames.exec(stretch)?.[0];
  if (latin !== undefined) return latin;
  const run = authorDate.hanNames.exec(stretch)?.[0] ?? '';
  const announced = [...run.matchAll(zhLeadIn)].at(-1);
  const behind = run.slice(announced ? announced.index + announced[0].length : 0);
  const opening = zhOpening.exec(behind)?.[0] ?? '';
  const names = opening.length < behind.length ? behind.slice(opening.length) : behind;
  const each = names.replace(zhAndOthers, '').split(authorDate.between);
  return each.every((name) => isPersonAlone(name) || zhInstitution.test(name)) ? names : '';
}

const isAnnounced = (before: string): boolean => zhAnnounces.test(before) || enAnnounces.test(before);
