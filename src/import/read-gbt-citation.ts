import { zhGbt } from '../language/zh-citations.ts';
import type { Name, Work } from '../model/work.ts';
import { matchAt, type NoteText } from './note-text.ts';
import { readHanNames, readLatinNames, type Names } from './read-names.ts';
import { dateOf, isRange, pageLocator, pageRange, tidied, titleOf, withFields, type Draft, type Reading } from './reading.ts';
import { languageOf } from './work-language.ts';

/** The mark of a GB/T 7714 entry: [J], ［M/OL］, [EB/OL], [C]//. */
export interface Marker {
  start: number;
  end: number;
  kind: string;
}

const MARKER = /[[［【]\s?(J|M|D|N|R|C|EB|P|S|Z|G|A|DB|CP|DS|CM)\s?(?:\/\s?(?:OL|CD|MT|DK))?\s?[\]］】]/gu;

export function findMarkers({ text, addresses }: NoteText): Marker[] {
  const spans = [...addresses.values()];
  let next = 0;
  return [...text.matchAll(MARKER)].flatMap((match) => {
    while ((spans[next]?.end ?? Infinity) <= match.index) next++;
    if ((spans[next]?.start ?? Infinity) <= match.index) return [];
    return [{ start: match.index, end: match.index + match[0].length, kind: match[1] ?? '' }];
  });
}

const types: Record<string, Work['type']> = {
  J: 'article-journal',
  M: 'book',
  D: 'thesis',
  N: 'article-newspaper',
  R: 'report',
  C: 'book',
  G: 'book',
  A: 'chapter',
  EB: 'webpage',
  DB: 'webpage',
};

/** Reads an entry whose mark is known; it begins at `start` and lies before `high`. */
export function readGbtCitation(
  note: NoteText,
  start: number,
  marker: Marker,
  host: Marker | undefined,
  high: number,
  isReference: boolean,
): Reading | undefined {
  const { text } = note;
  const head = divideHead(text.slice(start, marker.start));
  if (!/[\p{L}\p{N}]/u.test(head.title)) return undefined;
  const { kind } = marker;
  const title = titleOf(head.title);
  const draft: Draft = { type: types[kind] ?? 'document', language: languageOf(title), title };
  const people = namesOf(head.names);
  if (people.isEditor) withFields(draft, { editor: people.names });
  else if (people.names.length > 0) withFields(draft, { author: people.names });
  if (people.abridged) draft.custom = { authorsAbridged: true };

  // 文[C]//编者. 书[M]. 地: 社, 年: 页.
  let from = marker.end;
  const inside = /\s*(?:\/\/|∥|／／)\s*/uy;
  const slashes = matchAt(inside, text, from);
  if (slashes || (kind === 'A' && host)) {
    from += slashes?.[0].length ?? (matchAt(/\s*[.．。]\s*/uy, text, from)?.[0].length ?? 0);
    const tail = host ? host.start : endOfHost(text, from, high);
    const book = divideHead(text.slice(from, tail));
    const editors = namesOf(book.names);
    draft.type = kind === 'C' ? 'paper-conference' : 'chapter';
    withFields(draft, {
      'container-title': titleOf(book.title),
      editor: editors.names.length > 0 ? editors.names : undefined,
    });
    from = host?.end ?? tail;
  }
  const rest = readRest(note, from, high, kind, draft);
  const pages = rest.pages;
  if (pages !== undefined) {
    const isPart = draft.type !== 'book' && draft.type !== 'thesis' && draft.type !== 'report';
    if (draft.type === 'article-newspaper' || isReference || (isPart && isRange(pages))) draft.page = pageRange(pages);
  }
  const patent = kind === 'P' ? zhGbt.patentNumber.exec(draft.title) : undefined;
  if (patent?.[1]) {
    draft.number = patent[1];
    draft.title = draft.title.slice(0, patent.index).trim() || draft.title;
  }
  if (kind === 'P') draft.genre = 'patent';
  if (kind === 'S') draft.genre = 'standard';
  return {
    start,
    end: rest.end,
    work: draft,
    ...(pages !== undefined && !isReference && draft.type !== 'article-newspaper' ? { locator: pageLocator(pages) } : {}),
    isShort: false,
    doubts: rest.doubts,
  };
}

