import type { Name } from '../../model/work.ts';
import { schemeless } from './assemble.ts';
import { dateFrom } from './dates.ts';
import { editionNumber } from './edition-number.ts';
import type { NoteText } from './note-text.ts';
import { han, matchAt } from './pattern.ts';
import { readHanNames } from './read-han-names.ts';
import { readLatinNames } from './read-latin-names.ts';
import { dateOf, tidied, titleOf, withFields, type Draft, type ParsedCitation } from './parsed-citation.ts';

interface Rest {
  end: number;
  pages?: string;
  warnings: ParsedCitation['warnings'];
}

const STOP = /[.．。,，;；:：\s]*/uy;
const DATE =
  /[(（[［]?\s?(?<year>\d{4})[-.年/](?<month>\d{1,2})(?:[-.月/](?<day>\d{1,2})日?)?\s?[)）\]］]?/uy;
const PAGES =
  /(?<pages>[A-Z]?\d{1,7}(?:\s?[-–—~～+]\s?[A-Z]?\d{1,7})?(?:\s?[,，]\s?\d{1,5}\s?[-–—]\s?\d{1,5})*)(?![\d\p{L}])/uy;
const YEAR = /[([（［]?(?<year>\d{4})[\])）］]?(?![\d\p{L}])/uy;
const VOLUME_ISSUE = /(?<volume>\d{1,4}(?:[-–/]\d{1,4})?)?\s?[(（]\s?(?<issue>[^()（）]{1,12})\s?[)）]/uy;
const VOLUME = /(?:vol\.?\s?)?(?<volume>\d{1,4})(?=\s?(?:[:：,，(（]|no\b))/iuy;
const ISSUE = /no\.?\s?(?<issue>\d{1,4}(?:[-–/]\d{1,4})?)/iuy;
const DOI = /doi\s?[:：]?\s?(?<doi>10\.\d{4,9}\/[^\s,;，；。]+)/iuy;
const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,5}|[IVX]{1,6})';
export const gbtEdition = han(`(?:第 )?(?<edition>${NUMBER}) ?版|(?<edition>修订版|增订版)`);
/** Any words for an edition, where a publisher is looked for. */
const ANY_EDITION = han('(?<edition>[^.．。,，:：\\d]{1,10}[版本])(?= ?[.．。])');
const LATIN_EDITION = /(?<edition>\d{1,2}(?:st|nd|rd|th) ed\.?)/iuy;
const TRANSLATORS = han('(?<names>[^.．。;；:：\\[\\]]{1,60}?)[,，]? ?(?:译|编译|校译|译校)(?= ?[.．。,，])');
const UNPUBLISHED = han('内部(?:发行|资料|印行|刊印|刊行)|未刊稿?|未出版');
/** An entry has no more fields; a bound keeps reading linear. */
const MAX_FIELDS = 24;
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
  let separator = '';
  const take = (match: RegExpExecArray): void => {
    pos += match[0].length;
    rest.end = pos;
  };
  for (let fields = 0; fields < MAX_FIELDS && pos < high; fields++) {
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
    separator = gap.trim();
    pos += gap.length;
    if (pos >= high) break;
    const address = note.addresses.get(pos);
    if (address) {
      if (draft.URL !== undefined) break;
      draft.URL = address.url;
      const doi = /doi\.org\/(10\.\d{4,9}\/.+)$/.exec(address.url);
      if (doi?.[1]) draft.DOI ??= doi[1];
      if (!address.hasScheme) rest.warnings.push(schemeless(pos));
      pos = rest.end = address.end;
      continue;
    }
    const doi = matchAt(DOI, text, pos);
    if (doi?.groups?.['doi']) {
      draft.DOI = doi.groups['doi'].replace(/\.$/, '');
      take(doi);
      continue;
    }
    let match = matchAt(DATE, text, pos);
    const year = draft.issued?.['date-parts'][0]?.[0];
    const isBracketed = /^[([（［]/u.test(match?.[0] ?? '');
    // 1518-1523 are pages.
    const isDate =
      Number(match?.groups?.['month']) <= 12 && !/\d/.test(text.charAt(pos + (match?.[0].length ?? 0)));
    if (
      match?.groups &&
      isDate &&
      (year === undefined || year === Number(match.groups['year']) || isBracketed)
    ) {
      const date = dateFrom(match.groups);
      if (/^[[［]/u.test(match[0]) && /[\]］]$/u.test(match[0])) withFields(draft, { accessed: date });
      else if ((draft.issued?.['date-parts'][0]?.length ?? 0) < 2) withFields(draft, { issued: date });
      take(match);
      continue;
    }
    match = hasYear() ? undefined : matchAt(YEAR, text, pos);
    if (match) {
      withFields(draft, { issued: dateOf(match.groups?.['year']) });
      take(match);
      continue;
    }
    match = isPart || hasYear() ? matchAt(VOLUME_ISSUE, text, pos) : undefined;
    if (match && kind === 'N') {
      rest.pages = match.groups?.['issue'] ?? '';
      take(match);
      continue;
    }
    if (match && (kind === 'J' || match.groups?.['volume'] !== undefined) && draft.issue === undefined) {
      withFields(draft, { volume: match.groups?.['volume'], issue: match.groups?.['issue'] });
      take(match);
      continue;
    }
    match = matchAt(ISSUE, text, pos);
    if (match && kind === 'J') {
      withFields(draft, { issue: match.groups?.['issue'] });
      take(match);
      continue;
    }
    match =
      kind === 'J' && draft['container-title'] !== undefined && draft.volume === undefined
        ? matchAt(VOLUME, text, pos)
        : undefined;
    if (match && separator !== ':' && separator !== '：') {
      withFields(draft, { volume: match.groups?.['volume'] });
      take(match);
      continue;
    }
    match = matchAt(/(?:pp?\.?\s?)?/iuy, text, pos);
    const lead = match?.[0].length ?? 0;
    match = hasYear() && rest.pages === undefined ? matchAt(PAGES, text, pos + lead) : undefined;
    if (match?.groups?.['pages']) {
      rest.pages = match.groups['pages'];
      pos += lead;
      take(match);
      continue;
    }
    if (hasYear() && fields > 0 && (rest.pages !== undefined || draft.URL !== undefined)) break;
    const edition = !isPart
      ? (matchAt(gbtEdition, text, pos) ??
        (draft.publisher === undefined ? matchAt(ANY_EDITION, text, pos) : undefined) ??
        matchAt(LATIN_EDITION, text, pos))
      : undefined;
    if (edition) {
      withFields(draft, { edition: editionNumber(edition.groups?.['edition']) });
      take(edition);
      continue;
    }
    const translator = matchAt(TRANSLATORS, text, pos);
    if (translator && !isPart) {
      draft.translator = [...(draft.translator ?? []), ...translators(translator.groups?.['names'] ?? '')];
      take(translator);
      continue;
    }
    const unpublished = matchAt(UNPUBLISHED, text, pos);
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
          `${draft['container-title']}${separator === '' ? '' : separator === ',' ? ', ' : separator === '.' ? '. ' : separator}${tidied(free)}`;
      } else draft['container-title'] = titleOf(free);
      const series = matchAt(/[(（][^()（）\d]{1,20}[)）]/uy, text, end);
      if (series) {
        draft['container-title'] += tidied(series[0]);
        pos = rest.end = end + series[0].length;
        continue;
      }
    } else if (
      /^\.?[:：]/u.test(text.slice(end, end + 2)) &&
      separator === ',' &&
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
    else if (draft['publisher-place'] === undefined && separator === '.') {
      const [before] = [draft.publisher];
      draft.publisher = tidied(free);
      draft.note = before;
    } else draft.publisher += `${separator === ',' ? ', ' : separator}${tidied(free)}`;
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
