import { zhGbt } from './gbt-words.ts';
import type { Name } from '../../model/work.ts';
import { editionNumber } from './edition-number.ts';
import type { NoteText } from './note-text.ts';
import { matchAt } from './pattern.ts';
import { readHanNames } from './read-han-names.ts';
import { readLatinNames } from './read-latin-names.ts';
import { dateOf, tidied, titleOf, withFields, type Draft, type ParsedCitation } from './parsed-citation.ts';

interface Rest {
  end: number;
  pages?: string;
  warnings: ParsedCitation['warnings'];
}

const STOP = /[.．。,，;；:：\s]*/uy;
const DATE = /[(（[［]?\s?(\d{4})[-.年/](\d{1,2})(?:[-.月/](\d{1,2})日?)?\s?[)）\]］]?/uy;
const PAGES =
  /([A-Z]?\d{1,7}(?:\s?[-–—~～+]\s?[A-Z]?\d{1,7})?(?:\s?[,，]\s?\d{1,5}\s?[-–—]\s?\d{1,5})*)(?![\d\p{L}])/uy;
const YEAR = /[([（［]?(\d{4})[\])）］]?(?![\d\p{L}])/uy;
const VOLUME_ISSUE = /(\d{1,4}(?:[-–/]\d{1,4})?)?\s?[(（]\s?([^()（）]{1,12})\s?[)）]/uy;
const VOLUME = /(?:vol\.?\s?)?(\d{1,4})(?=\s?(?:[:：,，(（]|no\b))/iuy;
const ISSUE = /no\.?\s?(\d{1,4}(?:[-–/]\d{1,4})?)/iuy;
const BROKEN_OFF = /[^,，.．。:：;；[\]［］(（]{1,160}/uy;

/** Container or imprint, year, volume, issue, pages, dates and address, as far as they go; with `isDated` the year stands before the title. */
export function readRest(
  note: NoteText,
  from: number,
  high: number,
  kind: string,
  draft: Draft,
  isDated: boolean,
): Rest {
  const { text } = note;
  const rest: Rest = { end: from, warnings: [] };
  const isPart = kind === 'J' || kind === 'N';
  const hasYear = (): boolean => isDated || draft.issued !== undefined;
  let pos = from;
  let sign = '';
  const take = (match: RegExpExecArray): void => {
    pos += match[0].length;
    rest.end = pos;
  };
  for (let fields = 0; fields < 24 && pos < high; fields++) {
    const gap = matchAt(STOP, text, pos)?.[0] ?? '';
    // Behind a semicolon, or a stop once all is said, another work or a comment begins.
    if (
      /[;；]/u.test(gap) ||
      (fields > 0 && /[。．.]/u.test(gap) && (rest.pages !== undefined || draft.URL !== undefined))
    ) {
      const behind = pos + gap.length;
      const more = note.addresses.get(behind);
      if (
        /[;；]/u.test(gap) ||
        !((more && draft.URL === undefined) || /^doi/i.test(text.slice(behind, behind + 3)))
      )
        break;
    }
    sign = gap.trim();
    pos += gap.length;
    if (pos >= high) break;
    const address = note.addresses.get(pos);
    if (address) {
      if (draft.URL !== undefined) break;
      draft.URL = address.url;
      const doi = /doi\.org\/(10\.\d{4,9}\/.+)$/.exec(address.url);
      if (doi?.[1]) draft.DOI ??= doi[1];
      if (!address.hasScheme)
        rest.warnings.push({
          offset: pos,
          reason: 'The address is printed without its scheme; http:// was put before it.',
        });
      pos = rest.end = address.end;
      continue;
    }
    const doi = matchAt(/doi\s?[:：]?\s?(10\.\d{4,9}\/[^\s,;，；。]+)/iuy, text, pos);
    if (doi?.[1]) {
      draft.DOI = doi[1].replace(/\.$/, '');
      take(doi);
      continue;
    }
    let match = matchAt(DATE, text, pos);
    const year = draft.issued?.['date-parts'][0]?.[0];
    const isBracketed = /^[([（［]/u.test(match?.[0] ?? '');
    // 1518-1523 are pages.
    const isDate = Number(match?.[2]) <= 12 && !/\d/.test(text.charAt(pos + (match?.[0].length ?? 0)));
    if (match && isDate && (year === undefined || year === Number(match[1]) || isBracketed)) {
      const date = dateOf(match[1], match[2], match[3]);
      if (/^[[［]/u.test(match[0]) && /[\]］]$/u.test(match[0])) withFields(draft, { accessed: date });
      else if ((draft.issued?.['date-parts'][0]?.length ?? 0) < 2) withFields(draft, { issued: date });
      take(match);
      continue;
    }
    match = hasYear() ? undefined : matchAt(YEAR, text, pos);
    if (match) {
      withFields(draft, { issued: dateOf(match[1]) });
      take(match);
      continue;
    }
    match = isPart || hasYear() ? matchAt(VOLUME_ISSUE, text, pos) : undefined;
    if (match && kind === 'N') {
      rest.pages = match[2] ?? '';
      take(match);
      continue;
    }
    if (match && (kind === 'J' || match[1] !== undefined) && draft.issue === undefined) {
      withFields(draft, { volume: match[1], issue: match[2] });
      take(match);
      continue;
    }
    match = matchAt(ISSUE, text, pos);
    if (match && kind === 'J') {
      withFields(draft, { issue: match[1] });
      take(match);
      continue;
    }
    match =
      kind === 'J' && draft['container-title'] !== undefined && draft.volume === undefined
        ? matchAt(VOLUME, text, pos)
        : undefined;
    if (match && sign !== ':' && sign !== '：') {
      withFields(draft, { volume: match[1] });
      take(match);
      continue;
    }
    match = matchAt(/(?:pp?\.?\s?)?/iuy, text, pos);
    const lead = match?.[0].length ?? 0;
    match = hasYear() && rest.pages === undefined ? matchAt(PAGES, text, pos + lead) : undefined;
    if (match?.[1]) {
      rest.pages = match[1];
      pos += lead;
      take(match);
      continue;
    }
    if (hasYear() && fields > 0 && (rest.pages !== undefined || draft.URL !== undefined)) break;
    const edition = !isPart
      ? (matchAt(zhGbt.edition, text, pos) ??
        (draft.publisher === undefined ? matchAt(zhGbt.anyEdition, text, pos) : undefined) ??
        matchAt(/(\d{1,2}(?:st|nd|rd|th) ed\.?)/iuy, text, pos))
      : undefined;
    if (edition) {
      withFields(draft, { edition: editionNumber(edition[1] ?? edition[2]) });
      take(edition);
      continue;
    }
    const translator = matchAt(zhGbt.translators, text, pos);
    if (translator && !isPart) {
      draft.translator = [...(draft.translator ?? []), ...translators(translator[1] ?? '')];
      take(translator);
      continue;
    }
    const unpublished = matchAt(zhGbt.unpublished, text, pos);
    if (unpublished) {
      draft.note = unpublished[0];
      take(unpublished);
      continue;
    }
    const free = matchAt(BROKEN_OFF, text, pos)?.[0];
    if (free === undefined || pos + free.length > high || draft.issued !== undefined) break;
    const end = pos + free.length;
    if (isPart) {
      if (draft['container-title'] !== undefined) {
        // A comma within the journal's name.
        if (draft.issued !== undefined || draft.volume !== undefined) break;
        draft['container-title'] =
          `${draft['container-title']}${sign === '' ? '' : sign === ',' ? ', ' : sign === '.' ? '. ' : sign}${tidied(free)}`;
      } else draft['container-title'] = titleOf(free);
      const series = matchAt(/[(（][^()（）\d]{1,20}[)）]/uy, text, end);
      if (series) {
        draft['container-title'] += tidied(series[0]);
        pos = rest.end = end + series[0].length;
        continue;
      }
    } else if (
      /^\.?[:：]/u.test(text.slice(end, end + 2)) &&
      sign === ',' &&
      free.length < 6 &&
      draft.publisher
    ) {
      // Cambridge, Mass.: MIT Press
      draft['publisher-place'] = `${draft.publisher}, ${tidied(free)}${text.charAt(end) === '.' ? '.' : ''}`;
      delete draft.publisher;
    } else if (
      /[:：]/u.test(text.charAt(end)) &&
      draft['publisher-place'] === undefined &&
      draft.publisher === undefined
    )
      draft['publisher-place'] = tidied(free);
    else if (draft.publisher === undefined) draft.publisher = tidied(free);
    else if (draft['publisher-place'] === undefined && sign === '.') {
      const [before] = [draft.publisher];
      draft.publisher = tidied(free);
      draft.note = before;
    } else draft.publisher += `${sign === ',' ? ', ' : sign}${tidied(free)}`;
    pos = rest.end = end;
  }
  // A web page's site stands where a book has its publisher.
  if (
    (kind === 'EB' || kind === 'DB') &&
    draft.publisher !== undefined &&
    draft['container-title'] === undefined
  ) {
    draft['container-title'] = draft.publisher;
    delete draft.publisher;
  }
  return rest;
}

export const translators = (written: string): Name[] =>
  /\p{Script=Han}/u.test(written) ? readHanNames(written).names : readLatinNames(written).names;