/** 张三, 李四, 等. 题名 → names and title: at the first stop that is none of an initial. */
function divideHead(written: string): { names: string; title: string } {
  const stop = /[.．。]/gu;
  for (let match = stop.exec(written); match; match = stop.exec(written)) {
    const [before, behind] = [written.slice(0, match.index), written.slice(match.index + 1)];
    if (behind.trim() === '') break;
    if (before.length > 400) break;
    if (/^[\s]*[,，&]/u.test(behind)) continue;
    const ascii = match[0] === '.';
    if (ascii && !/^\s/u.test(behind) && /^[\p{L}\p{N}]/u.test(behind) && !/^\p{Script=Han}/u.test(behind)) continue;
    if (ascii && /(?:^|[\s,，.-])\p{Lu}$/u.test(before) && !/\p{Script=Han}/u.test(before)) {
      // “Smith J.” ends the names unless another initial follows; in “J. Smith” the initial opens a name.
      const another = /^\s*\p{Lu}\.?(?:\s*[,，.]|\s\p{Lu}\.)/u.test(behind);
      const element = before.split(/[,，]/u).at(-1)?.trim() ?? '';
      const opensName = /^\p{Lu}(?:[.\s-]+\p{Lu})*$/u.test(element) && !/^\p{Lu}[\p{L}’'-]+\s*$/u.test(before.split(/[,，]/u).at(-2)?.trim() ?? '');
      if (another || opensName) continue;
    }
    const names = before.trim();
    // A stop in a title, where no names stand before it.
    if (names.length > 3 && !/[,，、]/u.test(names) && names.split(/\s+/).length > 8) return { names: '', title: written };
    return { names, title: behind };
  }
  return { names: '', title: written };
}

function namesOf(written: string): Names & { isEditor: boolean } {
  const bare = written
    .replace(zhGbt.editors, '')
    .replace(/,?\s*\(?\beds?\.?\)?$/iu, '')
    .trim();
  const isEditor = bare !== written.trim();
  if (bare === '') return { names: [], abridged: false, isEditor };
  const isHan = /\p{Script=Han}/u.test(bare);
  const found = isHan ? readHanNames(bare) : readLatinNames(bare, true);
  return { ...found, isEditor };
}

/** Where the title of the book behind // ends, when it has no mark of its own. */
function endOfHost(text: string, from: number, high: number): number {
  const stretch = text.slice(from, Math.min(high, from + 300));
  const imprint = /[.．。]\s*(?=[^.．。]{1,40}[:：][^.．。]{1,60}[,，]\s*\d{4})|[,，]\s*\d{4}/u.exec(stretch);
  return from + (imprint ? imprint.index : stretch.length);
}

interface Rest {
  end: number;
  pages?: string;
  doubts: Reading['doubts'];
}

const STOP = /[.．。,，;；:：\s]*/uy;
const DATE = /[(（[［]?\s?(\d{4})[-.\u5e74/](\d{1,2})(?:[-.\u6708/](\d{1,2})\u65e5?)?\s?[)）\]］]?/uy;
const PAGES = /([A-Z]?\d{1,5}(?:\s?[-–—~～+]\s?[A-Z]?\d{1,5})?(?:\s?[,，]\s?\d{1,5}\s?[-–—]\s?\d{1,5})*)(?![\d\p{L}])/uy;
const YEAR = /[([（［]?(\d{4})[\])）］]?(?![\d\p{L}])/uy;
const VOLUME_ISSUE = /(\d{1,4}(?:[-–/]\d{1,4})?)?\s?[(（]\s?([^()（）]{1,12})\s?[)）]/uy;
const VOLUME = /(?:vol\.?\s?)?(\d{1,4})(?=\s?(?:[:：,，(（]|no\b))/iuy;
const ISSUE = /no\.?\s?(\d{1,4}(?:[-–/]\d{1,4})?)/iuy;
const BROKEN_OFF = /[^,，.．。:：;；[\]［］(（]{1,160}/uy;

/** Container or imprint, year, volume, issue, pages, dates and address, as far as they go. */
function readRest(note: NoteText, from: number, high: number, kind: string, draft: Draft): Rest {
  const { text } = note;
  const rest: Rest = { end: from, doubts: [] };
  const isPart = kind === 'J' || kind === 'N';
  let pos = from;
  let sign = '';
  const take = (match: RegExpExecArray): void => {
    pos += match[0].length;
    rest.end = pos;
  };
  for (let fields = 0; fields < 24 && pos < high; fields++) {
    const gap = matchAt(STOP, text, pos)?.[0] ?? '';
    // Behind a semicolon, or a stop once all is said, another work or a comment begins.
    if (/[;；]/u.test(gap) || (fields > 0 && /[。．.]/u.test(gap) && (rest.pages !== undefined || draft.URL !== undefined))) {
      const behind = pos + gap.length;
      const more = note.addresses.get(behind);
      if (/[;；]/u.test(gap) || !((more && draft.URL === undefined) || /^doi/i.test(text.slice(behind, behind + 3)))) break;
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
      if (!address.hasScheme) rest.doubts.push({ offset: pos, reason: 'The address is printed without its scheme; http:// was put before it.' });
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
    if (match) {
      const date = dateOf(match[1], match[2], match[3]);
      if (/^[[［]/u.test(match[0]) && /[\]］]$/u.test(match[0])) withFields(draft, { accessed: date });
      else if ((draft.issued?.['date-parts'][0]?.length ?? 0) < 2) withFields(draft, { issued: date });
      take(match);
      continue;
    }
    match = draft.issued === undefined ? matchAt(YEAR, text, pos) : undefined;
    if (match) {
      withFields(draft, { issued: dateOf(match[1]) });
      take(match);
      continue;
    }
    match = isPart || draft.issued !== undefined ? matchAt(VOLUME_ISSUE, text, pos) : undefined;
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
    match = kind === 'J' && draft['container-title'] !== undefined && draft.volume === undefined ? matchAt(VOLUME, text, pos) : undefined;
    if (match && (sign !== ':' && sign !== '：')) {
      withFields(draft, { volume: match[1] });
      take(match);
      continue;
    }
    match = matchAt(/(?:pp?\.?\s?)?/iuy, text, pos);
    const lead = match?.[0].length ?? 0;
    match = draft.issued !== undefined && rest.pages === undefined ? matchAt(PAGES, text, pos + lead) : undefined;
    if (match?.[1]) {
      rest.pages = match[1];
      pos += lead;
      take(match);
      continue;
    }
    if (draft.issued !== undefined && fields > 0 && (rest.pages !== undefined || draft.URL !== undefined)) break;
    const edition = !isPart ? matchAt(zhGbt.edition, text, pos) ?? matchAt(/(\d{1,2}(?:st|nd|rd|th) ed\.?)/iuy, text, pos) : undefined;
    if (edition) {
      withFields(draft, { edition: edition[1] ?? edition[2] });
      take(edition);
      continue;
    }
    const translator = matchAt(zhGbt.translators, text, pos);
    if (translator && !isPart) {
      draft.translator = [...(draft.translator ?? []), ...translators(translator[1] ?? '')];
      take(translator);
      continue;
    }
    const free = matchAt(BROKEN_OFF, text, pos)?.[0];
    if (free === undefined || pos + free.length > high || draft.issued !== undefined) break;
    const end = pos + free.length;
    if (isPart) {
      if (draft['container-title'] !== undefined) {
        // A comma within the journal's name.
        if (draft.issued !== undefined || draft.volume !== undefined) break;
        draft['container-title'] = `${draft['container-title']}${sign === '' ? '' : sign === ',' ? ', ' : sign === '.' ? '. ' : sign}${tidied(free)}`;
      } else draft['container-title'] = titleOf(free);
      const series = matchAt(/[(（][^()（）\d]{1,20}[)）]/uy, text, end);
      if (series) {
        draft['container-title'] += tidied(series[0]);
        pos = rest.end = end + series[0].length;
        continue;
      }
    } else if (/[:：]/u.test(text.charAt(end)) && draft['publisher-place'] === undefined && draft.publisher === undefined) draft['publisher-place'] = tidied(free);
    else if (draft.publisher === undefined) draft.publisher = tidied(free);
    else if (draft['publisher-place'] === undefined && sign === '.') {
      const [before] = [draft.publisher];
      draft.publisher = tidied(free);
      draft.note = before;
    } else draft.publisher += `${sign === ',' ? ', ' : sign}${tidied(free)}`;
    pos = rest.end = end;
  }
  // A web page's site stands where a book has its publisher.
  if ((kind === 'EB' || kind === 'DB') && draft.publisher !== undefined && draft['container-title'] === undefined) {
    draft['container-title'] = draft.publisher;
    delete draft.publisher;
  }
  return rest;
}

const translators = (written: string): Name[] =>
  /\p{Script=Han}/u.test(written) ? readHanNames(written).names : readLatinNames(written).names;
